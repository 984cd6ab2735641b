import type { Cached, KubernetesObject } from '@rxkube/meta'

/** Some objects could not be adopted or released; `errors` says why, `claimed` are those that are the owner's all the same. */
export class ClaimError<T extends KubernetesObject = KubernetesObject> extends AggregateError {
  override readonly name = 'ClaimError'
  readonly claimed: readonly Cached<T>[]

  constructor(claimed: readonly Cached<T>[], errors: readonly unknown[]) {
    const [first] = errors
    super(
      [...errors],
      `${errors.length} objects could not be adopted or released, the first: ${first instanceof Error ? first.message : String(first)}`,
      { cause: first },
    )
    this.claimed = claimed
  }
}
