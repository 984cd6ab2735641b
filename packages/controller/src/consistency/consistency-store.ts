import { compareResourceVersion, isComparableResourceVersion, type Resource } from '@rxkube/meta'
import { ConsistencyError } from './consistency-error.ts'

/** A cache that knows the version it is at: the `indexer` of an informer. */
export interface VersionedStore {
  lastStoreSyncResourceVersion(): string
}

type GroupResource = Pick<Resource, 'group' | 'resource'>

interface OwnerRecord {
  readonly uid: string
  /** By group and resource. */
  readonly writes: Map<string, Written>
}

interface Written {
  /** The newest version written. */
  readonly wrote: string
  /** How far the cache was when it was written. */
  readonly read: string | undefined
}

/**
 * Knows, for each owner, the version of the controller's newest write to each kind of children, and says before a sync
 * whether the caches are that far. Where expectations count, this compares: nothing to guess, no time to run out. An owner
 * costs memory until its writes have been seen, or until `clear`.
 *
 * Caches move on while nothing is written to their collection because bookmarks are asked for. `owner` is the key of the
 * owner, `namespace/name`. Upstream: `consistency.ConsistencyStore`.
 */
export class ConsistencyStore {
  readonly #stores = new Map<string, VersionedStore>()
  readonly #owners = new Map<string, OwnerRecord>()

  /** Made for these caches; writes to any other kind are not waited for. */
  constructor(stores: Iterable<readonly [resource: GroupResource, store: VersionedStore]>) {
    for (const [resource, store] of stores) this.#stores.set(groupResource(resource), store)
  }

  /** The number of owners with writes that have not been seen in the caches so far. */
  get size(): number {
    return this.#owners.size
  }

  /** A write for an owner was answered with this version. An owner of the same name and another uid begins anew. */
  wroteAt(owner: string, uid: string, resource: GroupResource, resourceVersion: string | undefined): void {
    let record = this.#owners.get(owner)
    if (record?.uid !== uid) {
      record = { uid, writes: new Map() }
      this.#owners.set(owner, record)
    }
    const key = groupResource(resource)
    const before = record.writes.get(key)
    if (resourceVersion === undefined) return
    // What has no order takes the place of whatever was there, as upstream has it: then it is not waited for.
    if (before !== undefined && isOlder(resourceVersion, before.wrote)) return
    record.writes.set(key, { wrote: resourceVersion, read: this.#read(key) })
  }

  /**
   * Throws a `ConsistencyError` while a cache is behind a write for this owner. Versions without an order are not waited
   * for, nor is a cache that has gone back in time since: its server was restored, and may never get there.
   */
  ensureReady(owner: string): void {
    const record = this.#owners.get(owner)
    if (record === undefined) return
    for (const [resource, written] of record.writes) {
      const read = this.#read(resource)
      if (read === undefined || isOlder(read, written.read)) continue
      if (isOlder(read, written.wrote)) throw new ConsistencyError(resource, read, written.wrote)
    }
    this.#owners.delete(owner)
  }

  /** Forgets an owner that is gone; with a uid, only that very one. */
  clear(owner: string, uid?: string): void {
    if (uid === undefined || this.#owners.get(owner)?.uid === uid) this.#owners.delete(owner)
  }

  #read(resource: string): string | undefined {
    return this.#stores.get(resource)?.lastStoreSyncResourceVersion()
  }
}

function groupResource({ group, resource }: GroupResource): string {
  return group === '' ? resource : `${resource}.${group}`
}

/** Whether the first is older for certain. */
function isOlder(version: string, than: string | undefined): boolean {
  if (than === undefined || !isComparableResourceVersion(than) || !isComparableResourceVersion(version))
    return false
  return compareResourceVersion(version, than) < 0
}
