import { parseDuration, systemClock, systemRandom, type Clock, type Random } from '@rxkube/clock'
import type { DeepReadonly } from '@rxkube/meta'
import type { Observable } from 'rxjs'
import { answerWithin } from './answer-within.ts'
import type { BroadcasterOptions, ShutdownOptions, StructuredLog } from './broadcaster-options.ts'
import { BroadcasterShutDownError, EventHandlerError } from './errors.ts'
import { EventNames } from './event-names.ts'
import { EventReports } from './event-reports.ts'
import type { DropReason, EventStats } from './event-stats.ts'
import { grace, Watch, type EventHandler, type EventWatcher } from './event-watcher.ts'
import { Tally } from './tally.ts'
import { within } from './within.ts'

/**
 * Hands each event to every sink and watcher, each of which has a bounded line of its own. Recording never waits and
 * never throws: what goes wrong is counted in `stats` and told by `error$`.
 */
export abstract class Broadcaster<T> implements AsyncDisposable {
  /** What went wrong; completes with the shutdown. */
  readonly error$: Observable<Error>
  /** The stats now and, at most once a turn of the event loop, when they have changed; completes with the shutdown. */
  readonly stats$: Observable<EventStats>
  protected readonly clock: Clock
  protected readonly random: Random
  protected readonly names: EventNames
  protected readonly tally: Tally
  protected readonly reports: EventReports
  protected readonly messageLimit: number
  /** Milliseconds. */
  protected readonly sleepDuration: number
  readonly #requestTimeout: number
  readonly #drainTimeout: number
  readonly #queueSize: number
  readonly #outer: AbortSignal | undefined
  readonly #abort = (): void => void this.shutdown()
  /** Those that are given events. */
  readonly #watches = new Set<Watch<T>>()
  /** Those that may still be at it. */
  readonly #running = new Set<Watch<T>>()
  readonly #sinks = new Set<Watch<T>>()
  readonly #closing = new AbortController()
  readonly #cut = new AbortController()
  readonly #cutOff = Promise.withResolvers<void>()
  #end: Promise<void> | undefined

  constructor(options: BroadcasterOptions = {}) {
    const { clock = systemClock, random = systemRandom, queueSize = 1000, messageLimit = 1024 } = options
    if (!(queueSize >= 1)) throw new RangeError(`queueSize is ${queueSize}; it must be 1 or more`)
    this.clock = clock
    this.random = random
    this.names = new EventNames(clock, random)
    this.tally = new Tally(clock, () => this.queued())
    this.reports = new EventReports(clock, options.onError)
    this.error$ = this.reports.error$
    this.stats$ = this.tally.stats$
    this.messageLimit = messageLimit
    this.sleepDuration = parseDuration(options.sleepDuration ?? '10s')
    this.#requestTimeout = parseDuration(options.requestTimeout ?? '2m')
    this.#drainTimeout = parseDuration(options.drainTimeout ?? '5s')
    this.#queueSize = queueSize
    this.#outer = options.signal
    if (this.#outer?.aborted) {
      this.#closing.abort()
      // What extends this class is not made yet.
      void Promise.resolve().then(this.#abort)
    } else this.#outer?.addEventListener('abort', this.#abort, { once: true })
  }

  get stats(): EventStats {
    return this.tally.stats
  }

  /** Aborted when the shutdown has begun. */
  protected get closing(): AbortSignal {
    return this.#closing.signal
  }

  /** Aborted when nothing is waited for any more. */
  protected get signal(): AbortSignal {
    return this.#cut.signal
  }

  /**
   * Calls `handler` with each event from now on, one after another. Throws a `BroadcasterShutDownError`. client-go:
   * `StartEventWatcher`.
   */
  startEventWatcher(handler: EventHandler<T>): EventWatcher {
    return this.watchEach((event, signal) => handler(event as DeepReadonly<T>, { signal }) ?? undefined)
  }

  /** Writes each event from now on to a log. client-go: `StartStructuredLogging`. */
  startStructuredLogging(log: StructuredLog): EventWatcher {
    return this.watchEach((event) => log('Event occurred', this.fieldsOf(event)))
  }

  /**
   * Takes no more events, tries to send each that waits once, as long as there is time, and resolves when nothing runs
   * any more: no request, no handler, no timer. What was not sent is counted as dropped.
   */
  async shutdown({ timeout, signal }: ShutdownOptions = {}): Promise<void> {
    const time = timeout === undefined ? this.#drainTimeout : parseDuration(timeout)
    this.#end ??= this.#shutDown()
    const cut = (): void => this.#cutAll()
    if (signal?.aborted === true || time === 0) cut()
    const timer = this.clock.setTimer(time, cut)
    signal?.addEventListener('abort', cut, { once: true })
    await this.#end
    timer.cancel()
    signal?.removeEventListener('abort', cut)
    signal?.throwIfAborted()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.shutdown()
  }

  /** What a log says of an event. */
  protected abstract fieldsOf(event: T): Readonly<Record<string, string>>

  /** Resolves when what was taken from the lines is done, too. */
  protected abstract drain(): Promise<void>

  /** Ends what `drain` waits for. */
  protected abstract cut(): void

  /** Events that wait for a sink, or are being sent. */
  protected queued(): number {
    let queued = 0
    for (const { pending } of this.#sinks) queued += pending
    return queued
  }

  protected watchEach(handle: (event: T, signal: AbortSignal) => Promise<void> | void): EventWatcher {
    return this.#watch((event, { signal }) => handle(event, signal) ?? undefined, false)
  }

  /** Adds a sink: what its line has no room for, or what is thrown away, is counted. */
  protected watchForSink(handle: (event: T, watch: Watch<T>) => Promise<void> | undefined): Watch<T> {
    return this.#watch(handle, true)
  }

  /** Gives the event that `make` makes to all. Neither waits nor throws. */
  protected record(make: () => T): void {
    if (this.closing.aborted) this.#refuse('shutDown')
    else if (this.#watches.size === 0) this.#refuse('noSink')
    else if (!this.#hasRoom()) this.#missed()
    else {
      try {
        this.#offer(make())
      } catch (error) {
        this.#refuse('invalid', error)
      }
    }
  }

  /** One request, which ends in time. */
  protected request<R>(outer: AbortSignal, run: (signal: AbortSignal) => Promise<R>): Promise<R> {
    return answerWithin(this.clock, this.#requestTimeout, outer, run)
  }

  protected drop(reason: DropReason, count = 1, cause?: unknown): void {
    this.tally.dropped(reason, count)
    this.reports.dropped(reason, count, cause)
  }

  #offer(event: T): void {
    for (const watch of this.#watches) {
      const isSink = this.#sinks.has(watch)
      const taken = watch.offer(event)
      if (isSink) this.tally.offered()
      if (!taken) this.#full(isSink)
    }
  }

  #hasRoom(): boolean {
    for (const { hasRoom } of this.#watches) if (hasRoom) return true
    return false
  }

  #missed(): void {
    for (const watch of this.#watches) {
      const isSink = this.#sinks.has(watch)
      watch.missed()
      if (isSink) this.tally.offered()
      this.#full(isSink)
    }
  }

  #full(isSink: boolean): void {
    if (isSink) this.drop('queueFull')
    else this.reports.dropped('queueFull', 1)
  }

  #refuse(reason: DropReason, cause?: unknown): void {
    this.tally.offered()
    this.drop(reason, 1, cause)
  }

  #watch(handle: (event: T, watch: Watch<T>) => Promise<void> | undefined, isSink: boolean): Watch<T> {
    if (this.closing.aborted) throw new BroadcasterShutDownError('starting a watcher or a sink')
    const watch = new Watch<T>({
      clock: this.clock,
      limit: this.#queueSize,
      handle,
      failed: (error) => this.reports.report(new EventHandlerError('a watcher threw: see the cause', error)),
      thrown: (count) => {
        if (isSink) this.drop('shutDown', count)
      },
      stopped: () => this.#watches.delete(watch),
      ended: () => {
        this.#running.delete(watch)
        this.#sinks.delete(watch)
      },
    })
    this.#watches.add(watch)
    this.#running.add(watch)
    if (isSink) this.#sinks.add(watch)
    return watch
  }

  async #shutDown(): Promise<void> {
    this.#outer?.removeEventListener('abort', this.#abort)
    this.#closing.abort()
    for (const watch of this.#running) watch.close()
    const drained = this.#drained()
    await Promise.race([drained, this.#cutOff.promise])
    this.#cutAll()
    if (!(await within(this.clock, grace, drained)))
      this.reports.report(new EventHandlerError('a watcher or sink does not end although its signal aborted'))
    this.tally.end()
    this.reports.end()
  }

  async #drained(): Promise<void> {
    await Promise.all([...this.#running].map((watch) => watch.drained()))
    await this.drain()
  }

  #cutAll(): void {
    if (this.#cut.signal.aborted) return
    for (const watch of this.#running) watch.cut()
    this.#cut.abort()
    this.cut()
    this.#cutOff.resolve()
  }
}
