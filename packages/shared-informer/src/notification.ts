import { deepEqual, type KubernetesObject } from '@rxkube/meta'

/**
 * What one change means to a handler.
 *
 * `key` names the object (`namespace/name`). A key is `added` once, then `updated` any number of times, then
 * `deleted`. Upstream: `addNotification`, `updateNotification`, `deleteNotification`.
 */
export type Notification<T> =
  | {
      readonly type: 'added'
      readonly key: string
      readonly object: T
      /** The object belongs to the first population, or to the replay that a late handler gets. */
      readonly initial: boolean
    }
  | {
      readonly type: 'updated'
      readonly key: string
      readonly before: T
      readonly object: T
      /** The object is unchanged: a resync, or a relist that brings it once more. */
      readonly sync: boolean
      /** The uids differ: another object took the name, its predecessor's deletion went unseen. */
      readonly replaced: boolean
    }
  | {
      readonly type: 'deleted'
      readonly key: string
      /** The last state that was known; undefined when none was. */
      readonly object: T | undefined
      /** Found missing by a relist: `object` may be older than what was deleted. */
      readonly finalStateUnknown: boolean
    }

/** What to tell when the cache held `before` and holds `object` now. */
export function notificationOfWrite<T extends KubernetesObject>(
  key: string,
  before: T | undefined,
  object: T,
  initial: boolean,
): Notification<T> {
  if (before === undefined) return { type: 'added', key, object, initial }
  const version = object.metadata?.resourceVersion
  return {
    type: 'updated',
    key,
    before,
    object,
    // Without a version, two states may come and go unseen between those that look the same. A server that was
    // restored may give one version to two states.
    sync:
      before === object ||
      (Boolean(version) && before.metadata?.resourceVersion === version && deepEqual(before, object)),
    replaced: before.metadata?.uid !== object.metadata?.uid,
  }
}
