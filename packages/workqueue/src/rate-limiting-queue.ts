import { DelayingQueue } from './delaying-queue.ts'
import { defaultControllerRateLimiter } from './rate-limiters/default-rate-limiters.ts'
import type { RateLimiter } from './rate-limiters/rate-limiter.ts'
import type { AddOptions, WorkQueueOptions } from './work-queue-options.ts'

/** How a rate-limiting queue works. */
export interface RateLimitingQueueOptions<T> extends WorkQueueOptions<T> {
  /** Says how long each item waits; client-go's default for controllers unless told. */
  readonly rateLimiter?: RateLimiter<T> | undefined
}

/** A queue whose items wait as long as a rate limiter says. client-go: `workqueue.TypedRateLimitingInterface`. */
export class RateLimitingQueue<T> extends DelayingQueue<T> {
  readonly #rateLimiter: RateLimiter<T>

  constructor(options: RateLimitingQueueOptions<T> = {}) {
    super(options)
    this.#rateLimiter =
      options.rateLimiter ?? defaultControllerRateLimiter({ clock: options.clock, keyOf: options.keyOf })
  }

  /** Adds `item` when the rate limiter says it may come: after a failure. */
  addRateLimited(item: T, options?: AddOptions): void {
    this.addAfter(item, this.#rateLimiter.when(item), options)
  }

  /** Lets the rate limiter forget `item`: after a success, or when it is given up. `done` has to be said all the same. */
  forget(item: T): void {
    this.#rateLimiter.forget(item)
  }

  /** How often the rate limiter was asked since it last forgot `item`. */
  numRequeues(item: T): number {
    return this.#rateLimiter.numRequeues(item)
  }
}
