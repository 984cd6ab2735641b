/** Lets any number of waiters wait for the next `wake`. */
export class Wakeup {
  #next: PromiseWithResolvers<void> | undefined

  /** Resolves at the next `wake`; rejects with `signal.reason`. */
  async wait(signal?: AbortSignal): Promise<void> {
    this.#next ??= Promise.withResolvers()
    const woken = this.#next.promise
    if (signal === undefined) return woken
    signal.throwIfAborted()
    const aborted = Promise.withResolvers<never>()
    const abort = (): void => aborted.reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    try {
      await Promise.race([woken, aborted.promise])
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  wake(): void {
    this.#next?.resolve()
    this.#next = undefined
  }
}
