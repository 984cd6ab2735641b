import type { EventSink, EventSinkOptions } from '@rxkube/event-recorder'
import type { KubernetesObject } from '@rxkube/meta'

/** A request that a sink was asked for. */
export interface SinkRequest<T> {
  readonly verb: 'create' | 'patch'
  readonly event: T
  readonly patch?: object
}

/** A sink that remembers its requests. It stores an event as it is, unless `answer` throws, waits or gives another. */
export class RecordingSink<T extends KubernetesObject> implements EventSink<T> {
  readonly requests: SinkRequest<T>[] = []
  answer: (request: SinkRequest<T>, options: EventSinkOptions) => Promise<T | void> | T | void = () =>
    undefined

  create(event: T, options: EventSinkOptions): Promise<T> {
    return this.#take({ verb: 'create', event }, options)
  }

  patch(event: T, patch: object, options: EventSinkOptions): Promise<T> {
    return this.#take({ verb: 'patch', event, patch }, options)
  }

  async #take(request: SinkRequest<T>, options: EventSinkOptions): Promise<T> {
    this.requests.push(request)
    return (await this.answer(request, options)) ?? structuredClone(request.event)
  }
}

/** Waits until the signal aborts, as a server that never answers. */
export function never({ signal }: EventSinkOptions): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}
