import { isAlreadyExists } from '@rxkube/client'
import type { Event } from '@rxkube/meta'
import type { BroadcasterOptions } from './broadcaster-options.ts'
import { Broadcaster } from './broadcaster.ts'
import type { EventCorrelatorOptions } from './correlator-options.ts'
import { deliver } from './deliver.ts'
import { EventNotSentError } from './errors.ts'
import { EventCorrelator, type EventCorrelateResult } from './event-correlator.ts'
import type { EventRecorder } from './event-recorder.ts'
import type { EventSink } from './event-sink.ts'
import type { EventWatcher, Watch } from './event-watcher.ts'
import { logLine } from './log-line.ts'
import { newEvent, type EventMaker, type EventSource, type Happening } from './new-event.ts'
import { factsOf } from './object-reference.ts'
import { verdictOn } from './verdict.ts'
import { writeEvent } from './write-event.ts'

/** How events of core/v1 are recorded. */
export interface EventBroadcasterOptions extends BroadcasterOptions {
  /** How events are aggregated, counted and held back. client-go: `WithCorrelatorOptions`. */
  readonly correlator?: Omit<EventCorrelatorOptions, 'clock' | 'random'> | undefined
}

type Sending = Extract<EventCorrelateResult, { skip: false }>

/**
 * Records events of core/v1 and sends them to sinks, each with a correlator of its own, one event after another.
 * client-go: `record.EventBroadcaster`.
 */
export class EventBroadcaster extends Broadcaster<Event> {
  readonly #correlator: EventBroadcasterOptions['correlator']

  constructor(options: EventBroadcasterOptions = {}) {
    super(options)
    this.#correlator = options.correlator
  }

  /** A recorder that speaks for `source`. client-go: `NewRecorder`. */
  newRecorder(source: EventSource): EventRecorder {
    const maker: EventMaker = { clock: this.clock, names: this.names, messageLimit: this.messageLimit }
    const record = (happening: Happening): void => this.record(() => newEvent(maker, source, happening))
    return {
      event: (object, type, reason, message) =>
        record({ object, annotations: undefined, type, reason, message }),
      annotatedEvent: (object, annotations, type, reason, message) =>
        record({ object, annotations, type, reason, message }),
    }
  }

  /** Sends all events from now on to `sink`. Throws a `BroadcasterShutDownError`. client-go: `StartRecordingToSink`. */
  startRecordingToSink(sink: EventSink<Event>): EventWatcher {
    const correlator = new EventCorrelator({ ...this.#correlator, clock: this.clock, random: this.random })
    return this.watchForSink((event, watch) => this.#recordToSink(sink, correlator, event, watch))
  }

  /** Writes each event from now on to a log, as one line of text. client-go: `StartLogging`. */
  startLogging(log: (line: string) => void): EventWatcher {
    return this.watchEach((event) => log(logLine(event)))
  }

  protected override fieldsOf({ involvedObject, type, reason, message }: Event): Record<string, string> {
    const { kind = '', apiVersion = '', fieldPath = '' } = involvedObject
    const { object } = factsOf(involvedObject, reason)
    return {
      object,
      fieldPath,
      kind,
      apiVersion,
      type: type ?? '',
      reason: reason ?? '',
      message: message ?? '',
    }
  }

  protected override drain(): Promise<void> {
    return Promise.resolve()
  }

  protected override cut(): void {
    return
  }

  #recordToSink(
    sink: EventSink<Event>,
    correlator: EventCorrelator,
    event: Event,
    watch: Watch<Event>,
  ): Promise<void> | undefined {
    let result: EventCorrelateResult
    try {
      result = correlator.correlate(event)
    } catch (error) {
      // A key function of the user's own.
      this.drop('invalid', 1, error)
      return undefined
    }
    if (!result.skip) return this.#send(sink, correlator, result, watch)
    this.tally.dropped('spam')
    return undefined
  }

  async #send(
    sink: EventSink<Event>,
    correlator: EventCorrelator,
    { event, patch, key }: Sending,
    { closing, signal }: Watch<Event>,
  ): Promise<void> {
    const outcome = await deliver({
      clock: this.clock,
      write: () => this.request(signal, (inner) => writeEvent(sink, event, patch, inner)),
      judge: verdictOn,
      // The first pause is drawn, so that not all clients come back at once when the server does.
      pause: (tries) => this.sleepDuration * (tries === 1 ? this.random.next() : 1),
      retrying: () => this.tally.retried(),
      closing,
      signal,
    })
    if (outcome.type === 'sent') {
      correlator.updateState(outcome.stored, key)
      this.tally.sent()
    } else if (outcome.type === 'shut-down') this.drop('shutDown')
    else if (outcome.type === 'refused' && outcome.quietly) {
      // The answer to an earlier try was lost: that one stored it.
      if (outcome.tries > 1 && isAlreadyExists(outcome.error)) this.tally.sent()
      else this.tally.dropped('rejected')
    } else {
      const facts = factsOf(event.involvedObject, event.reason)
      this.tally.dropped(outcome.type === 'refused' ? 'rejected' : 'retriesExhausted')
      this.reports.report(new EventNotSentError(facts, outcome.tries, outcome.error))
    }
  }
}
