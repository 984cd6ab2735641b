import { electorActions } from './elector-actions.ts'
import { electorFingerprint } from './elector-fingerprint.ts'
import { electorViolationAfterHealing, electorViolationIn } from './elector-invariants.ts'
import type { ElectorViolation, ElectorWorld } from './elector-world.ts'
import { Fingerprints } from './fingerprint.ts'

/** What an exploration came to. */
export interface ElectorExploration {
  /** Distinct worlds. */
  readonly states: number
  readonly transitions: number
  /** Worlds first reached after so many actions; the roots are at 0. */
  readonly byDepth: readonly number[]
  readonly counterexample: ElectorCounterexample | undefined
}

/** A shortest way to a world that is wrong. */
export interface ElectorCounterexample {
  readonly violation: ElectorViolation
  /** What happened, in words. */
  readonly steps: readonly string[]
}

interface Path {
  readonly world: ElectorWorld
  readonly name: string
  readonly before: Path | undefined
}

/** Goes through every world that `depth` actions lead to from the roots, breadth first, and ends at the first wrong one. */
export function exploreElectors(roots: readonly ElectorWorld[], depth: number): ElectorExploration {
  const seen = new Fingerprints()
  const healed = new Fingerprints()
  const isHealed = (world: ElectorWorld): boolean => healed.has(electorFingerprint(world))
  const heals = (world: ElectorWorld): void => void healed.add(electorFingerprint(world))
  let transitions = 0
  let frontier: Path[] = []
  for (const world of roots) {
    if (seen.add(electorFingerprint(world))) frontier.push({ world, name: '', before: undefined })
  }
  const byDepth = [frontier.length]
  const ended = (path: Path, violation: ElectorViolation): ElectorExploration => ({
    states: seen.size,
    transitions,
    byDepth,
    counterexample: { violation, steps: stepsOf(path) },
  })
  for (let reached = 0; reached < depth && frontier.length > 0; reached++) {
    const next: Path[] = []
    for (const before of frontier) {
      for (const { name, run } of electorActions(before.world)) {
        transitions++
        const [world, wrong] = run()
        const path = { world, name, before }
        if (wrong) return ended(path, wrong)
        if (!seen.add(electorFingerprint(world))) continue
        const violation = electorViolationIn(world) ?? electorViolationAfterHealing(world, isHealed, heals)
        if (violation) return ended(path, violation)
        next.push(path)
      }
    }
    byDepth.push(next.length)
    frontier = next
  }
  return { states: seen.size, transitions, byDepth, counterexample: undefined }
}

function stepsOf(path: Path): string[] {
  const steps: string[] = []
  for (let at: Path = path; at.before !== undefined; at = at.before) steps.push(at.name)
  return steps.toReversed()
}

/** What is said of a counterexample. */
export function toldElector({ violation, steps }: ElectorCounterexample): string {
  const lines = steps.map((name, at) => `  ${String(at + 1).padStart(2)}. ${name}`)
  return [`${violation.id} does not hold: ${violation.what}`, ...lines].join('\n')
}
