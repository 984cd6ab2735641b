import type { Fault } from './fault.ts'

/** A fault that is on until it is removed. */
export class Switch implements Fault {
  readonly #count: () => number
  readonly #release: () => void
  #active = true

  constructor(count: () => number, release: () => void) {
    this.#count = count
    this.#release = release
  }

  get strikes(): number {
    return this.#count()
  }

  get active(): boolean {
    return this.#active
  }

  remove(): void {
    if (!this.#active) return
    this.#active = false
    this.#release()
  }

  [Symbol.dispose](): void {
    this.remove()
  }
}
