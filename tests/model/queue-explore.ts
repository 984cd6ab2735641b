import type { RateLimitingQueue } from '@rxkube/workqueue'
import { Fingerprints, hash } from './fingerprint.ts'
import { nameOf, queueActions, type QueueAction } from './queue-action.ts'
import {
  queueInvariants,
  queueViolationAfterHealing,
  queueViolationIn,
  type QueueViolation,
} from './queue-invariants.ts'
import type { QueueOrder } from './queue-spec.ts'
import { QueueWorld } from './queue-world.ts'

/** What an exploration came to. */
export interface QueueExploration {
  /** Distinct worlds. */
  readonly states: number
  readonly transitions: number
  /** Worlds first reached after so many actions; the root is at 0. */
  readonly byDepth: readonly number[]
  /** The shortest way to a world that is wrong, told in words. */
  readonly counterexample: string | undefined
}

interface Path {
  readonly action: QueueAction
  readonly before: Path | undefined
}

/** A world to go on from. */
interface Reached {
  readonly path: Path | undefined
  readonly actions: readonly QueueAction[]
}

/**
 * Goes through every queue that `depth` actions lead to, breadth first, and ends at the first that is wrong. A queue
 * cannot be copied, so each is made anew and taken all the way.
 */
export async function exploreQueue(
  order: QueueOrder,
  depth: number,
  Queue?: typeof RateLimitingQueue,
): Promise<QueueExploration> {
  const seen = new Fingerprints()
  const root = new QueueWorld(order, Queue)
  seen.add(hash(root.shape))
  const byDepth = [1]
  let transitions = 0
  let frontier: Reached[] = [{ path: undefined, actions: queueActions(root.spec) }]
  const ended = (path: Path, violation: QueueViolation, healing: boolean): QueueExploration => ({
    states: seen.size,
    transitions,
    byDepth,
    counterexample: told(path, violation, healing),
  })
  for (let reached = 0; reached < depth && frontier.length > 0; reached++) {
    const next: Reached[] = []
    for (const { path: before, actions } of frontier) {
      // oxlint-disable no-await-in-loop -- one after the other
      for (const action of actions) {
        transitions++
        const path = { action, before }
        const world = await worldAfter(new QueueWorld(order, Queue), path)
        const violation = queueViolationIn(world, action)
        if (violation) return ended(path, violation, false)
        if (!seen.add(hash(world.shape))) continue
        next.push({ path, actions: queueActions(world.spec) })
        // It is not used after this.
        const unhealed = await queueViolationAfterHealing(world)
        if (unhealed) return ended(path, unhealed, true)
      }
      // oxlint-enable no-await-in-loop
    }
    byDepth.push(next.length)
    frontier = next
  }
  return { states: seen.size, transitions, byDepth, counterexample: undefined }
}

async function worldAfter(world: QueueWorld, path: Path): Promise<QueueWorld> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const action of actionsOf(path)) await world.run(action)
  return world
}

function actionsOf(path: Path): QueueAction[] {
  const actions: QueueAction[] = []
  for (let at: Path | undefined = path; at; at = at.before) actions.push(at.action)
  return actions.toReversed()
}

function told(path: Path, { id, what }: QueueViolation, healing: boolean): string {
  const steps = actionsOf(path).map((action, at) => `  ${String(at + 1).padStart(2)}. ${nameOf(action)}`)
  const end = healing ? ['  and then the workers go on until nothing is left'] : []
  return [`${id} (${queueInvariants[id]}) does not hold: ${what}`, ...steps, ...end].join('\n')
}
