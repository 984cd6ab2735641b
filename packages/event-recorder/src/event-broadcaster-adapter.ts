import { isNotFound, type Client } from '@rxkube/client'
import { apiVersionOf, EventsV1Event } from '@rxkube/meta'
import { merge, type Observable } from 'rxjs'
import type { ShutdownOptions } from './broadcaster-options.ts'
import { EventBroadcaster, type EventBroadcasterOptions } from './event-broadcaster.ts'
import { eventRecorderAdapter } from './event-recorder-adapter.ts'
import type { EventRecorder, EventsV1Recorder } from './event-recorder.ts'
import { clientEventSink, clientEventsV1Sink } from './event-sink.ts'
import { EventsV1Broadcaster, type EventsV1BroadcasterOptions } from './events-v1-broadcaster.ts'

/** How events of either API are recorded. */
export interface EventBroadcasterAdapterOptions extends EventBroadcasterOptions, EventsV1BroadcasterOptions {}

type AdapterClient = Pick<Client, 'create' | 'patch' | 'request' | 'clock' | 'random'>

/**
 * Records events of events.k8s.io/v1 where the server has them, and of core/v1 where it does not: one recorder for both.
 * client-go: `EventBroadcasterAdapter`.
 */
export class EventBroadcasterAdapter implements AsyncDisposable {
  /** The broadcaster of events.k8s.io/v1, where the server has them. */
  readonly eventsV1: EventsV1Broadcaster | undefined
  /** The broadcaster of core/v1, which there always is for `newLegacyRecorder`. */
  readonly coreV1: EventBroadcaster
  /** What went wrong in either. */
  readonly error$: Observable<Error>
  /** Why the server could not be asked which it has; core/v1 was picked then. */
  readonly discoveryError: unknown
  readonly #client: AdapterClient

  /** Use `fromClient`, which asks the server. */
  constructor(
    client: AdapterClient,
    found: { readonly hasEventsV1: boolean; readonly discoveryError?: unknown },
    options: EventBroadcasterAdapterOptions = {},
  ) {
    const given = { clock: client.clock, random: client.random, ...options }
    this.eventsV1 = found.hasEventsV1 ? new EventsV1Broadcaster(given) : undefined
    this.coreV1 = new EventBroadcaster(given)
    this.error$ = this.eventsV1 ? merge(this.eventsV1.error$, this.coreV1.error$) : this.coreV1.error$
    this.discoveryError = found.discoveryError
    this.#client = client
  }

  /**
   * Asks the server which events it has. One that cannot be asked is taken for one that has core/v1 alone, as every
   * server does; `discoveryError` says why. Rejects with `signal.reason`, and no other.
   */
  static async fromClient(
    client: AdapterClient,
    options: EventBroadcasterAdapterOptions = {},
  ): Promise<EventBroadcasterAdapter> {
    const { signal } = options
    try {
      await client.request({ path: `/apis/${apiVersionOf(EventsV1Event)}`, signal })
      return new EventBroadcasterAdapter(client, { hasEventsV1: true }, options)
    } catch (error) {
      signal?.throwIfAborted()
      const found = { hasEventsV1: false, ...(!isNotFound(error) && { discoveryError: error }) }
      return new EventBroadcasterAdapter(client, found, options)
    }
  }

  /** Sends all events from now on to the server. */
  startRecordingToSink(): void {
    this.eventsV1?.startRecordingToSink(clientEventsV1Sink(this.#client))
    this.coreV1.startRecordingToSink(clientEventSink(this.#client))
  }

  /** A recorder that speaks for a controller; related objects and actions are lost in core/v1. */
  newRecorder(name: string): EventsV1Recorder {
    return this.eventsV1?.newRecorder(name) ?? eventRecorderAdapter(this.newLegacyRecorder(name))
  }

  /** A recorder of core/v1. client-go: `DeprecatedNewLegacyRecorder`. */
  newLegacyRecorder(name: string): EventRecorder {
    return this.coreV1.newRecorder({ component: name })
  }

  /** As those of the broadcasters, both at once. */
  async shutdown(options?: ShutdownOptions): Promise<void> {
    await Promise.all([this.eventsV1?.shutdown(options), this.coreV1.shutdown(options)])
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.shutdown()
  }
}
