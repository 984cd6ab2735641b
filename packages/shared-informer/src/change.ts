import type { Cached } from '@rxkube/meta'
import type { Notification } from './notification.ts'

/**
 * One element of an informer's stream: first each object of the cache as `added` with `initial: true`, then `synced`
 * once, then what happens. Objects are shared with every other reader: never mutate them, `deepCopy` first.
 */
export type Change<T> =
  | Exclude<Notification<Cached<T>>, { readonly type: 'deleted' }>
  | {
      readonly type: 'deleted'
      readonly key: string
      /** The last state that was known. */
      readonly object: Cached<T>
      /** Found missing by a relist: `object` may be older than what was deleted. */
      readonly finalStateUnknown: boolean
    }
  /** The first population is told. `resourceVersion` is what the cache is level with. */
  | { readonly type: 'synced'; readonly resourceVersion: string }
