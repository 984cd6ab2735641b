/** Hands pages from whoever fetches them to whoever reads them, with at most `size` parked in between. */
export class PageBuffer<P> {
  readonly #size: number
  #parked: P[] = []
  #ended = false
  #failure: { readonly error: unknown } | undefined
  #changed = Promise.withResolvers<void>()
  #waiting = false

  constructor(size: number) {
    this.#size = size
  }

  /** Resolves when the page is parked, or taken, or when the reader has gone. */
  async put(page: P): Promise<void> {
    // A reader that waits takes a page out of the fetcher's hand, as a Go channel without a buffer does.
    while (!this.#ended && this.#parked.length >= this.#size + (this.#waiting ? 1 : 0))
      await this.#changed.promise
    this.#parked.push(page)
    this.#tell()
  }

  /** No page follows, or none is wanted. */
  end(): void {
    this.#ended = true
    this.#tell()
  }

  fail(error: unknown): void {
    this.#failure = { error }
    this.#tell()
  }

  /** The next page; undefined after the last one. Throws what `fail` was given, after the pages before it. */
  async take(): Promise<P | undefined> {
    while (this.#parked.length === 0) {
      if (this.#failure) throw this.#failure.error
      if (this.#ended) return undefined
      this.#waiting = true
      this.#tell()
      await this.#changed.promise
    }
    this.#waiting = false
    // A buffer has a handful of pages, so that copying what is left costs nothing.
    const [page, ...rest] = this.#parked
    this.#parked = rest
    this.#tell()
    return page
  }

  #tell(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers()
  }
}
