import { isConnectionLost, isConnectionRefused } from '@rxkube/client'
import { parseDuration, seededRandom, type Duration } from '@rxkube/clock'
import { TestEnv } from '../env/test-env.ts'
import { faultVocabulary } from './fault-vocabulary.ts'
import type { Scenario } from './scenario.ts'
import type { SimulationStep } from './step.ts'

/** How a run of given steps goes. */
export interface RunOptions {
  readonly seed: number
  /** How long the world has to come to rest after the last step; 15 minutes unless told. */
  readonly healFor?: Duration | undefined
}

/** What a run has seen. */
export interface RunOutcome {
  /** Requests of all processes. */
  readonly requests: number
  /** What went wrong; undefined when nothing did. */
  readonly failure?: { readonly error: unknown; readonly at: number | 'heal' } | undefined
  /** Every request as a line: the same for the same seed and steps. */
  readonly log: readonly string[]
}

/** Runs a scenario through the steps, ends all faults, lets it come to rest and looks at what has to be true. */
export async function runSteps(
  scenario: Scenario,
  steps: readonly SimulationStep[],
  { seed, healFor = '15m' }: RunOptions,
): Promise<RunOutcome> {
  const env = new TestEnv({ ...scenario.env, seed })
  const names = Object.keys(scenario.processes)
  const restart = (name: string): void => {
    const process = scenario.processes[name]
    if (process) env.start(name, process.main, process)
  }
  let at: number | 'heal' = 0
  let failure: RunOutcome['failure']
  try {
    await scenario.setUp?.(env)
    for (const name of names) restart(name)
    await env.settle()
    for (const [index, step] of steps.entries()) {
      at = index
      await take(env, scenario, step, names, restart)
      await env.settle()
      await look(env, scenario)
    }
    at = 'heal'
    env.faults.clear()
    for (const [name, process] of env.processes) {
      process.thaw()
      if (!process.running) restart(name)
    }
    // In slices, so that the server's events and the programs' answers come as they would.
    for (let left = parseDuration(healFor); left > 0; left -= 60_000)
      await env.advance(Math.min(left, 60_000))
    await look(env, scenario)
    await scenario.finally(env)
  } catch (error) {
    failure = { error, at }
  }
  const log = env.audit.map(
    ({ at: time, process, number, method, path, status = '-' }) =>
      `${time} ${process}#${number} ${method} ${path} ${status}`,
  )
  // A run that failed may have programs that do not end: nobody waits for them.
  for (const process of env.processes.values()) process.kill()
  await env.stop()
  return { requests: env.audit.length, log, ...(failure && { failure }) }
}

async function look(env: TestEnv, scenario: Scenario): Promise<void> {
  env.verify()
  await scenario.always?.(env)
}

async function take(
  env: TestEnv,
  scenario: Scenario,
  step: SimulationStep,
  names: readonly string[],
  restart: (name: string) => void,
): Promise<void> {
  if (step.do === 'advance') {
    await env.advance(step.ms)
    return
  }
  const random = seededRandom(step.seed)
  if (step.do === 'move') {
    const move = scenario.moves[step.move]
    if (!move) throw new UnknownMoveError(step.move, Object.keys(scenario.moves))
    try {
      await move(env, random)
    } catch (error) {
      // A user whom a restarting server does not answer has done nothing.
      if (!isConnectionRefused(error) && !isConnectionLost(error)) throw error
    }
    return
  }
  const target = names[Math.floor(random.next() * names.length)] ?? ''
  faultVocabulary[step.fault]({ env, random, target, restart })
}

/** Thrown for a step that names a move which the scenario does not have. */
export class UnknownMoveError extends Error {
  override readonly name = 'UnknownMoveError'
  readonly move: string

  constructor(move: string, known: readonly string[]) {
    super(`the scenario has no move "${move}": there are ${known.join(', ') || 'none'}`)
    this.move = move
  }
}
