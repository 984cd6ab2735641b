import assert from 'node:assert/strict'
import { parseDuration, type Duration } from '@rxkube/clock'
import { TestEnv, type TestEnvOptions } from '../env/test-env.ts'
import type { ScenarioProcess } from '../simulate/scenario.ts'
import { clusterOutcome } from './cluster-outcome.ts'
import { clusterPlans, type ClusterPlan, type LearnedProcess } from './cluster-plan.ts'

/** What `sieveCluster` disturbs. */
export interface SieveClusterOptions {
  readonly env?: TestEnvOptions | undefined
  /** Fills the server, before any program starts. */
  readonly setUp?: ((env: TestEnv) => unknown) | undefined
  /** The programs, each of which is disturbed. One that was killed is started again after ten seconds. */
  readonly processes: Readonly<Record<string, ScenarioProcess>>
  /** What users do, one after the other; the programs are given time after each. */
  readonly steps: readonly ((env: TestEnv) => unknown)[]
  /** Virtual time within which the programs must have done their work; 5 minutes unless told. */
  readonly settle?: Duration | undefined
  /** What has to be the same in the end; `clusterOutcome` unless told. */
  readonly outcome?: ((env: TestEnv) => unknown) | undefined
  /** Throws when something is wrong that must never be; looked at after each step and at the end. */
  readonly always?: ((env: TestEnv) => unknown) | undefined
  /** Only these plans; all unless told. */
  readonly only?: ((plan: ClusterPlan) => boolean) | undefined
}

/** A plan under which the end was another one, or something was wrong on the way. */
export interface ClusterFinding {
  readonly plan: ClusterPlan
  readonly difference: string
}

/** What came of all plans. */
export interface SieveClusterReport {
  /** How many plans of each kind were carried out. */
  readonly plans: ReadonlyMap<ClusterPlan['kind'], number>
  /** Writes of all programs when nothing disturbs them. */
  readonly writes: number
  /** What the cluster comes to when nothing disturbs it. */
  readonly outcome: unknown
  readonly findings: readonly ClusterFinding[]
}

/**
 * `sieve` for whole programs on an API server: runs them once undisturbed, and then under each plan: crashes and lost answers
 * at every write, stale views after a restart, states that were never seen, one resource that lags behind the others. All
 * of them have to end alike.
 */
export async function sieveCluster(options: SieveClusterOptions): Promise<SieveClusterReport> {
  const learned = await run(options, undefined, [])
  if (learned.failure) throw learned.failure
  const all = clusterPlans(options.steps.length, learned.processes)
  const chosen = options.only ? all.filter(options.only) : all
  const plans = new Map<ClusterPlan['kind'], number>()
  const findings: ClusterFinding[] = []
  for (const plan of chosen) {
    plans.set(plan.kind, (plans.get(plan.kind) ?? 0) + 1)
    // oxlint-disable-next-line no-await-in-loop -- one plan after another: each has its own world
    const { outcome, failure } = await run(options, plan, learned.processes)
    const difference = failure ? told(failure) : differenceOf(outcome, learned.outcome)
    if (difference !== undefined) findings.push({ plan, difference })
  }
  const writes = learned.processes.reduce((sum, { writes: own }) => sum + own.length, 0)
  return { plans, writes, outcome: learned.outcome, findings }
}

interface Ran {
  readonly outcome: unknown
  readonly failure: Error | undefined
  readonly processes: readonly LearnedProcess[]
}

async function run(
  options: SieveClusterOptions,
  plan: ClusterPlan | undefined,
  learned: readonly LearnedProcess[],
): Promise<Ran> {
  const { processes, steps, setUp, always, outcome = clusterOutcome } = options
  const env = new TestEnv(options.env)
  const world = new DisturbedWorld(env, options)
  let end: unknown
  let failure: Error | undefined
  try {
    await setUp?.(env)
    for (const name of Object.keys(processes)) world.start(name)
    world.begin(plan, learned)
    await world.rest()
    for (const [at, step] of steps.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one step after another
      await world.step(at, step, plan)
      // oxlint-disable-next-line no-await-in-loop -- one step after another
      await always?.(env)
    }
    await world.heal()
    env.verify()
    await always?.(env)
    end = await outcome(env)
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error), { cause: error })
  }
  for (const process of env.processes.values()) process.kill()
  await env.stop()
  return { outcome: end, failure, processes: Object.keys(processes).map((name) => learn(env, name)) }
}

/** An environment, and how it is disturbed. */
class DisturbedWorld {
  readonly #env: TestEnv
  readonly #options: SieveClusterOptions
  readonly #settle: number

  constructor(env: TestEnv, options: SieveClusterOptions) {
    this.#env = env
    this.#options = options
    this.#settle = parseDuration(options.settle ?? '5m')
  }

  start(name: string): void {
    const process = this.#options.processes[name]
    if (process) this.#env.start(name, process.main, process)
  }

  /** Prepares what happens at a write. */
  begin(plan: ClusterPlan | undefined, learned: readonly LearnedProcess[]): void {
    if (!plan) return
    const process = this.#env.processes.get(plan.process)
    const write = learned.find(({ name }) => name === plan.process)?.writes[plan.at] ?? 0
    if (plan.kind === 'crashBefore') process?.killAt(write, 'before')
    if (plan.kind === 'crashAfter') process?.killAt(write, 'after')
    if (plan.kind === 'loseAnswer') process?.loseAnswerAt(write)
  }

  async step(at: number, step: (env: TestEnv) => unknown, plan: ClusterPlan | undefined): Promise<void> {
    const { faults } = this.#env
    const view = plan?.process ?? ''
    const isHere = plan?.at === at
    const isNext = plan !== undefined && plan.at + 1 === at
    if (plan?.kind === 'unobserved' && isHere) {
      faults.refuseConnections(view)
      faults.endWatches({ view }, 'reset')
    }
    if (plan?.kind === 'slow' && isHere) {
      faults.pauseEvents({ view, ...(plan.resource !== undefined && { resource: plan.resource }) })
    }
    await step(this.#env)
    if (plan?.kind === 'stale' && isHere) faults.freeze({ view })
    if (plan?.kind === 'unobserved' && isHere) return
    if (plan?.kind === 'unobserved' && isNext) {
      faults.clear()
      faults.expireHistory()
    }
    await this.rest()
    if (plan?.kind === 'stale' && isNext) {
      this.start(view)
      await this.rest()
      faults.clear()
      await this.rest()
    }
  }

  async heal(): Promise<void> {
    this.#env.faults.clear()
    await this.rest()
    await this.rest()
  }

  /** Time to do its work, for each process; one that was killed comes back after a while. */
  async rest(): Promise<void> {
    for (let left = this.#settle; left > 0; left -= 10_000) {
      // oxlint-disable-next-line no-await-in-loop -- slice after slice
      await this.#env.advance(Math.min(left, 10_000))
      for (const [name, { running }] of this.#env.processes) if (!running) this.start(name)
    }
  }
}

function learn(env: TestEnv, name: string): LearnedProcess {
  const effects = env.processes.get(name)?.effects ?? []
  const watched = effects.filter(({ watch }) => watch).map(({ path }) => resourceIn(path))
  return {
    name,
    writes: effects.filter(({ method }) => method !== 'GET').map(({ number }) => number),
    resources: [...new Set(watched)],
  }
}

/** `pods`, `deployments.apps`: the resource of the path of a collection. */
function resourceIn(path: string): string {
  const [, root, ...rest] = (path.split('?')[0] ?? '').split('/')
  const group = root === 'apis' ? rest[0] : undefined
  const resource = rest.at(-1) ?? ''
  return group === undefined ? resource : `${resource}.${group}`
}

function told(failure: Error): string {
  const causes: readonly unknown[] = failure instanceof AggregateError ? failure.errors : []
  return [`${failure.name}: ${failure.message}`, ...causes.map(String)].join('\n')
}

function differenceOf(end: unknown, expected: unknown): string | undefined {
  try {
    assert.deepStrictEqual(end, expected)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
