import type { ListerWatcher, WatchEvent, WatchStream } from '@rxkube/client'
import type { Clock } from '@rxkube/clock'
import type { Indexer, Indexers } from '@rxkube/indexer'
import type { KubernetesObject } from '@rxkube/meta'
import { WatchReadTwiceError, type ReflectorOptions } from '@rxkube/reflector'
import { EventBuffer } from './event-buffer.ts'
import { Informer } from './informer.ts'

/** How an InformerWatcher works. */
export interface InformerWatcherOptions<T extends KubernetesObject, Name extends string = string> {
  /** Aborting it ends the watch: reading rejects with `signal.reason`. */
  readonly signal?: AbortSignal | undefined
  readonly clock?: Clock | undefined
  readonly indexers?: Indexers<T, Name> | undefined
  /** How it lists and watches. */
  readonly reflector?: Omit<ReflectorOptions, 'resyncPeriod' | 'shouldResync'> | undefined
  readonly transform?: ((object: T) => T) | undefined
  /** Events that may wait to be read until the informer is held back; 1000 unless told. */
  readonly highWaterMark?: number | undefined
}

/**
 * An informer as a watch: what its cache is made of and what changes in it, as ADDED, MODIFIED and DELETED, in order.
 * Unlike a watch it goes on when the history is gone (410), and then leaves out what came and went in between. It runs
 * from the moment it is made. Upstream: `NewIndexerInformerWatcher`.
 *
 * Until the cache has synced all events wait to be read, so that one can wait for that first: as many as there are
 * objects. After that the informer is held back by who reads slowly. A deletion that was missed is DELETED with the
 * last state that was known.
 */
export class InformerWatcher<
  T extends KubernetesObject = KubernetesObject,
  Name extends string = string,
> implements WatchStream<T> {
  /** The cache: read it, never write it. */
  readonly store: Indexer<T, Name>
  /** Resolves when the informer has stopped and nothing of it is left; rejects with what ended it. */
  readonly done: Promise<void>
  readonly #informer: Informer<T, Name>
  readonly #events: EventBuffer<WatchEvent<T>>
  readonly #stopping = new AbortController()
  readonly #signal: AbortSignal | undefined
  readonly #abort = (): void => this.stop()
  #isRead = false

  constructor(listerWatcher: ListerWatcher<T>, options: InformerWatcherOptions<T, Name> = {}) {
    const { signal, highWaterMark = 1000, ...rest } = options
    this.#signal = signal
    const events = new EventBuffer<WatchEvent<T>>(highWaterMark)
    this.#events = events
    const push = (event: WatchEvent<T>): unknown => events.push(event, this.hasSynced())
    this.#informer = new Informer<T, Name>({
      ...rest,
      listerWatcher,
      handler: {
        added: (object) => push({ type: 'ADDED', object: object as T }),
        updated: (_before, object) => push({ type: 'MODIFIED', object: object as T }),
        deleted: (object) => push({ type: 'DELETED', object: object as T }),
      },
    })
    this.store = this.#informer.store
    signal?.addEventListener('abort', this.#abort, { once: true })
    if (signal?.aborted === true) this.stop()
    this.done = this.#run()
    // It is told to whoever reads, or waits for `done`.
    this.done.catch(() => undefined)
  }

  hasSynced(): boolean {
    return this.#informer.hasSynced()
  }

  /** Resolves when `hasSynced()` turns true. */
  get synced(): Promise<void> {
    return this.#informer.synced
  }

  /** Ends it at once; what was not read yet is not told any more. Harmless when repeated. */
  stop(): void {
    this.#signal?.removeEventListener('abort', this.#abort)
    this.#stopping.abort(new DOMException('the watch was stopped', 'AbortError'))
    this.#events.end()
  }

  /** Batches: all that waits. Rejects with what ended the informer; throws WatchReadTwiceError the second time. */
  [Symbol.asyncIterator](): AsyncGenerator<readonly WatchEvent<T>[], void, undefined> {
    if (this.#isRead) throw new WatchReadTwiceError()
    this.#isRead = true
    return this.#read()
  }

  async *#read(): AsyncGenerator<readonly WatchEvent<T>[], void, undefined> {
    try {
      for (;;) {
        const batch = await this.#events.take()
        if (batch.length === 0) break
        yield batch
      }
    } finally {
      const isAborted = this.#signal?.aborted === true
      this.stop()
      if (!isAborted) await this.done
    }
    this.#signal?.throwIfAborted()
  }

  async #run(): Promise<void> {
    try {
      await this.#informer.run(this.#stopping)
    } finally {
      this.stop()
    }
  }
}
