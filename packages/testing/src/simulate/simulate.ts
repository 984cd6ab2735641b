import type { Duration } from '@rxkube/clock'
import { drawSteps } from './draw-steps.ts'
import { faultNames } from './fault-vocabulary.ts'
import { runSteps } from './run-steps.ts'
import type { Scenario } from './scenario.ts'
import { shrink } from './shrink.ts'
import { SimulationFailedError } from './simulation-failed-error.ts'
import type { FaultName, SimulationStep } from './step.ts'

/** What is simulated, and how long. */
export interface SimulateOptions {
  readonly scenario: Scenario
  /** How many seeds, from 1, or which ones; 100 unless told. */
  readonly seeds?: number | Iterable<number> | undefined
  /** What may go wrong; everything unless told. Each seed takes some of it. */
  readonly faults?: readonly FaultName[] | undefined
  /** Steps of each run; 40 unless told. */
  readonly steps?: number | undefined
  /** How long the world has to come to rest after the last step; 15 minutes unless told. */
  readonly healFor?: Duration | undefined
  /** How many runs may be spent on making a failure short; 200 unless told. */
  readonly shrinkRuns?: number | undefined
}

/** What was simulated. */
export interface SimulationReport {
  readonly seeds: number
  readonly steps: number
  /** Requests of all processes in all runs. */
  readonly requests: number
  /** How often each fault was done. */
  readonly faults: ReadonlyMap<FaultName, number>
}

/**
 * Runs a scenario under many seeds: users' moves, faults and time in an order that each seed draws, then all is healed
 * and looked at. Throws a SimulationFailedError for the first seed that fails, with a short script that fails alike.
 *
 * The same seed is the same run, as long as programs take time, chance and the network from what they are given.
 */
export async function simulate(options: SimulateOptions): Promise<SimulationReport> {
  const { scenario, faults = faultNames, steps = 40, healFor, shrinkRuns = 200 } = options
  const counts = new Map<FaultName, number>()
  let seeds = 0
  let requests = 0
  for (const seed of seedsOf(options.seeds ?? 100)) {
    seeds++
    const drawn = drawSteps({ seed, steps, moves: Object.keys(scenario.moves), faults })
    for (const step of drawn) {
      if (step.do === 'fault') counts.set(step.fault, (counts.get(step.fault) ?? 0) + 1)
    }
    // oxlint-disable-next-line no-await-in-loop -- one world at a time
    const outcome = await runSteps(scenario, drawn, { seed, healFor })
    requests += outcome.requests
    if (!outcome.failure) continue
    // oxlint-disable-next-line no-await-in-loop -- the last one
    throw await shortest(scenario, seed, drawn, outcome.failure.error, { healFor, shrinkRuns })
  }
  return { seeds, steps: seeds * steps, requests, faults: counts }
}

/** Runs a scenario through given steps, as a failed simulation printed them. Throws what it throws. */
export async function replaySteps(
  scenario: Scenario,
  seed: number,
  steps: readonly SimulationStep[],
  healFor?: Duration,
): Promise<void> {
  const { failure } = await runSteps(scenario, steps, { seed, healFor })
  if (failure) throw failure.error
}

async function shortest(
  scenario: Scenario,
  seed: number,
  drawn: readonly SimulationStep[],
  error: unknown,
  { healFor, shrinkRuns }: { readonly healFor: Duration | undefined; readonly shrinkRuns: number },
): Promise<SimulationFailedError> {
  let last = error
  const fails = async (steps: readonly SimulationStep[]): Promise<boolean> => {
    const { failure } = await runSteps(scenario, steps, { seed, healFor })
    // Another failure is another bug.
    if (!failure || kindOf(failure.error) !== kindOf(error)) return false
    last = failure.error
    return true
  }
  const steps = await shrink(drawn, fails, shrinkRuns)
  return new SimulationFailedError(seed, steps, drawn.length, last)
}

function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

function seedsOf(seeds: number | Iterable<number>): Iterable<number> {
  return typeof seeds === 'number' ? Array.from({ length: seeds }, (_, index) => index + 1) : seeds
}
