import { seededRandom, type Random } from '@rxkube/clock'
import type { FaultName, SimulationStep } from './step.ts'

/** What steps are drawn from. */
export interface DrawOptions {
  readonly seed: number
  readonly steps: number
  readonly moves: readonly string[]
  readonly faults: readonly FaultName[]
}

const largest = 2 ** 31

/**
 * The steps of a seed. Each seed enables some of the faults only, because all of them at once hide what two of them do
 * to each other.
 */
export function drawSteps({ seed, steps, moves, faults }: DrawOptions): SimulationStep[] {
  const random = seededRandom(seed)
  const share = random.next()
  const enabled = faults.filter(() => random.next() < share)
  return Array.from({ length: steps }, () => draw(random, moves, enabled))
}

function draw(random: Random, moves: readonly string[], faults: readonly FaultName[]): SimulationStep {
  const kind = random.next()
  const move = moves[Math.floor(random.next() * moves.length)]
  const fault = faults[Math.floor(random.next() * faults.length)]
  const seed = Math.floor(random.next() * largest)
  if (kind < 0.45 && move !== undefined) return { do: 'move', move, seed }
  if (kind < 0.65 && fault !== undefined) return { do: 'fault', fault, seed }
  // Mostly moments, now and then minutes: from 1 ms to 1000 s.
  return { do: 'advance', ms: Math.ceil(10 ** (random.next() * 6)) }
}
