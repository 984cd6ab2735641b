import type { Change } from './change.ts'
import type { Notification } from './notification.ts'
import type { Consumer } from './registration.ts'

/** What a stream of changes is fed by: `open` begins, what it returns ends, and `onEnd` tells of an end from below. */
export type OpenFeed<T> = (consumer: Consumer<T>, onEnd: (error?: Error) => void) => () => void

type Result<T> = IteratorResult<Change<T>, undefined>

const done = { done: true, value: undefined } as const

/**
 * Pulls changes out of a mailbox one by one, so that a slow `for await` holds nothing back but its own mailbox.
 *
 * It opens with the first `next()`. A change counts as handled when the next one is asked for; `return()` and the
 * signal end it, also while a `next()` waits.
 */
export class ChangeIterator<T> implements AsyncIterator<Change<T>, undefined>, Consumer<T> {
  readonly #open: OpenFeed<T>
  readonly #resourceVersion: () => string
  readonly #signal: AbortSignal | undefined
  readonly #abort = (): void => this.#end()
  #close: (() => void) | undefined
  #asked: PromiseWithResolvers<Result<T>> | undefined
  #handled: PromiseWithResolvers<void> | undefined
  #last: Promise<unknown> = Promise.resolve()
  #ended = false
  #failure: { readonly error: Error } | undefined

  constructor(open: OpenFeed<T>, resourceVersion: () => string, signal: AbortSignal | undefined) {
    this.#open = open
    this.#resourceVersion = resourceVersion
    this.#signal = signal
  }

  next(): Promise<Result<T>> {
    const asked = this.#after(this.#last)
    this.#last = asked.catch(() => undefined)
    return asked
  }

  return(): Promise<Result<T>> {
    this.#end()
    return Promise.resolve(done)
  }

  deliver(notification: Notification<T>): Promise<void> {
    return this.#give(notification as Change<T>)
  }

  synced(): Promise<void> {
    return this.#give({ type: 'synced', resourceVersion: this.#resourceVersion() })
  }

  async #after(before: Promise<unknown>): Promise<Result<T>> {
    await before
    if (!this.#ended && this.#signal?.aborted) this.#end()
    if (this.#failure) {
      const { error } = this.#failure
      this.#failure = undefined
      throw error
    }
    if (this.#ended) return done
    this.#asked = Promise.withResolvers()
    const { promise } = this.#asked
    this.#handled?.resolve()
    if (!this.#close) {
      this.#close = this.#open(this, (error) => this.#end(error))
      this.#signal?.addEventListener('abort', this.#abort, { once: true })
    }
    return promise
  }

  #give(change: Change<T>): Promise<void> {
    this.#handled = Promise.withResolvers()
    this.#asked?.resolve({ done: false, value: change })
    this.#asked = undefined
    return this.#handled.promise
  }

  #end(error?: Error): void {
    if (this.#ended) return
    this.#ended = true
    this.#signal?.removeEventListener('abort', this.#abort)
    if (error && this.#asked) this.#asked.reject(error)
    else if (error) this.#failure = { error }
    this.#asked?.resolve(done)
    this.#handled?.resolve()
    this.#close?.()
  }
}
