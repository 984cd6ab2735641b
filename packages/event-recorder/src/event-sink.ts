import type { Client } from '@rxkube/client'
import { Event, EventsV1Event, type KubernetesObject, type Resource } from '@rxkube/meta'

/** What a request of a sink is given. */
export interface EventSinkOptions {
  /** Aborted when nobody waits for the request any more. */
  readonly signal: AbortSignal
}

/** Where events are stored. Rejects as `Client` does: an `ApiError` is not tried again, a `TransportError` is. */
export interface EventSink<T extends KubernetesObject> {
  /** Stores a new event and resolves with it as stored. */
  create(event: T, options: EventSinkOptions): Promise<T>
  /** Applies a strategic merge patch to the event of that name and resolves with it as stored. */
  patch(event: T, patch: object, options: EventSinkOptions): Promise<T>
}

type EventClient = Pick<Client, 'create' | 'patch'>

/** Stores events as core/v1. client-go: `typedcorev1.EventSinkImpl`. */
export function clientEventSink(client: EventClient): EventSink<Event> {
  return sinkOf(client, Event)
}

/** Stores events as events.k8s.io/v1. client-go: `events.EventSinkImpl`. */
export function clientEventsV1Sink(client: EventClient): EventSink<EventsV1Event> {
  return sinkOf(client, EventsV1Event)
}

function sinkOf<T extends KubernetesObject>(client: EventClient, resource: Resource<T>): EventSink<T> {
  return {
    create: (event, { signal }) => client.create<T>(resource, event, { signal }),
    patch: ({ metadata }, patch, { signal }) => {
      const address = { name: metadata?.name ?? '', namespace: metadata?.namespace }
      return client.patch<T>(resource, address, patch, { type: 'strategic', signal })
    },
  }
}
