import {
  electorAgain,
  idleElector,
  mayWrite,
  step,
  type ElectorEffect,
  type ElectorHappening,
  type ElectorSettings,
  type ElectorState,
  type ElectorTimer,
  type LeaderElectionRecord,
  type LockReply,
} from '@rxkube/leader-election'
import { timeless } from './elector-time.ts'
import type { LeaseModel, LockEffect } from './lease-model.ts'

/** A request under way. `applied`: the server has done it, and its answer is on its way. */
interface PendingRequest {
  readonly effect: LockEffect
  readonly applied: LockReply | undefined
  /** Milliseconds of the clock of its process since it was sent. */
  readonly age: number
}

/** One of the two processes: the shipped elector, and around it what its driver keeps. */
export interface ProcessModel {
  readonly elector: ElectorState
  /** How fast its clocks run. */
  readonly rate: number
  readonly paused: boolean
  /** Milliseconds of its clock until each timer fires. */
  readonly timers: Readonly<Partial<Record<ElectorTimer, number>>>
  readonly request: PendingRequest | undefined
  /** A request that it has given up, and that may yet arrive. */
  readonly straggler: LockEffect | undefined
  /** `told`: its signal has aborted. */
  readonly work: 'none' | 'running' | 'told'
  /** `onStoppedLeading` is under way. */
  readonly stopping: boolean
  /** `onStartedLeading` was called more often than `onStoppedLeading`. */
  readonly inTerm: boolean
  /** Milliseconds of its clock since the last write that succeeded, as it knows, was sent. */
  readonly acknowledged: number
}

/** Two processes that contend, and a server between them. */
export interface ElectorWorld {
  readonly lease: LeaseModel | undefined
  readonly processes: readonly [ProcessModel, ProcessModel]
}

/** What does not hold, and what shows it. */
export interface ElectorViolation {
  readonly id: 'E1' | 'E2' | 'E3' | 'E4' | 'H5'
  readonly what: string
}

export type ElectorHappened = readonly [ElectorWorld, ElectorViolation | undefined]

const common = { stopTimeout: 2000, releaseOnCancel: true, coordinated: false }

/** What the two are told. Their leases differ, and each is 1.5 times its deadline, as far apart as their clocks. */
const settings: readonly [ElectorSettings, ElectorSettings] = [
  {
    ...common,
    identity: 'a',
    leaseDurationSeconds: 3,
    renewDeadline: 2000,
    retryPeriod: 1000,
    onLost: 'contend',
  },
  {
    ...common,
    identity: 'b',
    leaseDurationSeconds: 4,
    renewDeadline: 2600,
    retryPeriod: 1000,
    onLost: 'end',
  },
]
/** Of the clocks: from 0.8 to 1.2 is what the leases are made for. */
export const rates = [0.8, 1, 1.2] as const

export function newProcess(which: 0 | 1, rate: number): ProcessModel {
  return {
    elector: idleElector(settings[which]),
    rate,
    paused: false,
    timers: {},
    request: undefined,
    straggler: undefined,
    work: 'none',
    stopping: false,
    inTerm: false,
    acknowledged: 0,
  }
}

/** The world before anything happened. */
export function newElectorWorld(rate: number, otherRate: number): ElectorWorld {
  return { lease: undefined, processes: [newProcess(0, rate), newProcess(1, otherRate)] }
}

export function withProcess(world: ElectorWorld, which: 0 | 1, process: ProcessModel): ElectorWorld {
  const [first, second] = world.processes
  return { ...world, processes: which === 0 ? [process, second] : [first, process] }
}

/** Gives one elector an input, and does what it asks for. */
export function happens(world: ElectorWorld, which: 0 | 1, happening: ElectorHappening): ElectorHappened {
  const before = world.processes[which]
  const again = happening.type === 'start' && before.elector.phase === 'ended'
  const state = again ? electorAgain(before.elector) : before.elector
  const input = { ...happening, at: 0, now: 0, random: 0 }
  const [elector, effects] = step(state, input)
  let process: ProcessModel = { ...before, elector }
  if (happening.type === 'reply') {
    const isRenewed = happening.reply.type === 'succeeded' && before.request?.effect.type !== 'get'
    process = { ...process, request: undefined, ...(isRenewed && { acknowledged: before.request?.age ?? 0 }) }
  }
  let violation: ElectorViolation | undefined
  for (const effect of effects) {
    violation ??= wrong(process, effect)
    process = applied(process, effect)
  }
  return [withProcess(world, which, { ...process, elector: timeless(elector) }), violation]
}

function applied(process: ProcessModel, effect: ElectorEffect): ProcessModel {
  switch (effect.type) {
    case 'get':
    case 'create':
    case 'update':
      return { ...process, request: { effect: anyTime(effect), applied: undefined, age: 0 } }
    case 'abandon':
      return { ...process, request: undefined, straggler: leftBehind(process) }
    case 'setTimer':
      return { ...process, timers: { ...process.timers, [effect.timer]: effect.delay } }
    case 'cancelTimer': {
      const { [effect.timer]: _, ...timers } = process.timers
      return { ...process, timers }
    }
    case 'startWork':
      return { ...process, work: 'running', inTerm: true }
    case 'stopWork':
      return { ...process, work: process.work === 'none' ? 'none' : 'told' }
    case 'stoppedLeading':
      return { ...process, stopping: true, inTerm: false }
    case 'newLeader':
    case 'event':
    case 'leader':
    case 'slowpath':
    case 'end':
  }
  return process
}

/** A write that is given up before the server has done it may yet be done. */
export function leftBehind({ request, straggler }: ProcessModel): LockEffect | undefined {
  if (request === undefined || request.applied || request.effect.type === 'get') return straggler
  return request.effect
}

// Times and counts are written and never compared: one for all of them keeps the worlds few.
function anyTime(effect: LockEffect): LockEffect {
  if (effect.type === 'get') return effect
  const record: LeaderElectionRecord = {
    ...effect.record,
    acquireTime: '',
    renewTime: '',
    leaderTransitions: 0,
  }
  return { ...effect, record }
}

function wrong(process: ProcessModel, effect: ElectorEffect): ElectorViolation | undefined {
  const { work, stopping, inTerm, elector } = process
  const isBusy = work !== 'none' || stopping
  if (effect.type === 'startWork' && (isBusy || inTerm)) {
    return { id: 'E4', what: 'work is started before the last one has stopped' }
  }
  if (effect.type === 'stoppedLeading' && (stopping || (work !== 'none' && !elector.stuck))) {
    return { id: 'E4', what: 'onStoppedLeading is called before the work has stopped, or twice' }
  }
  if (effect.type === 'end' && inTerm) return { id: 'E4', what: 'the run ends without onStoppedLeading' }
  if (effect.type === 'update' && effect.record.holderIdentity === '' && isBusy) {
    return { id: 'E4', what: 'the lease is released before everything has stopped' }
  }
  return undefined
}

/** Whether a process is inside the guarded section: a write could leave, or its work goes on undisturbed. */
export function isInside({ elector, work, paused, timers }: ProcessModel): boolean {
  const isPrompt = !paused && Object.values(timers).every((left) => left > 0)
  return mayWrite(elector, 0) || (work === 'running' && isPrompt)
}
