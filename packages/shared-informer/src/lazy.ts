/**
 * A value that is computed when it is asked for and kept until `notify`. Who asks while it is computed shares the
 * computation; who asks after a `notify` gets a value whose computation began after it. Failures are not kept.
 * Upstream: `synctrack.Lazy`.
 */
export class Lazy<T> {
  readonly #evaluate: () => T | Promise<T>
  #current: Promise<T> | undefined

  constructor(evaluate: () => T | Promise<T>) {
    this.#evaluate = evaluate
  }

  /** What the value was computed from has changed. */
  notify(): void {
    this.#current = undefined
  }

  /** Rejects with what the computation threw. */
  get(): Promise<T> {
    if (this.#current !== undefined) return this.#current
    const current = this.#compute(() => {
      if (this.#current === current) this.#current = undefined
    })
    this.#current = current
    return current
  }

  async #compute(forget: () => void): Promise<T> {
    // A turn later, so that a notify from within the computation finds it in place.
    await Promise.resolve()
    try {
      return await this.#evaluate()
    } catch (error) {
      forget()
      throw error
    }
  }
}
