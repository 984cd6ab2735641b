import type { ListerWatcher, ListOptions, ListPart, WatchEvent, WatchStream } from '@rxkube/client'
import type { KubernetesObject } from '@rxkube/meta'

/** What passes between an informer and the API server, as it passes. */
export interface SourceObserver<T> {
  readonly requested: (verb: 'list' | 'watch', options: ListOptions) => void
  readonly received: (object: T) => void
  /** Something came that may make an informer list: an error, an ERROR event, an end, a stop of its own. */
  readonly disturbed: (what: string) => void
}

/**
 * The same lister-watcher, with somebody looking on: for the requests and reasons that an `InvariantMonitor` is told of.
 * `labelSelector` goes with every request.
 */
export class ObservedSource<T extends KubernetesObject> implements ListerWatcher<T> {
  readonly description: string
  readonly watchListUnsupported: boolean
  readonly #source: ListerWatcher<T>
  readonly #observer: SourceObserver<T>
  readonly #labelSelector: string

  constructor(source: ListerWatcher<T>, observer: SourceObserver<T>, labelSelector = '') {
    this.description = source.description
    this.watchListUnsupported = source.watchListUnsupported ?? false
    this.#source = source
    this.#observer = observer
    this.#labelSelector = labelSelector
  }

  async *list(options: ListOptions, call: { readonly signal: AbortSignal }): AsyncGenerator<ListPart<T>> {
    this.#observer.requested('list', options)
    try {
      for await (const part of this.#source.list(this.#selected(options), call)) {
        if (part.type === 'items') for (const item of part.items) this.#observer.received(item)
        else if (part.metadata.resourceVersion === undefined || part.kind === 'Table') {
          this.#observer.disturbed('an invalid list')
        }
        yield part
      }
    } catch (error) {
      this.#observer.disturbed(String(error))
      throw error
    }
  }

  async watch(options: ListOptions, call: { readonly signal: AbortSignal }): Promise<WatchStream<T>> {
    this.#observer.requested('watch', options)
    try {
      const stream = await this.#source.watch(this.#selected(options), call)
      let ended = false
      const stop = () => {
        if (!ended) this.#observer.disturbed('stopped by the informer')
        stream.stop()
      }
      const looked = this.#looked(stream, () => {
        ended = true
      })
      return { stop, [Symbol.asyncIterator]: () => looked }
    } catch (error) {
      this.#observer.disturbed(String(error))
      throw error
    }
  }

  async *#looked(
    stream: WatchStream<T>,
    ended: () => void,
  ): AsyncGenerator<readonly WatchEvent<T>[], undefined> {
    let events = 0
    try {
      for await (const batch of stream) {
        for (const event of batch) {
          events += 1
          if (event.type === 'ERROR') this.#observer.disturbed('an ERROR event')
          else if (event.type !== 'BOOKMARK') this.#observer.received(event.object)
        }
        yield batch
      }
    } finally {
      ended()
      if (events === 0) this.#observer.disturbed('an empty watch')
    }
  }

  #selected(options: ListOptions): ListOptions {
    return this.#labelSelector === '' ? options : { ...options, labelSelector: this.#labelSelector }
  }
}
