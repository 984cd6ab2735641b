/** What a mailbox does with a change that finds it full. */
export type OnOverflow =
  /**
   * Takes the change and holds the informer's drain loop until there is room. Every other handler of that informer
   * and, in the end, the watch wait with it.
   */
  | 'pause'
  /** Ends the registration: a stream with a MailboxOverflowError, a handler with a HandlerError caused by one. */
  | 'error'
  /**
   * Gives up the oldest change and counts it. The next change of the same object makes up for it: an update is then an
   * add if the handler has not heard of the object, and `before` stays what it saw last. If none comes, it is not told.
   * The first population, and the deletes of objects that it heard of, are never given up: they may wait above the
   * mark.
   */
  | 'dropOldest'

/** Keeps what is pending for a key as one change: a slow handler costs at most the keys that it has not seen. */
export interface CoalesceMailboxOptions {
  readonly mode?: 'coalesce'
  /**
   * Forgets an object that came and went before the handler saw it, which bounds the mailbox at two changes a key.
   * Without it both are kept, so that every creation is seen; only re-creation of one name can then grow the mailbox.
   */
  readonly annihilate?: boolean | undefined
}

/** Keeps every change, in the order of arrival across keys. */
export interface EveryMailboxOptions {
  readonly mode: 'every'
  /**
   * Changes that may wait; 10,000 unless told. The first population is not counted: it is bounded by the cache. What
   * one relist brings at once may go above it in mode `pause`.
   */
  readonly highWaterMark?: number | undefined
  /** `'pause'` unless told. */
  readonly onOverflow?: OnOverflow | undefined
}

/** How changes wait for a handler that is not done with the last one; coalescing unless told. */
export type MailboxOptions = CoalesceMailboxOptions | EveryMailboxOptions

/** Thrown when a mailbox that keeps every change is full and was told to end then. */
export class MailboxOverflowError extends Error {
  override readonly name = 'MailboxOverflowError'
  /** The changes that wait. */
  readonly backlog: number
  readonly highWaterMark: number

  constructor(backlog: number, highWaterMark: number) {
    super(
      `${backlog} changes wait for a handler and no more than ${highWaterMark} may: the handler is too slow. Use the mode "coalesce", another onOverflow, or a higher highWaterMark`,
    )
    this.backlog = backlog
    this.highWaterMark = highWaterMark
  }
}
