import { hostname } from 'node:os'
import { isAlreadyExists } from '@rxkube/client'
import { jitterUntil } from '@rxkube/clock'
import type { EventsV1Event } from '@rxkube/meta'
import type { BroadcasterOptions } from './broadcaster-options.ts'
import { Broadcaster } from './broadcaster.ts'
import { deliver } from './deliver.ts'
import { AlreadyRecordingError, EventNotSentError } from './errors.ts'
import { EventQueue } from './event-queue.ts'
import type { EventsV1Recorder } from './event-recorder.ts'
import type { EventSink } from './event-sink.ts'
import { newEventsV1Event, type Doing, type EventMaker } from './new-event.ts'
import { factsOf } from './object-reference.ts'
import { finishTime, SeriesCache, type SeriesSnapshot } from './series-cache.ts'
import { verdictOn, type Verdict } from './verdict.ts'
import { writeEvent } from './write-event.ts'

/** How events of events.k8s.io/v1 are recorded. */
export interface EventsV1BroadcasterOptions extends BroadcasterOptions {
  /** Series, and events that may become one, that are remembered; 4096 unless told. */
  readonly maxSeries?: number | undefined
  /** What instances of a controller are told apart by; the name of this host unless told. */
  readonly hostname?: string | undefined
}

interface Parcel {
  readonly event: EventsV1Event
  /** Whether it stands for an event that was recorded, and not for a count alone. */
  readonly offered: boolean
}

const recordWorkers = 8
const refreshTime = 30 * 60_000
// What a server takes as an instance.
const longestInstance = 128

/**
 * Records events of events.k8s.io/v1: repeats become a series, which is told of when it begins, each half hour, and when
 * it is over. Up to eight requests are made at once. client-go: `events.EventBroadcaster`.
 */
export class EventsV1Broadcaster extends Broadcaster<EventsV1Event> {
  readonly #series: SeriesCache
  readonly #deliveries: EventQueue<Parcel>
  readonly #hostname: string
  #sink: EventSink<EventsV1Event> | undefined
  #loops: readonly Promise<void>[] = []
  #underway = 0

  constructor(options: EventsV1BroadcasterOptions = {}) {
    super(options)
    this.#hostname = options.hostname ?? hostname()
    this.#series = new SeriesCache({
      clock: this.clock,
      maxSeries: options.maxSeries ?? 4096,
      evicted: (event) => this.#enqueue({ event, offered: false }),
    })
    this.#deliveries = new EventQueue({
      clock: this.clock,
      limit: options.queueSize ?? 1000,
      workers: recordWorkers,
      handle: (parcel) => this.#deliver(parcel),
      failed: (error) => this.reports.report(error as Error),
    })
  }

  /** A recorder that speaks for a controller. client-go: `NewRecorder`. */
  newRecorder(reportingController: string): EventsV1Recorder {
    const maker: EventMaker = { clock: this.clock, names: this.names, messageLimit: this.messageLimit }
    const reportingInstance = `${reportingController}-${this.#hostname}`.slice(0, longestInstance)
    const reporter = { reportingController, reportingInstance }
    const record = (doing: Doing): void => this.record(() => newEventsV1Event(maker, reporter, doing))
    return {
      eventf: (regarding, related, type, reason, action, note) =>
        record({ regarding, related, annotations: undefined, type, reason, action, note }),
      annotatedEventf: (regarding, related, annotations, type, reason, action, note) =>
        record({ regarding, related, annotations, type, reason, action, note }),
    }
  }

  /**
   * Sends all events from now on to `sink`. Throws an `AlreadyRecordingError` the second time, and a
   * `BroadcasterShutDownError`. client-go: `StartRecordingToSinkWithContext`.
   */
  startRecordingToSink(sink: EventSink<EventsV1Event>): void {
    if (this.#sink) throw new AlreadyRecordingError()
    this.watchForSink((event) => this.#recordToSink(event))
    this.#sink = sink
    const every = (period: number, body: () => Promise<void>): Promise<void> =>
      jitterUntil(this.clock, { period, signal: this.closing }, body)
    this.#loops = [every(refreshTime, () => this.#refresh()), every(finishTime, () => this.#finish())]
  }

  protected override fieldsOf({
    regarding = {},
    type,
    reason,
    action,
    note,
  }: EventsV1Event): Record<string, string> {
    const { kind = '', apiVersion = '' } = regarding
    const { object } = factsOf(regarding, reason)
    return {
      object,
      kind,
      apiVersion,
      type: type ?? '',
      reason: reason ?? '',
      action: action ?? '',
      note: note ?? '',
    }
  }

  protected override queued(): number {
    return super.queued() + this.#underway
  }

  protected override async drain(): Promise<void> {
    await Promise.all(this.#loops)
    await this.#deliveries.drained()
    for (const { event } of this.#series.untold()) {
      if (this.signal.aborted) break
      if (!this.#deliveries.hasRoom) await this.#deliveries.drained()
      this.#enqueue({ event, offered: false })
    }
    await this.#deliveries.drained()
  }

  protected override cut(): void {
    this.#deliveries.close()
    const thrown = this.#deliveries.clear().filter(({ offered }) => offered).length
    this.#underway -= thrown
    if (thrown > 0) this.drop('shutDown', thrown)
  }

  #recordToSink(event: EventsV1Event): undefined {
    const due = this.#series.observe(event)
    if (due) this.#enqueue({ event: due, offered: true })
    else this.tally.combined()
  }

  #enqueue(parcel: Parcel): void {
    const taken = this.#deliveries.offer(parcel)
    if (taken && parcel.offered) this.#underway++
    else if (!taken && parcel.offered) this.drop('queueFull')
    else if (!taken) this.reports.dropped('queueFull', 1)
  }

  async #deliver({ event, offered }: Parcel): Promise<void> {
    const outcome = await deliver({
      clock: this.clock,
      write: () => this.#write(event),
      judge: (error) => judge(error, event),
      pause: () => this.sleepDuration * (1 + 0.25 * this.random.next()),
      retrying: () => this.tally.retried(),
      closing: this.closing,
      signal: this.signal,
    })
    if (offered) this.#underway--
    if (outcome.type === 'refused' || outcome.type === 'gave-up') {
      // A series of the same event was faster: the server has it.
      if (isAlreadyExists(outcome.error)) {
        if (offered) this.tally.sent()
        return
      }
      if (offered) this.tally.dropped(outcome.type === 'refused' ? 'rejected' : 'retriesExhausted')
      if (outcome.type === 'refused' && outcome.quietly) return
      this.reports.report(notSent(event, outcome.tries, outcome.error))
    } else if (offered && outcome.type === 'sent') this.tally.sent()
    else if (offered) this.drop('shutDown')
  }

  /** The server forgets what was not written for an hour. */
  async #refresh(): Promise<void> {
    for (const snapshot of this.#series.toRefresh()) {
      if (this.closing.aborted) return
      const stored = await this.#recordOnce(snapshot)
      if (typeof stored === 'object') this.#series.adopt(snapshot, stored)
    }
  }

  async #finish(): Promise<void> {
    for (const snapshot of this.#series.toFinish()) {
      if (this.closing.aborted) return
      if (!snapshot.event.series || (await this.#recordOnce(snapshot)) !== 'retry')
        this.#series.forget(snapshot)
    }
  }

  /** One try: what is stored, or whether there is to be another. */
  async #recordOnce({ event }: SeriesSnapshot): Promise<EventsV1Event | Verdict> {
    try {
      return await this.#write(event)
    } catch (error) {
      if (this.signal.aborted) return 'retry'
      const verdict = judge(error, event)
      if (verdict !== 'drop-quietly') this.reports.report(notSent(event, 1, error))
      return verdict
    }
  }

  #write(event: EventsV1Event): Promise<EventsV1Event> {
    const { series } = event
    const sink = this.#sink as EventSink<EventsV1Event>
    return this.request(this.signal, (signal) => writeEvent(sink, event, series && { series }, signal))
  }
}

/** A series that is there already was not when it was patched: its event is being created, and comes to be patched. */
function judge(error: unknown, { series }: EventsV1Event): Verdict {
  return series && isAlreadyExists(error) ? 'retry' : verdictOn(error)
}

function notSent(
  { regarding = {}, reason }: EventsV1Event,
  tries: number,
  error: unknown,
): EventNotSentError {
  return new EventNotSentError(factsOf(regarding, reason), tries, error)
}
