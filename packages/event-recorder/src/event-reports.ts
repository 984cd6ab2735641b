import { channel } from 'node:diagnostics_channel'
import type { Clock } from '@rxkube/clock'
import { Subject, type Observable } from 'rxjs'
import { EventHandlerError, EventsDroppedError } from './errors.ts'
import type { DropReason } from './event-stats.ts'

const errors = channel('rxkube:event-recorder:error')
const pause = 10_000

interface Silence {
  until: number
  unreported: number
  cause: unknown
}

/**
 * Where it is told what went wrong with events, in a later turn: nobody runs within a call of a recorder. What nobody
 * listens for becomes a warning of the process, once for each kind of error, so that nothing is swallowed.
 */
export class EventReports {
  readonly error$: Observable<Error>
  readonly #error$ = new Subject<Error>()
  readonly #clock: Clock
  readonly #onError: ((error: Error) => void) | undefined
  readonly #silences = new Map<DropReason, Silence>()
  readonly #warned = new Set<string>()
  #due: Error[] = []
  #ended = false

  constructor(clock: Clock, onError: ((error: Error) => void) | undefined) {
    this.error$ = this.#error$.asObservable()
    this.#clock = clock
    this.#onError = onError
  }

  report(error: Error): void {
    this.#due.push(error)
    if (this.#due.length === 1) void this.#tellLater()
  }

  /** Says that events were dropped: at once, or with those that follow when it was said a moment ago. */
  dropped(reason: DropReason, count: number, cause?: unknown): void {
    if (this.#ended) return
    const now = this.#clock.monotonic()
    const silence = this.#silences.get(reason) ?? { until: now, unreported: 0, cause }
    silence.unreported += count
    silence.cause = cause
    this.#silences.set(reason, silence)
    if (now < silence.until) return
    silence.until = now + pause
    this.#reportDropped(reason, silence)
  }

  /** Tells what was not told yet, and completes. Who is dropped afterwards is only counted. */
  end(): void {
    for (const [reason, silence] of this.#silences) {
      if (silence.unreported > 0) this.#reportDropped(reason, silence)
    }
    this.#tell()
    this.#ended = true
    this.#error$.complete()
  }

  #reportDropped(reason: DropReason, silence: Silence): void {
    const { unreported, cause } = silence
    silence.unreported = 0
    this.report(new EventsDroppedError(reason, unreported, cause))
  }

  async #tellLater(): Promise<void> {
    await Promise.resolve()
    this.#tell()
  }

  #tell(): void {
    const due = this.#due
    this.#due = []
    for (const error of due) this.#tellOf(error)
  }

  #tellOf(error: Error): void {
    if (this.#ended) return
    const heard = this.#onError !== undefined || errors.hasSubscribers || this.#error$.observed
    if (!heard) this.#warn(error)
    errors.publish({ error })
    this.#error$.next(error)
    try {
      this.#onError?.(error)
    } catch (thrown) {
      const failure = new EventHandlerError('onError threw: see the cause', thrown)
      if (this.#error$.observed) this.#error$.next(failure)
      else this.#warn(failure)
    }
  }

  #warn({ name, message, stack }: Error): void {
    if (this.#warned.has(name)) return
    this.#warned.add(name)
    process.emitWarning(`${message} (said once; the broadcaster's error$ tells of each)`, {
      type: name,
      code: 'RXKUBE_UNHEARD',
      ...(stack !== undefined && { detail: stack }),
    })
  }
}
