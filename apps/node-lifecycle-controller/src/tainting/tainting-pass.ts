import { sleep } from '@rxkube/clock'
import { findCondition } from '@rxkube/meta'
import { hasTaint, noExecuteChange } from '../decide/no-execute-plan.ts'
import { zoneKey } from '../decide/zone-key.ts'
import type { Surroundings } from '../surroundings.ts'
import { swapTaints } from '../writes/swap-taints.ts'
import type { Attempt, RateLimitedQueue } from './rate-limited-queue.ts'
import type { TimedValue } from './value-heap.ts'
import type { Zones } from './zones.ts'

const period = 100
const done: Attempt = { done: true }
// Nothing is known of the node right now.
const soon: Attempt = { done: false, retryIn: 50 }
const atOnce: Attempt = { done: false, retryIn: 0 }

/** Taints the nodes whose turn has come, in all zones. */
export class TaintingPass {
  readonly #around: Surroundings
  readonly #zones: Zones
  #running: Promise<void> = Promise.resolve()

  constructor(zones: Zones, around: Surroundings) {
    this.#zones = zones
    this.#around = around
  }

  /** Goes through all zones, one after another. */
  run(): Promise<void> {
    this.#running = this.#pass([...this.#zones.queues.values()])
    return this.#running
  }

  /**
   * Has `pass` go round ten times a second for as long as a node waits for its taint, until the controller stops. Rejects
   * with what it throws.
   */
  async loop(pass: () => Promise<void>): Promise<void> {
    const { clock, signal } = this.#around
    const began = clock.monotonic()
    try {
      while (!signal.aborted) {
        // oxlint-disable-next-line no-await-in-loop -- one pass after another
        await pass()
        // oxlint-disable-next-line no-await-in-loop -- as above
        await this.#zones.filled(signal)
        // As if it had never paused: a node that is queued waits no longer than it would have.
        // oxlint-disable-next-line no-await-in-loop -- as above
        await sleep(clock, period - ((clock.monotonic() - began) % period), { signal })
      }
    } catch (error) {
      if (!(signal.aborted && error === signal.reason)) throw error
    }
  }

  /** Resolves when no node is being tainted; does not reject. */
  async idle(): Promise<void> {
    await this.#running.catch(() => undefined)
  }

  async #pass(queues: readonly RateLimitedQueue[]): Promise<void> {
    // oxlint-disable-next-line no-await-in-loop -- zone after zone, as slow as they are meant to be
    for (const queue of queues) await queue.try((value) => this.#taint(value))
  }

  async #taint({ value: name }: TimedValue): Promise<Attempt> {
    const { view, metrics, report, signal } = this.#around
    const node = view.node(name)
    if (node === undefined) return done
    const ready = findCondition(node.status?.conditions, 'Ready')
    if (ready === undefined) return soon
    const change = noExecuteChange(ready.status)
    if (change === undefined) return done
    // A zone without a state begins anew in each pass: its nodes come again, and their taints say when they came.
    const isTainted = change.add.every((taint) => hasTaint(node, taint))
    if (isTainted && !change.remove.some((taint) => hasTaint(node, taint))) return done
    try {
      await swapTaints(node, change, this.#around)
    } catch (error) {
      signal.throwIfAborted()
      report(error)
      return atOnce
    }
    metrics.evictions(zoneKey(node), 1)
    return done
  }
}
