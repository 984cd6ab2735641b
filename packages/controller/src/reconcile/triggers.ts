import type { KubernetesObject } from '@rxkube/meta'
import type { ResourceEventHandlerRegistration } from '@rxkube/shared-informer'
import type { RateLimitingQueue } from '@rxkube/workqueue'
import type { Subscription } from 'rxjs'
import type { Cause } from '../cause.ts'
import { asError } from '../errors.ts'
import type { WatchedEvent } from '../predicates/predicate.ts'
import { requestFor, requestKey, type Request } from '../request.ts'
import type { RequestQueue } from '../sources/event-handler.ts'
import { InvalidRequestError, SourceFailedError, type StreamSource } from '../sources/stream-source.ts'
import { attach, type WatchSource } from '../sources/watch-source.ts'
import { resourceKey, type Cache, type Caches } from './caches.ts'
import type { Surroundings } from './controller-parts.ts'
import { grace } from './time-limit.ts'

/** The priority of what was there when the watch began, and of resyncs. controller-runtime: `LowPriority`. */
export const lowPriority = -100

/** What triggers need of their controller. */
export interface TriggerParts {
  readonly name: string
  readonly primary: Cache | undefined
  readonly watches: readonly WatchSource[]
  readonly streams: readonly StreamSource[]
  readonly caches: Caches
  readonly queue: RateLimitingQueue<Request>
  readonly report: (error: Error) => void
}

/** Everything that wakes a controller: the watches it declared, and streams. */
export class Triggers {
  readonly #parts: TriggerParts
  readonly #around: Surroundings
  readonly #registrations: ResourceEventHandlerRegistration[] = []
  readonly #subscriptions: Subscription[] = []

  constructor(parts: TriggerParts, around: Surroundings) {
    this.#parts = parts
    this.#around = around
  }

  /** Begins to listen. */
  attach(): void {
    const { name, watches, streams, caches } = this.#parts
    for (const source of watches) {
      const cache = caches.get(source.resource, source.projection)
      if (!cache) continue
      const resource = resourceKey(source.resource)
      const registration = attach(source, cache.informer, {
        name: `${name} ${resource}`,
        clock: this.#around.client.clock,
        isOwn: (before, after) => this.#around.writeLog.leadsTo(resource, before, after, name),
        settled: (object) => this.#around.writeLog.settled(resource, object),
        queueFor: (event) => this.#queueFor(resource, event),
      })
      if (registration) this.#registrations.push(registration)
    }
    for (const source of streams) this.#subscribe(source)
  }

  /** Resolves when all that was there when the watches began is in the queue. */
  async synced(): Promise<void> {
    await Promise.all(this.#registrations.map(({ synced }) => synced))
  }

  /** Hears nothing any more; resolves when no call is under way. */
  async stop(): Promise<void> {
    for (const subscription of this.#subscriptions) subscription.unsubscribe()
    // A call that does not end, although its signal has aborted, is left behind.
    const removed = await Promise.allSettled(
      this.#registrations.map((registration) => registration.remove({ timeout: grace })),
    )
    for (const one of removed) if (one.status === 'rejected') this.#parts.report(asError(one.reason))
  }

  #queueFor(resource: string, event: WatchedEvent<KubernetesObject>): RequestQueue {
    const { queue, primary } = this.#parts
    const options = { cause: this.#causeOf(resource, event), priority: priorityOf(event) }
    // Once for each event: the second would find the first at work already, and have it done twice.
    const added = new Set<string>()
    return {
      add: (request) => {
        const key = requestKey(request)
        if (!added.has(key)) queue.add(request, options)
        added.add(key)
      },
      addAfter: (request, delay) => queue.addAfter(request, delay, options),
      requestsByIndex: (index, value) =>
        primary?.informer.indexer.byIndex(index, value).flatMap((object) => requestFor(object) ?? []) ?? [],
    }
  }

  #causeOf(resource: string, event: WatchedEvent<KubernetesObject>): Cause {
    const { name = '', namespace = '', resourceVersion } = event.object.metadata ?? {}
    return {
      type: event.type === 'updated' && event.sync ? 'resync' : event.type,
      source: resource,
      object: requestKey({ namespace, name }),
      ...(resourceVersion !== undefined && { resourceVersion }),
      ...(event.type === 'added' && event.initial && { initial: true }),
    }
  }

  #subscribe(source: StreamSource): void {
    const { queue, primary, name, report } = this.#parts
    const cause: Cause = { type: 'requested', source: source.name }
    const error = (thrown: unknown): void => report(new SourceFailedError(name, source.name, thrown))
    const subscription = source.all
      ? source.stream.subscribe({
          next: () => {
            for (const object of primary?.informer.indexer.values() ?? []) {
              const request = requestFor(object)
              if (request) queue.add(request, { cause, priority: lowPriority })
            }
          },
          error,
        })
      : source.stream.subscribe({
          next: (requests) => {
            try {
              for (const request of isRequest(requests) ? [requests] : requests) queue.add(request, { cause })
            } catch (thrown) {
              // It would end the process, and the stream with it.
              report(new InvalidRequestError(name, source.name, thrown))
            }
          },
          error,
        })
    this.#subscriptions.push(subscription)
  }
}

function isRequest(requests: Request | Iterable<Request>): requests is Request {
  return 'name' in requests
}

function priorityOf(event: WatchedEvent<KubernetesObject>): number {
  const isOld = event.type === 'added' ? event.initial : event.type === 'updated' && event.sync
  return isOld ? lowPriority : 0
}
