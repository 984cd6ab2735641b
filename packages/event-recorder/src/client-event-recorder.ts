import type { Client } from '@rxkube/client'
import type { Observable } from 'rxjs'
import type { ShutdownOptions } from './broadcaster-options.ts'
import { EventBroadcaster, type EventBroadcasterOptions } from './event-broadcaster.ts'
import type { EventAnnotations, EventRecorder, EventType } from './event-recorder.ts'
import { clientEventSink } from './event-sink.ts'
import type { EventStats } from './event-stats.ts'
import type { EventSource } from './new-event.ts'
import type { Referencable } from './object-reference.ts'

/** Who records, and how. */
export interface ClientEventRecorderOptions extends EventSource, EventBroadcasterOptions {}

/**
 * A recorder, its broadcaster and its sink in one: records events of core/v1 with a client, whose clock and randomness
 * it uses unless told. Shut it down before the client is closed.
 */
export class ClientEventRecorder implements EventRecorder, AsyncDisposable {
  readonly broadcaster: EventBroadcaster
  readonly #recorder: EventRecorder

  constructor(
    client: Pick<Client, 'create' | 'patch' | 'clock' | 'random'>,
    options: ClientEventRecorderOptions,
  ) {
    const { clock, random } = client
    this.broadcaster = new EventBroadcaster({ clock, random, ...options })
    this.broadcaster.startRecordingToSink(clientEventSink(client))
    this.#recorder = this.broadcaster.newRecorder({ component: options.component, host: options.host })
  }

  get stats(): EventStats {
    return this.broadcaster.stats
  }

  get stats$(): Observable<EventStats> {
    return this.broadcaster.stats$
  }

  get error$(): Observable<Error> {
    return this.broadcaster.error$
  }

  event(object: Referencable, type: EventType, reason: string, message: string): void {
    this.#recorder.event(object, type, reason, message)
  }

  annotatedEvent(
    object: Referencable,
    annotations: EventAnnotations,
    type: EventType,
    reason: string,
    message: string,
  ): void {
    this.#recorder.annotatedEvent(object, annotations, type, reason, message)
  }

  /** As that of the broadcaster. */
  shutdown(options?: ShutdownOptions): Promise<void> {
    return this.broadcaster.shutdown(options)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.shutdown()
  }
}
