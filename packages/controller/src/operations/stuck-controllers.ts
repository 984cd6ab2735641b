import type { Manager } from '../manager/manager.ts'
import type { Controller } from '../reconcile/controller.ts'

/**
 * Notices controllers that have work and end none of it. It looks when it is asked: one that was seen at work, and has
 * ended no run since, counts from then.
 */
export class StuckControllers {
  readonly #manager: Manager
  readonly #busySince = new WeakMap<Controller, { readonly at: number; readonly ended: number }>()

  constructor(manager: Manager) {
    this.#manager = manager
  }

  /** For how many milliseconds, at least, it has had work and ended none; 0 when it has none. */
  stuckFor(controller: Controller): number {
    const { phase, active, queue, results } = controller.status
    if (phase !== 'working' || (active === 0 && queue.depth === 0)) {
      this.#busySince.delete(controller)
      return 0
    }
    const now = this.#manager.client.clock.monotonic()
    const ended = Object.values(results).reduce((sum, count) => sum + count, 0)
    const before = this.#busySince.get(controller)
    if (before?.ended === ended) return now - before.at
    this.#busySince.set(controller, { at: now, ended })
    return 0
  }
}
