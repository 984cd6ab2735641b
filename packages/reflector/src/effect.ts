import type { ListOptions } from '@rxkube/client'
import type { KubernetesObject } from '@rxkube/meta'
import type { ReflectorEvent } from './event.ts'

/** Each fires once, as the input of that name. */
export type TimerName = 'backoffElapsed' | 'resyncDue' | 'watchListTimedOut' | 'bookmarkOverdue'

/** What status and diagnostics are told, beside the events. */
export type ReflectorReport =
  | { readonly type: 'failed'; readonly error: Error; readonly retryIn: number }
  | { readonly type: 'watchListFellBack'; readonly error: Error }
  | { readonly type: 'skipped'; readonly errors: readonly Error[] }
  | { readonly type: 'replayed'; readonly events: number }
  | { readonly type: 'violated'; readonly error: Error }
  /** No end of initial events yet: `silentFor` ms without any event; `sinceStart` when there was none at all. */
  | { readonly type: 'bookmarkOverdue'; readonly silentFor: number; readonly sinceStart: boolean }
  | { readonly type: 'synced'; readonly resourceVersion: string; readonly by: 'list' | 'watchList' }

/**
 * What is to be done after a step, in order. An `emit` is always the first, and at most one: when it fails, the step
 * is taken back as a whole.
 */
export type ReflectorEffect<T extends KubernetesObject = KubernetesObject> =
  | { readonly type: 'emit'; readonly events: readonly ReflectorEvent<T>[] }
  | { readonly type: 'list'; readonly options: ListOptions }
  | { readonly type: 'abortList' }
  | { readonly type: 'openWatch'; readonly options: ListOptions }
  /** Also ends a watch that is not open yet. */
  | { readonly type: 'closeWatch' }
  | { readonly type: 'setTimer'; readonly timer: TimerName; readonly delay: number }
  | { readonly type: 'cancelTimer'; readonly timer: TimerName }
  /** Tells the watch error handler. */
  | { readonly type: 'handleError'; readonly error: Error }
  | { readonly type: 'report'; readonly report: ReflectorReport }
