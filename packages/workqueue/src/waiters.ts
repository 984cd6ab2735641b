interface Waiter<R> {
  readonly resolve: (value: R) => void
  readonly reject: (reason: unknown) => void
}

/** Those who wait for something, served in the order they came. */
export class Waiters<R> {
  // Bounded by those who wait.
  readonly #waiters = new Set<Waiter<R>>()

  /** Whether anybody waits. */
  get waiting(): boolean {
    return this.#waiters.size > 0
  }

  /** Rejects with `signal.reason`. */
  wait(signal: AbortSignal | undefined): Promise<R> {
    const { promise, resolve, reject } = Promise.withResolvers<R>()
    const abort = () => {
      this.#waiters.delete(waiter)
      waiter.reject(signal?.reason)
    }
    const settled = () => signal?.removeEventListener('abort', abort)
    const waiter: Waiter<R> = {
      resolve: (value) => {
        settled()
        resolve(value)
      },
      reject: (reason) => {
        settled()
        reject(reason)
      },
    }
    this.#waiters.add(waiter)
    signal?.addEventListener('abort', abort, { once: true })
    return promise
  }

  resolveFirst(value: R): void {
    for (const waiter of this.#waiters) {
      this.#waiters.delete(waiter)
      waiter.resolve(value)
      return
    }
  }

  resolveAll(value: R): void {
    const all = [...this.#waiters]
    this.#waiters.clear()
    for (const { resolve } of all) resolve(value)
  }
}
