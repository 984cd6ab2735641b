/** The cache does not show yet what the controller itself has written: try the key again soon. */
export class ConsistencyError extends Error {
  override readonly name = 'ConsistencyError'
  /** How far the cache is. */
  readonly readResourceVersion: string
  /** What was written. */
  readonly wroteResourceVersion: string
  /** Whose cache: `pods`, `replicasets.apps`. */
  readonly groupResource: string

  constructor(groupResource: string, readResourceVersion: string, wroteResourceVersion: string) {
    super(
      `the cache of ${groupResource} is at version ${readResourceVersion} and does not show this controller's own write ` +
        `at version ${wroteResourceVersion} yet: reconcile again a little later`,
    )
    this.groupResource = groupResource
    this.readResourceVersion = readResourceVersion
    this.wroteResourceVersion = wroteResourceVersion
  }
}
