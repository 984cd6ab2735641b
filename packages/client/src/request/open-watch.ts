import type { KubernetesObject } from '@rxkube/meta'
import { WatchInterruptedError } from '../errors/errors.ts'
import { TransportError } from '../errors/transport-error.ts'
import { watchBody, type WatchBodyOptions } from '../frames/watch-body.ts'
import type { WatchEvent, WatchStream } from '../lister-watcher.ts'
import { SilenceError, type Answer } from './requester.ts'

/** A watch whose headers have come. */
export class OpenWatch<T extends KubernetesObject> implements WatchStream<T> {
  readonly #answer: Answer
  readonly #path: string
  readonly #signal: AbortSignal | undefined
  readonly #events: AsyncGenerator<readonly WatchEvent<T>[], undefined>
  #bytes = 0
  #stopped = false

  constructor(
    answer: Answer,
    options: WatchBodyOptions<T> & { readonly path: string; readonly signal: AbortSignal | undefined },
  ) {
    this.#answer = answer
    this.#path = options.path
    this.#signal = options.signal
    this.#events = this.#read(options)
  }

  get bytes(): number {
    return this.#bytes
  }

  stop(): void {
    if (this.#stopped) return
    this.#stopped = true
    this.#answer.abort(new Error('the watch was stopped'))
  }

  [Symbol.asyncIterator](): AsyncIterator<readonly WatchEvent<T>[]> {
    const events = this.#events
    return {
      next: () => events.next(),
      // Frees the connection also of who leaves before the first event, or while one is waited for.
      return: () => {
        this.stop()
        return events.return(undefined)
      },
    }
  }

  async *#read(options: WatchBodyOptions<T>): AsyncGenerator<readonly WatchEvent<T>[], undefined> {
    try {
      for await (const events of watchBody(this.#counted(), options)) {
        // Nothing follows a stop, not even what had arrived before it.
        if (this.#stopped) return
        yield events
      }
    } catch (error) {
      this.#signal?.throwIfAborted()
      if (this.#stopped) return
      if (!(error instanceof TransportError)) throw error
      throw new WatchInterruptedError(this.#path, {
        cause: error,
        ...(error instanceof SilenceError && { silence: error.silence }),
      })
    } finally {
      this.stop()
    }
  }

  async *#counted(): AsyncGenerator<Uint8Array, undefined> {
    for await (const chunk of this.#answer.body) {
      this.#bytes += chunk.length
      yield chunk
    }
  }
}

/** A watch that is over before it began: what upstream hands out when opening one keeps failing on the connection. */
export const closedWatch: WatchStream<never> = {
  bytes: 0,
  stop: () => undefined,
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
}
