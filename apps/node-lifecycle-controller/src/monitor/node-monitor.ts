import type { Cached, Node } from '@rxkube/meta'
import { parallelizeUntil } from '@rxkube/workqueue'
import { membershipChange } from '../decide/membership.ts'
import type { NodeHealth } from '../decide/node-health.ts'
import { isExcludedFromDisruption, zoneKey } from '../decide/zone-key.ts'
import type { NodeLifecycleSettings } from '../node-lifecycle-options.ts'
import type { Surroundings } from '../surroundings.ts'
import type { TaintingPass } from '../tainting/tainting-pass.ts'
import type { Zones } from '../tainting/zones.ts'
import { updateHealth } from '../writes/update-health.ts'
import { handleDisruption } from './disruption.ts'
import { FollowUp } from './follow-up.ts'

const parallelLooks = 8

/** Looks at the health of all nodes, pass by pass. Upstream: `monitorNodeHealth`. */
export class NodeMonitor {
  readonly #around: Surroundings
  readonly #settings: NodeLifecycleSettings
  readonly #zones: Zones
  readonly #tainting: TaintingPass
  readonly #followUp: FollowUp
  /** The nodes of the last pass, with their uids. */
  readonly #known = new Map<string, string>()
  readonly #health = new Map<string, NodeHealth>()

  constructor(zones: Zones, tainting: TaintingPass, settings: NodeLifecycleSettings, around: Surroundings) {
    this.#zones = zones
    this.#tainting = tainting
    this.#settings = settings
    this.#around = around
    this.#followUp = new FollowUp(zones, around)
  }

  /** What is known about the health of a node. What is known of one that was deleted goes to the next of its name. */
  health(nodeName: string): NodeHealth | undefined {
    return this.#health.get(nodeName)
  }

  /** A node was deleted. */
  nodeDeleted(nodeName: string): void {
    this.#followUp.forget(nodeName)
  }

  /** One look at all nodes. Rejects when the controller stops, and for no other reason. */
  async pass(): Promise<void> {
    const { view, clock, metrics, signal } = this.#around
    const started = clock.monotonic()
    const nodes = view.nodes()
    await this.#meet(nodes)
    const statuses = new Map<string, (string | undefined)[]>()
    const look = async (piece: number): Promise<void> => {
      const begun = clock.monotonic()
      const node = nodes[piece]
      if (node) await this.#look(node, statuses)
      metrics.updateNodeHealth((clock.monotonic() - begun) / 1000)
    }
    await parallelizeUntil(parallelLooks, nodes.length, look, { signal })
    signal.throwIfAborted()
    metrics.updateAllNodesHealth((clock.monotonic() - started) / 1000)
    const [zones, tainting, followUp] = [this.#zones, this.#tainting, this.#followUp]
    const parts = { zones, tainting, followUp, health: this.#health, settings: this.#settings }
    await handleDisruption(statuses, parts, this.#around)
  }

  /** Nodes that came and went, and zones that came with them. */
  async #meet(nodes: readonly Cached<Node>[]): Promise<void> {
    const { added, deleted, newZones } = membershipChange(nodes, this.#known, this.#zones)
    const { tell } = this.#around
    for (const zone of newZones) this.#begin(zone)
    for (const node of added) {
      const { name = '', uid = '' } = node.metadata
      tell(node, 'Normal', 'RegisteredNode', `Node ${name} event: Registered Node ${name} in Controller`)
      this.#known.set(name, uid)
      this.#begin(zoneKey(node))
      await this.#followUp.clear(node)
    }
    for (const [name, uid] of deleted) {
      const node: Node = { metadata: { name, uid } }
      tell(node, 'Normal', 'RemovingNode', `Node ${name} event: Removing Node ${name} from Controller`)
      this.#known.delete(name)
    }
  }

  async #look(cached: Cached<Node>, statuses: Map<string, (string | undefined)[]>): Promise<void> {
    const isNew = !this.#health.has(cached.metadata.name ?? '')
    const known = await updateHealth(cached, this.#health, this.#settings, this.#around)
    if (known === undefined) {
      this.#followUp.doubt(cached.metadata.name ?? '')
      return
    }
    const { node, plan } = known
    if (!isExcludedFromDisruption(node)) {
      const zone = zoneKey(node)
      const others = statuses.get(zone)
      if (others) others.push(plan.current?.status)
      else statuses.set(zone, [plan.current?.status])
    }
    await this.#followUp.follow(node, plan, isNew)
  }

  #begin(zone: string): void {
    if (this.#zones.begin(zone)) this.#around.metrics.evictions(zone, 0)
  }
}
