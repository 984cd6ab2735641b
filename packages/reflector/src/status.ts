import { BehaviorSubject, type Observable } from 'rxjs'
import type { ReflectorState } from './state.ts'

/** What a reflector is doing, for people. */
export type ReflectorPhase = 'idle' | 'listing' | 'streaming' | 'watching' | 'backoff' | 'stopped'

/** How a reflector is doing. Counts are since it was made. */
export interface ReflectorStatus {
  readonly name: string
  readonly phase: ReflectorPhase
  /** A whole snapshot was delivered at least once. */
  readonly synced: boolean
  readonly resourceVersion: string
  /** The last failure; it stays until the next success. */
  readonly lastError: Error | undefined
  /** Failures in a row, since the last snapshot, event or watch that opened. */
  readonly attempts: number
  /** When, in milliseconds since 1970, what failed is tried again; undefined while it is not waited. */
  readonly retryAt: number | undefined
  /** Why the last snapshot was listed although a WatchList was asked for first. */
  readonly watchListError: Error | undefined
  /** Milliseconds for which initial events have been silent, told every 10 s; undefined when they are not. */
  readonly silentFor: number | undefined
  /** Requests. */
  readonly lists: number
  readonly watches: number
  /** Watches that ended within a second, without any event. */
  readonly shortWatches: number
  /** Events of watches, and items of lists, that were accepted. */
  readonly events: number
  readonly items: number
  /** When the last of them came, in milliseconds since 1970. */
  readonly lastEventAt: number | undefined
  /** Bytes of watches, where the ListerWatcher counts them. */
  readonly bytes: number
  /** Objects and events that did not belong. */
  readonly skipped: number
  /** Events that were older than the watch they came in. */
  readonly replayed: number
  /** Times that versions went back. */
  readonly violations: number
  /** Times that the consumer, or the watch error handler, threw. */
  readonly consumerErrors: number
}

const phases: Readonly<Record<ReflectorState['phase'], ReflectorPhase>> = {
  idle: 'idle',
  listing: 'listing',
  openingWatchList: 'streaming',
  streaming: 'streaming',
  openingWatch: 'watching',
  watching: 'watching',
  waiting: 'backoff',
  stopped: 'stopped',
}

/** Keeps the status; counts are cheap, and changes that matter are told. */
export class StatusBoard {
  readonly #subject: BehaviorSubject<ReflectorStatus>
  #status: ReflectorStatus
  #due: ReflectorStatus[] = []

  constructor(name: string) {
    this.#status = {
      name,
      phase: 'idle',
      synced: false,
      resourceVersion: '',
      lastError: undefined,
      attempts: 0,
      retryAt: undefined,
      watchListError: undefined,
      silentFor: undefined,
      lists: 0,
      watches: 0,
      shortWatches: 0,
      events: 0,
      items: 0,
      lastEventAt: undefined,
      bytes: 0,
      skipped: 0,
      replayed: 0,
      violations: 0,
      consumerErrors: 0,
    }
    this.#subject = new BehaviorSubject(this.#status)
  }

  get current(): ReflectorStatus {
    return this.#status
  }

  /** The status now, then whenever its phase or its error changes. */
  get changes$(): Observable<ReflectorStatus> {
    return this.#subject.asObservable()
  }

  update(change: Partial<ReflectorStatus>): void {
    this.#status = { ...this.#status, ...change }
  }

  /** Adds one, or `by`, to a count. */
  count(of: CountName, by = 1): void {
    this.#status = { ...this.#status, [of]: this.#status[of] + by }
  }

  /** The server answers again. */
  recovered(): void {
    if (this.#status.attempts > 0) this.update({ attempts: 0, lastError: undefined })
  }

  /** The reflector is somewhere else, or knows a newer version. */
  moved(state: ReflectorState): void {
    const { resourceVersion, synced } = state.memory
    const phase = phases[state.phase]
    this.update({
      phase,
      resourceVersion,
      synced,
      ...(phase !== 'backoff' && { retryAt: undefined }),
      ...(phase !== 'streaming' && { silentFor: undefined }),
    })
    const told = this.#due.at(-1) ?? this.#subject.value
    const { lastError, watchListError, silentFor } = this.#status
    const same =
      told.phase === phase &&
      told.synced === synced &&
      told.lastError === lastError &&
      told.watchListError === watchListError &&
      told.silentFor === silentFor
    if (!same) this.#tell(this.#status)
  }

  // Within a subject's `next` another one would overtake it: who subscribed later would see the older status last.
  #tell(status: ReflectorStatus): void {
    this.#due.push(status)
    if (this.#due.length > 1) return
    for (const each of this.#due) this.#subject.next(each)
    this.#due = []
  }
}

type CountName = {
  [K in keyof ReflectorStatus]: ReflectorStatus[K] extends number ? K : never
}[keyof ReflectorStatus]
