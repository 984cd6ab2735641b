import type { Duration } from '@rxkube/clock'
import type { Cached } from '@rxkube/meta'
import type { BarrierOptions } from './barrier.ts'
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
  /**
   * Told when the handler threw or rejected, or was taken off because its mailbox is full; the informer's
   * `onHandlerError` and `error$` are told as well.
   */
  readonly onError?: ((error: HandlerError) => void) | undefined
  /**
   * How long it is left alone after each call that threw or rejected; 1 s unless told, as upstream. A handler that fails
   * for each of 1000 objects is through the first population after 1000 s: `0` leaves out the pause.
   */
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
   * Resolves when the handler is off, by whatever way, and no call of it is under way; rejects with the HandlerError of
   * a full mailbox that took it off.
   */
  readonly done: Promise<void>
  /**
   * Takes the handler off: from now on it is not called, and its signal aborts. Resolves when no call of it is under
   * way. A call that waits for the one that asks is left out: a handler may await its own removal, and two may await
   * each other's. Rejects with HandlersBusyError when the timeout is over, and with `signal.reason`; without a limit,
   * `error$` tells after 10 s who is waited for. Upstream: `ShutDownEventHandler`.
   */
  remove(options?: BarrierOptions): Promise<void>
}
