import type { WatchEvent } from '@rxkube/client'
import type { KubernetesObject, ListMeta } from '@rxkube/meta'
import type { Failure } from './failure.ts'

/** What happens to a reflector, without the moment it happens at. */
export type ReflectorHappening<T extends KubernetesObject = KubernetesObject> =
  | { readonly type: 'start' }
  | { readonly type: 'listItems'; readonly items: readonly T[] }
  /** The pager begins anew: what came so far does not count. */
  | { readonly type: 'listRestarted' }
  | {
      readonly type: 'listEnd'
      readonly apiVersion?: string | undefined
      readonly kind?: string | undefined
      readonly metadata: ListMeta
      readonly paginated: boolean
    }
  | { readonly type: 'listFailed'; readonly failure: Failure }
  | { readonly type: 'watchOpened' }
  | { readonly type: 'watchFailed'; readonly failure: Failure }
  | { readonly type: 'events'; readonly events: readonly WatchEvent<T>[] }
  /** The server ended the stream, or the connection broke: the same to a reflector. */
  | { readonly type: 'streamEnded' }
  /** The stream could not be read on, such as for a frame above the limit. */
  | { readonly type: 'streamFailed'; readonly failure: Failure }
  /** The consumer threw at what the last step emitted. That step did not happen. */
  | { readonly type: 'deliveryFailed'; readonly error: Error }
  | { readonly type: 'backoffElapsed' }
  /** `wanted`: whether anybody wants to see the cache again. */
  | { readonly type: 'resyncDue'; readonly wanted: boolean }
  | { readonly type: 'watchListTimedOut' }
  | { readonly type: 'bookmarkOverdue' }
  | { readonly type: 'stop' }

/** When something happens, and the random number in [0, 1) that goes with it. */
export interface Moment {
  /** Monotonic milliseconds. */
  readonly at: number
  readonly random: number
}

/** One input of `step`. */
export type ReflectorInput<T extends KubernetesObject = KubernetesObject> = ReflectorHappening<T> & Moment
