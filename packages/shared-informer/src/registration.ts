import type { Clock, Timer } from '@rxkube/clock'
import { callsEnded, type BarrierOptions } from './barrier.ts'
import { HandlerError } from './handler-error.ts'
import type { HandlersBusyError } from './handlers-busy-error.ts'
import { isThenable } from './is-thenable.ts'
import type { MailboxOptions } from './mailbox-options.ts'
import { Mailbox } from './mailbox.ts'
import type { Notification } from './notification.ts'
import { OwnCall, type Caller } from './own-call.ts'
import { HandlerRemovedError } from './registration-errors.ts'
import type { ResyncSchedule } from './resync-schedule.ts'
import { Turns } from './turns.ts'

/** Who is called, one change at a time; the next call waits for what the last one returned. */
export interface Consumer<T> {
  /** The signal aborts when nothing more is to be delivered. */
  deliver(notification: Notification<T>, signal: AbortSignal): unknown
  /** Called once, after the first population and before what came later. */
  synced?(): unknown
}

/** What a registration needs of its informer. */
export interface RegistrationOptions<T> {
  readonly name: string
  /** What the informer watches, for messages. */
  readonly informer: string
  readonly consumer: Consumer<T>
  readonly clock: Clock
  readonly resync: ResyncSchedule
  readonly mailbox?: MailboxOptions | undefined
  /** Milliseconds between a failed call and the next. */
  readonly pauseAfterError: number
  /** Told of every failed call. */
  readonly onError: (error: HandlerError) => void
  /** Told when the mailbox is empty again. */
  readonly onIdle: () => void
  /** Told when the end of a call is waited for, and takes long. */
  readonly onBusy: (error: HandlersBusyError) => void
  /**
   * Told once that nothing is to be delivered any more, and of the overflow if that was why; then it is told within
   * `push`, where no code of users may run.
   */
  readonly onEnd: (overflow?: HandlerError) => void
}

// A slice of calls is over after this many, whatever the time, so that other work gets its turn.
const sliceCalls = 1000

/**
 * One handler on one informer: its mailbox, its own delivery loop, its own sync status.
 *
 * Nothing is called within `push`; the loop starts in a later microtask and ends when the mailbox is empty.
 */
export class Registration<T> implements Caller {
  readonly name: string
  readonly informer: string
  readonly resync: ResyncSchedule
  /** Resolves when the handler is through the first population; rejects with HandlerRemovedError if it never will be. */
  readonly synced: Promise<void>
  /** Resolves when it ended and no call is under way; rejects with the HandlerError of an overflow that ended it. */
  readonly done: Promise<void>
  readonly #options: RegistrationOptions<T>
  readonly #mailbox: Mailbox<T>
  readonly #syncedSignal = Promise.withResolvers<void>()
  readonly #doneSignal = Promise.withResolvers<void>()
  readonly #gone = new AbortController()
  #loop: Promise<void> | undefined
  #call: OwnCall | undefined
  #inInitial = false
  #upstreamSynced = false
  #hasSynced = false
  #toldSynced = false
  #ended = false
  #endPause: (() => void) | undefined

  constructor(options: RegistrationOptions<T>) {
    this.#options = options
    this.name = options.name
    this.informer = options.informer
    this.resync = options.resync
    this.#mailbox = new Mailbox(options.mailbox)
    this.synced = this.#syncedSignal.promise
    this.done = this.#doneSignal.promise
    // Nobody has to wait for them.
    this.synced.catch(() => undefined)
    this.done.catch(() => undefined)
  }

  /** The changes that wait. */
  get backlog(): number {
    return this.#mailbox.size
  }

  /** The changes that a full mailbox gave up. */
  get dropped(): number {
    return this.#mailbox.dropped
  }

  get ended(): boolean {
    return this.#ended
  }

  get call(): OwnCall | undefined {
    return this.#call
  }

  get loop(): Promise<void> | undefined {
    return this.#loop
  }

  hasSynced(): boolean {
    return this.#hasSynced
  }

  /** Puts a change in line; after the end, nothing. */
  push(notification: Notification<T>): void {
    if (this.#ended) return
    try {
      this.#mailbox.push(notification)
    } catch (error) {
      this.#finish(this.#overflow(notification, error))
      return
    }
    this.#checkSynced()
    this.#wake()
  }

  /** The first population is in the cache, and all of it that concerns this handler is in line. */
  upstreamHasSynced(): void {
    this.#upstreamSynced = true
    this.#checkSynced()
    this.#wake()
  }

  /** A promise while this handler's full mailbox pauses the informer. */
  ready(): Promise<void> | undefined {
    return this.#mailbox.ready()
  }

  /** Ends delivery at once; a call that is under way goes on. Harmless when repeated. */
  end(): void {
    this.#finish(undefined)
  }

  /** Resolves when no call is under way. */
  settled(): Promise<void> {
    return this.#loop ?? Promise.resolve()
  }

  /** Resolves when no call is under way, or at once to a call that this one waits for. */
  idle(options?: BarrierOptions): Promise<void> {
    const { clock, onBusy } = this.#options
    return callsEnded([this], { clock, what: `remove() of handler "${this.name}"`, onLong: onBusy }, options)
  }

  #overflow({ key }: Notification<T>, cause: unknown): HandlerError {
    const { informer, name } = this
    return new HandlerError({ informer, handler: name, notification: 'overflow', key }, { cause })
  }

  #finish(overflow: HandlerError | undefined): void {
    if (this.#ended) return
    this.#ended = true
    this.#mailbox.clear()
    this.#endPause?.()
    const reason = new HandlerRemovedError(this.name, { cause: overflow?.cause })
    this.#syncedSignal.reject(reason)
    this.#options.onEnd(overflow)
    // Those who listen to the signal are users' code, which has no place between the mailboxes of one change.
    if (overflow) void Promise.resolve().then(() => this.#gone.abort(reason))
    else this.#gone.abort(reason)
    void this.settled().then(() =>
      overflow ? this.#doneSignal.reject(overflow) : this.#doneSignal.resolve(),
    )
  }

  #checkSynced(): void {
    if (this.#hasSynced || this.#ended || !this.#upstreamSynced) return
    if (this.#inInitial || this.#mailbox.initial > 0) return
    this.#hasSynced = true
    this.#syncedSignal.resolve()
  }

  #wake(): void {
    this.#loop ??= OwnCall.outside(() => this.#deliver())
  }

  async #deliver(): Promise<void> {
    const { clock, consumer } = this.#options
    const turns = Turns.of(clock)
    // Whoever registers or pushes holds the handle before anything is called.
    await Promise.resolve()
    if (turns.isOver()) await turns.next()
    let calls = 0
    while (!this.#ended) {
      const sayingSynced = this.#hasSynced && !this.#toldSynced
      const notification = sayingSynced ? undefined : this.#mailbox.take()
      if (!sayingSynced && !notification) break
      if (sayingSynced) this.#toldSynced = true
      this.#inInitial = notification?.type === 'added' && notification.initial
      let failure: { readonly error: unknown } | undefined
      try {
        this.#call = new OwnCall(notification)
        const result = this.#call.run(() =>
          notification ? consumer.deliver(notification, this.#gone.signal) : consumer.synced?.(),
        )
        // oxlint-disable-next-line no-await-in-loop -- one call at a time
        if (isThenable(result)) await result
      } catch (error) {
        failure = { error }
      }
      this.#call = undefined
      // A failed add counts: one bad object must not keep a handler from ever being in sync.
      this.#inInitial = false
      this.#checkSynced()
      // oxlint-disable-next-line no-await-in-loop -- the pause stands between two calls
      if (failure && !this.#isGoing(failure.error)) await this.#failed(failure.error, notification)
      if (++calls >= sliceCalls || turns.isOver()) {
        // oxlint-disable-next-line no-await-in-loop -- the turn of others stands between two slices
        await turns.next()
        calls = 0
      }
    }
    this.#loop = undefined
    this.#options.onIdle()
  }

  /** Whether `error` is how a handler ends that was told to by its signal. */
  #isGoing(error: unknown): boolean {
    const { aborted, reason } = this.#gone.signal
    return aborted && (error === reason || (error instanceof Error && error.cause === reason))
  }

  async #failed(cause: unknown, notification: Notification<T> | undefined): Promise<void> {
    const { informer, name, clock, pauseAfterError } = this.#options
    const { type = 'synced', key = '' } = notification ?? {}
    this.#options.onError(new HandlerError({ informer, handler: name, notification: type, key }, { cause }))
    if (this.#ended || pauseAfterError <= 0) return
    let timer: Timer | undefined
    await new Promise<void>((resolve) => {
      this.#endPause = resolve
      timer = clock.setTimer(pauseAfterError, resolve)
    })
    this.#endPause = undefined
    timer?.cancel()
  }
}
