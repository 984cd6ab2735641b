import { sleep } from '@rxkube/clock'
import { deepCopy, Node, type Cached } from '@rxkube/meta'
import { healthPlan, type GracePeriods, type HealthPlan, type NodeHealth } from '../decide/node-health.ts'
import type { Surroundings } from '../surroundings.ts'

/** A node whose health is known. */
export interface KnownNode {
  /** As it was when the decision was made. */
  readonly node: Cached<Node>
  readonly plan: HealthPlan
}

const attempts = 5
const pause = 20

/**
 * Looks at the health of a node, keeps it in `records`, and writes what has to be written: up to five times, 20 ms
 * apart, each time with the node as the server has it. Resolves with undefined when that was to no avail: then nothing is known.
 */
export async function updateHealth(
  cached: Cached<Node>,
  records: Map<string, NodeHealth>,
  grace: GracePeriods,
  { client, clock, view, report, signal }: Surroundings,
): Promise<KnownNode | undefined> {
  const name = cached.metadata.name ?? ''
  let node = cached
  let wasReady = false
  for (let attempt = 1; ; attempt++) {
    const plan = healthPlan({
      node,
      lease: view.lease(name),
      before: records.get(name),
      now: clock.now(),
      grace,
    })
    records.set(name, plan.health)
    if (plan.write === undefined) {
      // The answer to a write was lost, not the write: the node has turned, and in this pass.
      const hasTurned = wasReady && plan.current?.status === 'Unknown'
      return { node, plan: hasTurned ? { ...plan, observed: 'True' } : plan }
    }
    wasReady = plan.observed === 'True'
    try {
      const { conditions, health } = plan.write
      const changed = deepCopy<Node>(node)
      changed.status = { ...changed.status, conditions: deepCopy([...conditions]) }
      // oxlint-disable-next-line no-await-in-loop -- a try follows the failure of the last
      await client.updateStatus(Node, changed, { signal })
      records.set(name, health)
      return { node, plan }
    } catch (error) {
      signal.throwIfAborted()
      report(error)
    }
    try {
      node = await client.get(Node, { name }, { signal })
    } catch (error) {
      signal.throwIfAborted()
      report(error)
      return undefined
    }
    if (attempt === attempts) return undefined
    await sleep(clock, pause, { signal })
  }
}
