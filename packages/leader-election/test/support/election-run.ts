import { seededRandom, sleep, type Random } from '@rxkube/clock'
import { TestEnv } from '@rxkube/testing'
import { startElector, type Started } from './electors.ts'

const resource = 'leases.coordination.k8s.io'
/** What becomes of the leader. */
type Fate = 'killed' | 'suspended' | 'cut off' | 'stopped' | 'losing answers'

const fates: readonly Fate[] = ['killed', 'suspended', 'cut off', 'stopped', 'losing answers']
const retry = 2000
// Each lease is 1.5 times its deadline.
const leases = [15_000, 24_000, 30_000] as const

/** What one run came to. */
export interface ElectionRun {
  readonly fate: Fate
  /** What did not hold, with the invariant's id first. */
  readonly violations: readonly string[]
  /** Milliseconds from the leader's fate until the other led; undefined when it did not have to. */
  readonly takeover: number | undefined
  /** The longest that it may have taken. */
  readonly bound: number
}

function between(random: Random, from: number, to: number): number {
  return from + random.next() * (to - from)
}

function one<T>(random: Random, of: readonly T[]): T {
  const chosen = of[Math.floor(random.next() * of.length)]
  if (chosen === undefined) throw new RangeError('nothing to choose from')
  return chosen
}

/** Two processes on one server, with clocks that differ in time and rate, one of which leads and then meets its fate. */
export async function electionRun(seed: number): Promise<ElectionRun> {
  const random = seededRandom(seed * 7919)
  await using env = new TestEnv({ seed })
  const violations: string[] = []
  // 1.2 / 0.8 is how far apart clocks may run with these durations.
  const rates = [between(random, 0.8, 1.2), between(random, 0.8, 1.2)] as const
  const [lease, otherLease] = [one(random, leases), one(random, leases)]
  const latency = between(random, 0, 300)
  const fate = one(random, fates)
  const all: Started[] = []
  const atWork = new Set<Started>()
  const start = (id: string, rate: number, leaseDuration: number): Started => {
    const renewDeadline = leaseDuration / 1.5
    const patience = between(random, 0, 5000)
    const started = startElector(env, id, {
      rate,
      latency,
      skew: between(random, -3_600_000, 3_600_000),
      elector: { onLost: 'contend', leaseDuration, renewDeadline },
      work: async ({ signal }, own) => {
        const others = all.filter((each) => each !== own)
        if (others.some(({ process, elector }) => process.running && elector.isLeader()))
          violations.push('E1: two may write')
        if (fate === 'stopped' && others.some((each) => atWork.has(each)))
          violations.push('E4: released too early')
        atWork.add(own)
        while (!signal.aborted) {
          const write = (): void => checkRenewal(env, own, rate, renewDeadline, violations)
          await own.elector.guard(write).catch(() => undefined)
          await sleep(own.process.clock, 700, { signal }).catch(() => undefined)
        }
        await sleep(own.process.clock, patience)
        atWork.delete(own)
      },
    })
    all.push(started)
    return started
  }
  const leader = start('a', rates[0], lease)
  await env.advance(between(random, 1500, 8000))
  const follower = start('b', rates[1], otherLease)
  await env.advance(between(random, 5000, 25_000))

  const struckAt = env.clock.monotonic()
  const bound = (lease + 2.2 * retry) / rates[1] + 12 * latency
  const isLost = fate === 'killed' || fate === 'suspended' || fate === 'cut off'
  const heal = strike(env, leader, fate)
  let takeover: number | undefined
  if (isLost) {
    while (!follower.elector.isLeader() && env.clock.monotonic() - struckAt <= bound + 100)
      await env.advance(100)
    takeover = env.clock.monotonic() - struckAt
    if (!follower.elector.isLeader())
      violations.push(`E3: nobody leads ${bound} ms after the leader was ${fate}`)
  } else await env.advance('20s')
  heal()
  await env.advance('20s')
  const leading = all.filter(({ elector, process }) => process.running && elector.isLeader())
  if (leading.length !== 1) violations.push(`E3: ${leading.length} lead in the end`)
  for (const each of all) violations.push(...termViolations(each))
  return { fate, violations, takeover, bound }
}

function strike(env: TestEnv, leader: Started, fate: Fate): () => void {
  if (fate === 'killed') leader.process.kill()
  if (fate === 'stopped') void leader.process.stop()
  if (fate === 'suspended') {
    leader.process.freeze()
    return () => leader.process.thaw()
  }
  if (fate === 'cut off') {
    const fault = env.faults.refuseConnections('a')
    return () => fault.remove()
  }
  if (fate !== 'losing answers') return () => undefined
  const fault = env.faults.drop({ resource, verb: 'update', probability: 0.6 }, 'after')
  return () => fault.remove()
}

/** By what left the process and was answered, and not by what the elector says. */
function checkRenewal(
  env: TestEnv,
  { process }: Started,
  rate: number,
  deadline: number,
  violations: string[],
): void {
  const renewal = process.effects.findLast(
    ({ method, status = 0 }) => method !== 'GET' && status < 300 && status > 0,
  )
  const age = (env.clock.monotonic() - (renewal?.at ?? -Infinity)) * rate
  if (age >= deadline) violations.push(`E2: a write ${age} ms after the last renewal was sent`)
}

function termViolations({ log }: Started): string[] {
  const terms = log
    .map((line) => line.split(' ')[1])
    .filter((word) => word === 'started' || word === 'stopped')
  const isWrong = terms.some((word, index) => word !== (index % 2 === 0 ? 'started' : 'stopped'))
  // A run that never led is told once that it has stopped.
  return isWrong && terms.join(' ') !== 'stopped' ? [`E4: ${terms.join(', ')}`] : []
}
