import type { Cached, Node, Pod } from '@rxkube/meta'
import { noExecutePlan } from '../decide/no-execute-plan.ts'
import type { HealthPlan } from '../decide/node-health.ts'
import { zoneKey } from '../decide/zone-key.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Zones } from '../tainting/zones.ts'
import { markPodsNotReady } from '../writes/mark-pods-not-ready.ts'
import { clearLifecycleTaints, swapTaints } from '../writes/swap-taints.ts'

/** Does what the health of a node asks for. */
export class FollowUp {
  readonly #around: Surroundings
  readonly #zones: Zones
  /** Nodes whose pods could not be marked when the node turned. */
  readonly #unfinished = new Set<string>()

  constructor(zones: Zones, around: Surroundings) {
    this.#zones = zones
    this.#around = around
  }

  /** A node was deleted: its pods are not marked any more. */
  forget(nodeName: string): void {
    this.#unfinished.delete(nodeName)
  }

  /** Nobody knows what became of a write about the node: its pods may have to be marked. */
  doubt(nodeName: string): void {
    this.#unfinished.add(nodeName)
  }

  /**
   * Taints, clears or queues the node, and marks its pods when it has turned. `isNew`: it was not looked at before.
   */
  async follow(node: Cached<Node>, { observed, current }: HealthPlan, isNew: boolean): Promise<void> {
    const name = node.metadata.name ?? ''
    if (current === undefined) {
      this.#unfinished.delete(name)
      return
    }
    const hasTurned = current.status !== 'True' && observed === 'True'
    const isUnfinished = this.#unfinished.has(name) && observed !== 'True'
    // Whoever looked before may have come as far as writing that the node is lost, and no further.
    const isLost = isNew && observed === 'Unknown'
    let pods: readonly Cached<Pod>[]
    try {
      pods = this.#around.view.podsOn(name)
    } catch (error) {
      this.#around.report(error)
      if (hasTurned) this.#unfinished.add(name)
      return
    }
    await this.#taint(node, observed)
    if (hasTurned) {
      this.#around.tell(node, 'Normal', 'NodeNotReady', `Node ${name} status is now: NodeNotReady`)
    }
    const isMarked = !(hasTurned || isUnfinished || isLost) || (await this.#mark(name, pods))
    if (isMarked) this.#unfinished.delete(name)
    else this.#unfinished.add(name)
  }

  /** The node is well, or is to be taken for well: its taints go, and it waits for none. */
  async clear(node: Cached<Node>): Promise<void> {
    const { name = '' } = node.metadata
    const queue = this.#zones.queue(zoneKey(node))
    // One that had its turn is tainted, even if the cache does not say so yet.
    const isTainted = queue.isHandled(name)
    await this.#attempt(async () => {
      await clearLifecycleTaints(node, this.#around, isTainted)
      queue.remove(name)
    })
  }

  async #taint(node: Cached<Node>, observed: string): Promise<void> {
    const plan = noExecutePlan(node, observed)
    switch (plan.type) {
      case 'clear':
        return this.clear(node)
      case 'swap':
        await this.#attempt(() => swapTaints(node, plan.change, this.#around))
        return undefined
      case 'queue': {
        const { name = '', uid = '' } = node.metadata
        const queue = this.#zones.queue(zoneKey(node))
        if (plan.fresh) queue.remove(name)
        queue.add(name, uid)
        return undefined
      }
    }
  }

  #mark(name: string, pods: readonly Cached<Pod>[]): Promise<boolean> {
    return this.#attempt(() => markPodsNotReady(name, pods, this.#around))
  }

  /** Whether it went well; what went wrong is tried again in the next pass. */
  async #attempt(attempt: () => Promise<void>): Promise<boolean> {
    const { report, signal } = this.#around
    try {
      await attempt()
      return true
    } catch (error) {
      signal.throwIfAborted()
      report(error)
      return false
    }
  }
}
