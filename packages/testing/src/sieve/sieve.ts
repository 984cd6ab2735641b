import assert from 'node:assert/strict'
import type { ListerWatcher } from '@rxkube/client'
import { faults, FakeControllerSource } from '@rxkube/client/testing'
import { type Duration, parseDuration, TestClock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { plansFor, type SievePlan } from './sieve-plan.ts'
import { type SieveWriter, WriteLog } from './sieve-writer.ts'

/** What a controller under `sieve` is made of: where it reads, how it writes, and its time. */
export interface SieveWorld<T extends KubernetesObject = KubernetesObject> {
  readonly source: ListerWatcher<T>
  readonly writer: SieveWriter<T>
  readonly clock: TestClock
}

/** A controller that runs. */
export interface SieveController {
  /** Resolves when nothing of it runs any more. */
  stop(): unknown
}

/** What `sieve` disturbs. */
export interface SieveOptions<T extends KubernetesObject = KubernetesObject> {
  /** Starts the controller as a process of its own would start it: with empty caches. */
  readonly start: (world: SieveWorld<T>) => SieveController | Promise<SieveController>
  /** What others do to the collection, one after the other; the controller is given time after each. */
  readonly steps: readonly ((server: FakeControllerSource<T>) => unknown)[]
  /** Virtual time after which a controller must have done its work; 5 minutes unless told. */
  readonly settle?: Duration
  /** What of an object must be as without disturbance; all but uid, version and creation time unless told. */
  readonly outcome?: (object: T) => unknown
}

/** A plan under which the end was another one. */
export interface SieveFinding {
  readonly plan: SievePlan
  /** What the collection was in the end, and what it is without disturbance, as node:assert shows the two. */
  readonly difference: string
}

/** What came of all plans. */
export interface SieveReport {
  readonly plans: number
  /** Writes of the controller when nothing disturbs it. */
  readonly writes: number
  readonly findings: readonly SieveFinding[]
}

/**
 * Runs a controller once undisturbed and then under each of Sieve's plans (crashes at every write, stale caches after a
 * restart, states that it never saw), all in virtual time, and compares how the collection ends. A controller that is
 * level-triggered, idempotent and careful with what it deletes ends the same each time (Sun et al., OSDI 2022).
 */
export async function sieve<T extends KubernetesObject>(options: SieveOptions<T>): Promise<SieveReport> {
  const learned = await run(options, { kind: 'none', at: 0 })
  const plans = plansFor(options.steps.length, learned.writes)
  const findings: SieveFinding[] = []
  for (const plan of plans) {
    // oxlint-disable-next-line no-await-in-loop -- one plan after another: each has its own world
    const { end } = await run(options, plan)
    const difference = differenceOf(end, learned.end)
    if (difference !== undefined) findings.push({ plan, difference })
  }
  return { plans: plans.length, writes: learned.writes, findings }
}

type End = readonly (readonly [key: string, outcome: unknown])[]

async function run<T extends KubernetesObject>(
  { start, steps, settle = '5m', outcome = lasting }: SieveOptions<T>,
  plan: SievePlan,
): Promise<{ readonly end: End; readonly writes: number }> {
  const clock = new TestClock()
  // A WatchList reads the newest state; only a list answers from a cache that lags behind.
  const source = new FakeControllerSource<T>({ clock, watchListUnsupported: plan.kind === 'stale' })
  const log = new WriteLog(source, plan)
  let process = log.process()
  let controller = await start({ source, writer: process.writer, clock })
  const restart = async (): Promise<void> => {
    await controller.stop()
    process = log.process()
    controller = await start({ source, writer: process.writer, clock })
  }
  const rest = async (): Promise<void> => {
    // A process that died comes back some time later, and then has as long as the first one had.
    for (let again = 0; again < 2; again++) {
      await clock.advance(parseDuration(settle))
      if (!process.crashed()) return
      await restart()
    }
    await clock.advance(parseDuration(settle))
  }

  await rest()
  for (const [at, step] of steps.entries()) {
    const isHere = plan.at === at
    if (plan.kind === 'unobserved' && isHere) {
      source.failNext('list', faults.refused(), 1000)
      source.failNext('watch', faults.refused(), 1000)
      source.closeStreams()
      await clock.settle()
    }
    // Made before the step, so that it has seen the collection.
    if (plan.kind === 'stale') source.view(1)
    step(source)
    if (plan.kind === 'stale' && isHere) source.view(1).lag = Infinity
    if (plan.kind === 'unobserved' && isHere) continue
    if (plan.kind === 'unobserved' && plan.at + 1 === at) {
      source.compact()
      source.heal()
    }
    await rest()
    if (plan.kind === 'stale' && plan.at + 1 === at) {
      source.useView(1)
      await restart()
      await rest()
      source.view(1).lag = 0
      await rest()
    }
  }
  await rest()
  await controller.stop()
  const objects = [...source.objects].map(([key, object]) => [key, outcome(object)] as const)
  return { end: objects.toSorted(([a], [b]) => (a < b ? -1 : 1)), writes: log.count }
}

/** What of an object is the same however it came to be. */
function lasting({ metadata = {}, ...rest }: KubernetesObject): unknown {
  const { uid: _, resourceVersion: __, creationTimestamp: ___, ...same } = metadata
  return { metadata: same, ...rest }
}

function differenceOf(end: End, expected: End): string | undefined {
  try {
    assert.deepStrictEqual(end, expected)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
