import type { Fault } from './fault.ts'

/** Which caches fall behind. */
export interface LagScope {
  /** The view; `default` is the server itself. Unless told: every view. */
  readonly view?: string
  /** `pods`, `deployments.apps`. Unless told: every resource. */
  readonly resource?: string
}

/** A fault that keeps events back from watches, and perhaps from reads that may be stale. */
export class LagFault implements Fault {
  /** How long an event is kept back, in milliseconds; Infinity until the fault is removed. */
  readonly by: number
  /** Whether reads at version 0 lag as well. */
  readonly reads: boolean
  readonly #scope: LagScope
  readonly #changed: () => void
  #active = true
  #strikes = 0

  constructor(scope: LagScope, by: number, reads: boolean, changed: () => void) {
    this.#scope = scope
    this.by = by
    this.reads = reads
    this.#changed = changed
  }

  /** How many events it has kept back. */
  get strikes(): number {
    return this.#strikes
  }

  get active(): boolean {
    return this.#active
  }

  remove(): void {
    if (!this.#active) return
    this.#active = false
    this.#changed()
  }

  [Symbol.dispose](): void {
    this.remove()
  }

  /** The view that it is for; undefined when it is for every one. */
  get view(): string | undefined {
    return this.#scope.view
  }

  covers(view: string, resource: string): boolean {
    const { view: inView = view, resource: of = resource } = this.#scope
    return inView === view && of === resource
  }

  count(): void {
    this.#strikes++
  }
}
