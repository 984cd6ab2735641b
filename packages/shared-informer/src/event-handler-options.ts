import type { Duration } from '@rxkube/clock'
import type { Cached } from '@rxkube/meta'
import type { EventFilter } from './filtered.ts'
import type { HandlerError } from './handler-error.ts'
import type { MailboxOptions } from './mailbox-options.ts'

/** How one handler is served; all of it is optional. Upstream: `HandlerOptions`. */
export interface EventHandlerOptions<T> {
  /** For messages and status; the handler's own name unless told. */
  readonly name?: string | undefined
  /** How often it wants to see the whole cache again, at least 1 s; 0 is never. The informer's unless told. */
  readonly resyncPeriod?: Duration | undefined
  /** How changes wait while it is busy; they coalesce unless told. */
  readonly mailbox?: MailboxOptions | undefined
  /** Which objects it is told of. */
  readonly filter?: EventFilter<Cached<T>> | undefined
  /** Told when the handler threw or rejected, besides the informer's `onHandlerError` and `error$`. */
  readonly onError?: ((error: HandlerError) => void) | undefined
  /** How long it is left alone after it threw or rejected; 1 s unless told. */
  readonly pauseAfterError?: Duration | undefined
  /** Its first error stops the informer; `run()` rejects with it. */
  readonly failFast?: boolean | undefined
}

/**
 * A handler on an informer: how far it is, and the way to take it off. Upstream: `ResourceEventHandlerRegistration`.
 */
export interface ResourceEventHandlerRegistration extends AsyncDisposable {
  readonly name: string
  /** Changes that wait for the handler. */
  readonly backlog: number
  /** Changes that a full mailbox gave up. */
  readonly dropped: number
  /** True for good once the handler has returned from each `added` of the first population. */
  hasSynced(): boolean
  /** Resolves when `hasSynced()` turns true; rejects with HandlerRemovedError when it cannot any more. */
  readonly synced: Promise<void>
  /**
   * Takes the handler off: from now on it is not called. Resolves when no call of it is under way. Within a call of
   * its own, and in what that call began, it resolves at once: it would wait for itself. Upstream:
   * `ShutDownEventHandler`.
   */
  remove(): Promise<void>
}
