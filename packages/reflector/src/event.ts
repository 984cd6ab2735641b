import type { KubernetesObject } from '@rxkube/meta'

/** Why a reflector (re)reads the whole collection. */
export type InitReason = 'start' | 'relist'

/**
 * What a reflector tells, in order. Between `init` and `initDone` stands one whole state of the collection, in
 * pieces; another `init` before `initDone` takes back what came since the last one. After `initDone` come changes.
 * Only at `initDone` may a cache be replaced. kube-rs: `watcher::Event`.
 */
export type ReflectorEvent<T extends KubernetesObject = KubernetesObject> =
  | { readonly type: 'init'; readonly reason: InitReason }
  | { readonly type: 'initApply'; readonly objects: readonly T[] }
  /** While initial events stream in (WatchList) an object may be changed or deleted before they are over. */
  | { readonly type: 'initDelete'; readonly object: T }
  | { readonly type: 'initDone'; readonly resourceVersion: string }
  | { readonly type: 'added' | 'modified' | 'deleted'; readonly object: T }
  | { readonly type: 'bookmark'; readonly resourceVersion: string }
  /** The resync timer fired: handlers that are due want to see the cache again. */
  | { readonly type: 'resync' }
  /** Expected, and retried in `retryIn` ms (0: at once). The cache is as it was. */
  | { readonly type: 'error'; readonly error: Error; readonly retryIn: number }
