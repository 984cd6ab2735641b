/** Told that a promise settled, and of the failure if it rejected. */
export type Waiter = (failure?: { readonly error: unknown }) => void

const waiters = new WeakMap<Promise<unknown>, Waiters>()

/**
 * Those who wait for a promise that may take for ever: who gives up is forgotten, which a promise itself does not do
 * with its reactions before it settles.
 */
export class Waiters {
  readonly #waiting = new Set<Waiter>()
  #settled = false
  #failure: { readonly error: unknown } | undefined

  private constructor(promise: Promise<unknown>) {
    promise.then(
      () => this.#tell(undefined),
      (error: unknown) => this.#tell({ error }),
    )
  }

  /** Those of one promise. */
  static of(promise: Promise<unknown>): Waiters {
    const known = waiters.get(promise) ?? new Waiters(promise)
    waiters.set(promise, known)
    return known
  }

  get size(): number {
    return this.#waiting.size
  }

  /** Tells `waiter` once, at once if the promise is known to have settled. What is given back takes that back. */
  add(waiter: Waiter): () => void {
    if (this.#settled) waiter(this.#failure)
    else this.#waiting.add(waiter)
    return () => void this.#waiting.delete(waiter)
  }

  #tell(failure: { readonly error: unknown } | undefined): void {
    this.#settled = true
    this.#failure = failure
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const waiter of waiting) waiter(failure)
  }
}
