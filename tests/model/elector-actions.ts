import type { ElectorTimer } from '@rxkube/leader-election'
import { older } from './elector-time.ts'
import {
  happens,
  leftBehind,
  newProcess,
  withProcess,
  type ElectorHappened,
  type ElectorViolation,
  type ElectorWorld,
  type ProcessModel,
} from './elector-world.ts'
import { answerOf, noAnswer, type LockEffect } from './lease-model.ts'

/** One thing that can happen. */
export interface ElectorAction {
  /** What happens, in words. */
  readonly name: string
  /** Left out when nothing goes wrong any more. */
  readonly fault: boolean
  readonly run: () => ElectorHappened
}

/** How far time goes at once: deadlines and leases end on it, whatever the clocks' rates. */
const tick = 500

/** Everything that can happen, in an order that never changes. */
export function electorActions(world: ElectorWorld): ElectorAction[] {
  return [...processActions(world, 0), ...processActions(world, 1), ...time(world)]
}

/** What happens next when nothing goes wrong; time passes only when nothing else is left to do. */
export function nextGoodAction(world: ElectorWorld): ElectorAction | undefined {
  return electorActions(world).find(({ fault }) => !fault)
}

function processActions(world: ElectorWorld, which: 0 | 1): ElectorAction[] {
  const process = world.processes[which]
  const { elector, paused, request, work, stopping } = process
  const id = elector.settings.identity
  const act = (name: string, run: () => ElectorHappened, fault = false): ElectorAction => ({
    name: name.startsWith(':') ? id + name : `${id} ${name}`,
    fault,
    run,
  })
  const becomes = (next: Partial<ProcessModel>): ElectorHappened => [
    withProcess(world, which, { ...process, ...next }),
    undefined,
  ]
  const actions: ElectorAction[] = []
  if (paused) actions.push(act('goes on', () => becomes({ paused: false })))
  else {
    for (const name of dueTimers(process)) {
      actions.push(act(`: timer ${name}`, () => fires(world, which, name)))
    }
    if (work === 'told') {
      actions.push(
        act(': its work ends', () => settles({ ...process, work: 'none' }, world, which, 'workSettled')),
      )
    }
    if (stopping) {
      const next = { ...process, stopping: false }
      actions.push(act(': onStoppedLeading ends', () => settles(next, world, which, 'stoppedSettled')))
    }
  }
  if (request) actions.push(...requestActions(world, which, act))
  if (process.straggler) {
    const { straggler } = process
    actions.push(
      act('gave up a write that arrives now', () => arrives(world, which, straggler), true),
      act('gave up a write that never arrives', () => becomes({ straggler: undefined }), true),
    )
  }
  if (paused) return actions
  const isOver = elector.phase === 'ended'
  if ((elector.phase === 'idle' || isOver) && work === 'none' && !stopping) {
    actions.push(act('starts', () => happens(world, which, { type: 'start' }), isOver))
  }
  if (elector.phase === 'idle') return actions
  if (!elector.ending)
    actions.push(act('is asked to stop', () => happens(world, which, { type: 'stop' }), true))
  if (work === 'running') {
    const next = { ...process, work: 'none' } as const
    actions.push(act(': its work ends by itself', () => settles(next, world, which, 'workSettled'), true))
  }
  const crashed = (): ElectorHappened => [
    withProcess(world, which, { ...newProcess(which, process.rate), straggler: leftBehind(process) }),
    undefined,
  ]
  actions.push(
    act('is paused', () => becomes({ paused: true }), true),
    act('crashes', crashed, true),
  )
  return actions
}

function requestActions(
  world: ElectorWorld,
  which: 0 | 1,
  act: (name: string, run: () => ElectorHappened, fault?: boolean) => ElectorAction,
): ElectorAction[] {
  const process = world.processes[which]
  const { request, paused } = process
  if (request === undefined) return []
  const { effect, applied } = request
  const what = effect.type === 'update' && effect.record.holderIdentity === '' ? 'release' : effect.type
  const told = (reply: typeof noAnswer, of = world): ElectorHappened =>
    happens(of, which, { type: 'reply', reply })
  if (applied) {
    if (paused) return []
    return [
      act(`is answered: ${what}`, () => told(applied)),
      act(`does not get the answer: ${what}`, () => told(noAnswer), true),
    ]
  }
  const [lease, reply] = answerOf(world.lease, effect)
  const wrong = cleared(world, which, effect)
  const done = { ...world, lease }
  const waiting = withProcess(done, which, { ...process, request: { ...request, applied: reply } })
  const whole = (): ElectorHappened => {
    const [next, violation] = told(reply, done)
    return [next, wrong ?? violation]
  }
  const late = withProcess(world, which, { ...process, straggler: leftBehind(process) })
  return [
    ...(paused ? [] : [act(`does: ${what}`, whole)]),
    act(`has the server do, and no answer yet: ${what}`, () => [waiting, wrong], !paused),
    ...(paused
      ? []
      : [
          act(`cannot reach the server: ${what}`, () => told(noAnswer), true),
          act(`gives up: ${what}`, () => told(noAnswer, late), true),
        ]),
  ]
}

function arrives(world: ElectorWorld, which: 0 | 1, effect: LockEffect): ElectorHappened {
  const [lease] = answerOf(world.lease, effect)
  const next = { ...world.processes[which], straggler: undefined }
  return [withProcess({ ...world, lease }, which, next), cleared(world, which, effect)]
}

/** A release that the server would do although another holds the lease. */
function cleared(
  { lease, processes }: ElectorWorld,
  which: 0 | 1,
  effect: LockEffect,
): ElectorViolation | undefined {
  if (effect.type !== 'update' || effect.record.holderIdentity !== '') return undefined
  if (effect.version !== String(lease?.version)) return undefined
  const holder = lease?.record.holderIdentity
  if (holder === processes[which].elector.settings.identity) return undefined
  return { id: 'H5', what: `the lease of ${holder || 'nobody'} is cleared by another` }
}

function settles(
  process: ProcessModel,
  world: ElectorWorld,
  which: 0 | 1,
  type: 'workSettled' | 'stoppedSettled',
): ElectorHappened {
  return happens(withProcess(world, which, process), which, { type })
}

function dueTimers({ timers }: ProcessModel): ElectorTimer[] {
  return (Object.entries(timers) as [ElectorTimer, number][])
    .filter(([, left]) => left <= 0)
    .map(([name]) => name)
}

function fires(world: ElectorWorld, which: 0 | 1, timer: ElectorTimer): ElectorHappened {
  const { [timer]: _, ...timers } = world.processes[which].timers
  const next = withProcess(world, which, { ...world.processes[which], timers })
  return happens(next, which, { type: 'timer', timer })
}

/** Time passes, where all is done that is due; what comes due then is done, of who is not paused. */
function time(world: ElectorWorld): ElectorAction[] {
  if (world.processes.some((each) => !each.paused && dueTimers(each).length > 0)) return []
  const run = (): ElectorHappened => {
    const [first, second] = world.processes
    let next: ElectorWorld = { ...world, processes: [older(first, tick), older(second, tick)] }
    let violation: ElectorViolation | undefined
    for (const which of [0, 1] as const) {
      if (next.processes[which].paused) continue
      for (const timer of dueTimers(next.processes[which])) {
        // What fires first may have taken it back.
        if (next.processes[which].timers[timer] === undefined) continue
        const [after, wrong] = fires(next, which, timer)
        next = after
        violation ??= wrong
      }
    }
    return [next, violation]
  }
  return [{ name: 'half a second passes', fault: false, run }]
}
