import { parseDuration, type Clock } from '@rxkube/clock'
import type { Indexer } from '@rxkube/indexer'
import type { KubernetesObject } from '@rxkube/meta'
import { ResyncIgnoredError } from './errors.ts'
import type { EventHandlerOptions } from './event-handler-options.ts'
import { guarded } from './guarded.ts'
import type { HandlerError } from './handler-error.ts'
import { Processor } from './processor.ts'
import { Registration, type Consumer } from './registration.ts'
import { grantedResyncPeriod, requestedResyncPeriod, ResyncSchedule } from './resync-schedule.ts'

/** What registrations need of their informer. */
export interface RegistrationsOptions<T extends KubernetesObject> {
  readonly informer: string
  readonly clock: Clock
  readonly indexer: Indexer<T>
  /** Milliseconds; 0 is never. */
  readonly resyncPeriod: number
  /** Milliseconds. */
  readonly pauseAfterError: number
  readonly report: (error: Error, heard?: boolean) => void
  /** A handler that is to fail fast failed. */
  readonly fail: (error: HandlerError) => void
  /** One came or went, or one of them changed its status. */
  readonly onChange: () => void
}

/** How one consumer joins. */
export interface JoinOptions<T> extends Omit<EventHandlerOptions<T>, 'filter'> {
  readonly consumer: Consumer<T>
  readonly name: string
  /** Told that nothing more comes; of the overflow if that is why, when it takes errors. */
  readonly onEnd?: (overflow?: unknown) => void
  /** A stream: an overflow is given to who reads it, in place of being told as the failure of a handler. */
  readonly takesErrors?: boolean
}

/** Everybody who listens to one informer: who joins when gets what, and how often. */
export class Registrations<T extends KubernetesObject> {
  readonly processor = new Processor<T>()
  readonly #options: RegistrationsOptions<T>
  readonly #defaultResync: number
  #checkPeriod: number
  #started = false
  #populated = false
  #synced = false
  #writing = false

  constructor(options: RegistrationsOptions<T>) {
    this.#options = options
    this.#defaultResync = requestedResyncPeriod(options.resyncPeriod)
    this.#checkPeriod = this.#defaultResync
  }

  /** How often the informer looks who is due, in milliseconds; 0 is never. */
  get resyncCheckPeriod(): number {
    return this.#checkPeriod
  }

  /** From now on the period is settled, and who joins is given what the cache holds. */
  start(): void {
    this.#started = true
    this.#populated = true
  }

  /** Tells of writes to the cache, within which user code may run. */
  setWriting(isWriting: boolean): void {
    this.#writing = isWriting
  }

  upstreamHasSynced(): void {
    this.#synced = true
    this.processor.upstreamHasSynced()
  }

  /** The cache was let go of: who joins next waits for the next one. */
  reset(): void {
    this.#started = false
    this.#populated = false
    this.#synced = false
  }

  /**
   * One turn: what the cache holds goes into the newcomer's mailbox, and from then on each change does. Nothing is
   * called within it, so there is no gap, and nothing comes twice.
   */
  join(options: JoinOptions<T>): Registration<T> {
    const { informer, clock, report, onChange } = this.#options
    const { name, consumer, onEnd } = options
    const failed = (error: HandlerError): void => this.#failed(error, options)
    const overflowed = (error: HandlerError): void => {
      if (options.takesErrors) report(asError(error.cause), true)
      else failed(error)
      onEnd?.(options.takesErrors ? error.cause : undefined)
    }
    const registration: Registration<T> = new Registration<T>({
      name,
      informer,
      consumer,
      clock,
      resync: this.#schedule(name, options.resyncPeriod),
      mailbox: options.mailbox,
      pauseAfterError:
        options.pauseAfterError === undefined
          ? this.#options.pauseAfterError
          : parseDuration(options.pauseAfterError),
      onError: failed,
      onIdle: onChange,
      onBusy: report,
      onEnd: (overflow) => {
        this.processor.delete(registration)
        onChange()
        // Users' code may add and remove handlers, which has no place between the mailboxes of one change.
        if (overflow) void Promise.resolve().then(() => overflowed(overflow))
        else onEnd?.()
      },
    })
    // Within a write the cache is ahead of what was told; right after it, both agree again.
    if (this.#writing) void Promise.resolve().then(() => this.#admit(registration))
    else this.#admit(registration)
    onChange()
    return registration
  }

  #failed(error: HandlerError, { onError, failFast }: JoinOptions<T>): void {
    const { report, fail } = this.#options
    report(error, onError !== undefined)
    guarded(
      () => onError?.(error),
      (thrown) => report(asError(thrown)),
    )
    if (failFast) fail(error)
  }

  #admit(registration: Registration<T>): void {
    if (this.processor.isOver) registration.end()
    if (registration.ended) return
    const { indexer } = this.#options
    if (this.#populated) {
      for (const key of indexer.keys()) {
        const object = indexer.getByKey(key)
        if (object !== undefined)
          registration.push({ type: 'added', key, object: object as T, initial: true })
      }
    }
    this.processor.add(registration)
    if (this.#synced) registration.upstreamHasSynced()
  }

  #schedule(handler: string, asked: EventHandlerOptions<T>['resyncPeriod']): ResyncSchedule {
    const { informer, clock, report } = this.#options
    let requested = asked === undefined ? this.#defaultResync : requestedResyncPeriod(parseDuration(asked))
    if (requested > 0 && requested < this.#checkPeriod) {
      if (this.#started) {
        const granted = this.#checkPeriod
        report(new ResyncIgnoredError({ informer, handler, requested, granted }))
        requested = granted
      } else {
        this.#checkPeriod = requested
        this.processor.checkPeriodChanged(requested)
      }
    }
    if (requested > 0 && grantedResyncPeriod(requested, this.#checkPeriod) === 0)
      report(new ResyncIgnoredError({ informer, handler, requested, granted: 0 }))
    return new ResyncSchedule(requested, this.#checkPeriod, clock.monotonic())
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
