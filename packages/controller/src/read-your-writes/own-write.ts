import {
  compareResourceVersion,
  isComparableResourceVersion,
  type Cached,
  type KubernetesObject,
} from '@rxkube/meta'

/** What a cache has to have seen before it may be read again after a write of one's own. */
export interface OwnWrite {
  /** `namespace/name` of the object. */
  readonly key: string
  readonly uid: string | undefined
  /** What the server gave the object; undefined when it is gone. */
  readonly resourceVersion: string | undefined
  /** As it was stored, where the answer had the whole of it; undefined when it is gone, or not known. */
  readonly object: KubernetesObject | undefined
  /** It is gone for good. */
  readonly deleted: boolean
  /** It is on its way out, by an eviction, whose answer has no version. */
  readonly evicted: boolean
}

/** What is asked of a cache. */
export interface CacheView {
  getByKey(key: string): Cached<KubernetesObject> | undefined
  lastStoreSyncResourceVersion(): string
}

/** Whether the cache shows the write, or something later. */
export function hasSeen(cache: CacheView, write: OwnWrite): boolean {
  const metadata = cache.getByKey(write.key)?.metadata
  const { resourceVersion } = write
  const isRecent =
    resourceVersion === undefined ||
    isAtLeast(metadata?.resourceVersion, resourceVersion) ||
    isAtLeast(cache.lastStoreSyncResourceVersion(), resourceVersion)
  if (!isRecent) return false
  const isSame = write.uid === undefined || metadata?.uid === write.uid
  if (write.deleted) return metadata === undefined || !isSame
  if (write.evicted) {
    return metadata === undefined || !isSame || metadata.deletionTimestamp !== undefined
  }
  return true
}

/** Whether a version is no older than another. Versions that are no numbers are as new as themselves alone. */
export function isAtLeast(version: string | undefined, wanted: string): boolean {
  if (version === undefined || version === '') return false
  if (version === wanted) return true
  if (!isComparableResourceVersion(version) || !isComparableResourceVersion(wanted)) return false
  return compareResourceVersion(version, wanted) >= 0
}

/** What a later write of the same object leaves to be seen. */
export function latest(before: OwnWrite | undefined, write: OwnWrite): OwnWrite {
  // A cache that has not even seen it come must not count as one that has seen it go.
  if (before && (write.deleted || write.evicted) && before.uid === write.uid) {
    return { ...write, resourceVersion: before.resourceVersion }
  }
  return write
}
