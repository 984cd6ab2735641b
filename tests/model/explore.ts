import { actionsOf } from './actions.ts'
import { Fingerprints, fingerprint } from './fingerprint.ts'
import { violationAfterHealing, violationIn } from './invariants.ts'
import { Counterexample } from './counterexample.ts'
import type { Violation } from './violation.ts'
import type { World } from './world.ts'

/** What an exploration came to. */
export interface Exploration {
  /** Distinct worlds. */
  readonly states: number
  readonly transitions: number
  /** Worlds first reached after so many actions; the root is at 0. */
  readonly byDepth: readonly number[]
  readonly counterexample: Counterexample | undefined
}

interface Path {
  readonly world: World
  /** The action that led here, as its place among those of the world before. */
  readonly via: number
  readonly before: Path | undefined
}

/** Goes through every world that `depth` actions lead to, breadth first, and ends at the first that is wrong. */
export function explore(root: World, depth: number): Exploration {
  const seen = new Fingerprints()
  const healed = new Fingerprints()
  const isHealed = (world: World): boolean => healed.has(fingerprint(world))
  const heals = (world: World): void => void healed.add(fingerprint(world))
  const byDepth = [1]
  let transitions = 0
  let frontier: Path[] = [{ world: root, via: 0, before: undefined }]
  seen.add(fingerprint(root))
  const ended = (path: Path, violation: Violation, healing = false): Exploration => ({
    states: seen.size,
    transitions,
    byDepth,
    counterexample: new Counterexample(root, trace(path), violation, healing),
  })

  for (let reached = 0; reached < depth && frontier.length > 0; reached++) {
    const next: Path[] = []
    for (const before of frontier) {
      for (const [via, { run }] of actionsOf(before.world).entries()) {
        transitions++
        const [world, wrong] = run()
        const path = { world, via, before }
        if (wrong) return ended(path, wrong)
        if (!seen.add(fingerprint(world))) continue
        const violation = violationIn(world)
        if (violation) return ended(path, violation)
        const unhealed = violationAfterHealing(world, isHealed, heals)
        if (unhealed) return ended(path, unhealed, true)
        next.push(path)
      }
    }
    byDepth.push(next.length)
    frontier = next
  }
  return { states: seen.size, transitions, byDepth, counterexample: undefined }
}

function trace(path: Path): number[] {
  const via: number[] = []
  for (let at: Path = path; at.before !== undefined; at = at.before) via.push(at.via)
  return via.toReversed()
}
