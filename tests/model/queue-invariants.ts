import { queueActions, queueKeys, type QueueAction } from './queue-action.ts'
import type { WorkerState } from './queue-spec.ts'
import type { QueueWorld } from './queue-world.ts'

/** The invariants of a queue, by the ids that tests and documentation speak of. */
export const queueInvariants = {
  Q1: 'a key is never in two workers at once',
  Q2: 'a key that was added is run after that',
  Q3: 'adds before a run make one run, adds during a run make one more',
  Q4: 'a delayed key comes at the earliest of its times, and not before',
  Q5: 'every get ends after a shutdown, and a drain when all is worked off',
  Q6: 'keys are handed out in their order',
  Q7: 'every get has one done',
  Q8: 'delays of failures grow, up to the cap, until they are forgotten',
} as const

/** An invariant that does not hold, and what shows it. */
export interface QueueViolation {
  readonly id: keyof typeof queueInvariants
  readonly what: string
}

/** What does not hold of the queue as it stands, after `action`. */
export function queueViolationIn(
  world: Pick<QueueWorld, 'seen' | 'spec'>,
  action?: QueueAction,
): QueueViolation | undefined {
  const { seen, spec } = world
  const worked = seen.workers.flatMap((state) => (typeof state === 'string' ? [] : [state.key]))
  if (new Set(worked).size < worked.length) return { id: 'Q1', what: `${worked.join(' and ')} are worked on` }
  for (const [worker, state] of seen.workers.entries()) {
    const wrong = wrongWorker(world, worker, state)
    if (wrong) return wrong
  }
  const should = spec.waiting
  const lost = should.find((key) => !seen.waiting.includes(key))
  if (lost !== undefined) return { id: 'Q2', what: `${lost} does not wait to be handed out` }
  const extra = seen.waiting.find((key) => !should.includes(key))
  if (extra !== undefined)
    return { id: spec.isDueLater(extra) ? 'Q4' : 'Q3', what: `${extra} waits for no reason` }
  if (seen.depth !== should.length)
    return { id: 'Q3', what: `${seen.depth} wait to be handed out, which should be ${should.length}` }
  if (seen.processing !== worked.length)
    return { id: 'Q7', what: `${seen.processing} count as worked on, ${worked.length} are` }
  const failures = queueKeys.map((key) => spec.failuresOf(key))
  if (String(seen.requeues) !== String(failures))
    return {
      id: 'Q8',
      what: `${String(seen.requeues)} failures are remembered, there were ${String(failures)}`,
    }
  const { next, size } = spec.due
  if (seen.delayed !== size) return { id: 'Q4', what: `${seen.delayed} are delayed, which should be ${size}` }
  const timer = seen.timers[0]
  if (seen.timers.length > 1 || timer !== next)
    return {
      id: action?.type === 'addRateLimited' ? 'Q8' : 'Q4',
      what: `timers are set for ${seen.timers.join(', ') || 'nothing'}, the next is due in ${next ?? 'no'} ms`,
    }
  if (seen.drain !== spec.drain)
    return { id: 'Q5', what: `the drain is ${seen.drain}, and should be ${spec.drain}` }
  return undefined
}

function wrongWorker(
  { spec }: Pick<QueueWorld, 'spec'>,
  worker: number,
  state: WorkerState,
): QueueViolation | undefined {
  const should = spec.stateOf(worker)
  if (typeof state === 'string') {
    if (typeof should !== 'string')
      return { id: 'Q2', what: `worker ${worker} is ${state}, and not given ${should.key}` }
    return state === should
      ? undefined
      : { id: 'Q5', what: `worker ${worker} is ${state}, and should be ${should}` }
  }
  if (typeof should !== 'string') {
    if (state.key === should.key) return undefined
    return { id: 'Q6', what: `worker ${worker} was given ${state.key}, it is the turn of ${should.key}` }
  }
  const id = spec.isDueLater(state.key) ? 'Q4' : 'Q3'
  return { id, what: `worker ${worker} was given ${state.key} for no reason` }
}

const mostHealing = 40

/**
 * What does not hold when the workers go on: everything is worked off, time passes, the queue is shut down. Ends with
 * a world in which nothing can happen any more.
 */
export async function queueViolationAfterHealing(world: QueueWorld): Promise<QueueViolation | undefined> {
  for (let steps = 0; steps < mostHealing; steps++) {
    const action = nextGood(world)
    if (action === undefined) return unfinished(world)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await world.run(action)
    const wrong = queueViolationIn(world, action)
    if (wrong) return wrong
  }
  return { id: 'Q2', what: `work without an end: ${mostHealing} steps and no quiet` }
}

function nextGood({ spec }: QueueWorld): QueueAction | undefined {
  const actions = queueActions(spec)
  const first = (type: QueueAction['type']): QueueAction | undefined =>
    actions.find((each) => each.type === type)
  const idle = spec.waiting.length > 0 || spec.isShutDown ? first('get') : undefined
  return first('done') ?? idle ?? (spec.due.size > 0 ? first('advance') : undefined) ?? first('shutDown')
}

function unfinished({ seen }: QueueWorld): QueueViolation | undefined {
  const waiting = seen.workers.filter((state) => state !== 'ended')
  if (waiting.length > 0) return { id: 'Q5', what: `${waiting.length} workers were not told that it is over` }
  if (seen.depth + seen.delayed > 0) return { id: 'Q2', what: `${seen.depth} keys were never run` }
  return seen.processing > 0
    ? { id: 'Q7', what: `${seen.processing} count as worked on for ever` }
    : undefined
}
