import {
  idleElector,
  mayWrite,
  step,
  type ElectorHappening,
  type ElectorState,
} from '@rxkube/leader-election'
import { describe, expect, it } from 'vitest'

const settings = {
  identity: 'a',
  leaseDurationSeconds: 15,
  renewDeadline: 10_000,
  retryPeriod: 2000,
  stopTimeout: 30_000,
  releaseOnCancel: true,
  onLost: 'end',
  coordinated: false,
} as const

/** The state after these happenings at these times, and the types of the last effects. */
function after(...happenings: (readonly [at: number, happening: ElectorHappening])[]) {
  let state: ElectorState = idleElector(settings)
  let effects: readonly { readonly type: string }[] = []
  for (const [at, happening] of happenings) {
    ;[state, effects] = step(state, { ...happening, at, now: 0, random: 0.5 })
  }
  return { state, effects, types: effects.map(({ type }) => type) }
}

const start = { type: 'start' } as const
const absent = { type: 'reply', reply: { type: 'failed', failure: 'notFound' } } as const
const record = {
  holderIdentity: 'a',
  leaseDurationSeconds: 15,
  acquireTime: '',
  renewTime: '',
  leaderTransitions: 0,
  strategy: '',
  preferredHolder: '',
}
const ours = { type: 'succeeded', snapshot: { record, raw: '1', version: '1', garbled: false } } as const
const written = { type: 'reply', reply: ours } as const
const leading = [
  [0, start],
  [0, absent],
  [5, written],
] as const

describe('a step of an elector', () => {
  it('begins with a get, and with a create where there is no lease', () => {
    expect(after([0, start]).types).toEqual(['get'])
    expect(after([0, start], [1, absent]).types).toEqual(['create'])
  })

  it('begins a term that counts from when the write was sent', () => {
    const { state, types } = after(...leading)
    expect(types).toEqual(['setTimer', 'setTimer', 'leader', 'event', 'startWork', 'newLeader'])
    expect([mayWrite(state, 9999), mayWrite(state, 10_000)]).toEqual([true, false])
  })

  it('FEAT-H3 steps down first, whatever it is that happens after the deadline', () => {
    const late = [
      { type: 'timer', timer: 'attempt' },
      written,
      { type: 'stop' },
      { type: 'workSettled' },
    ] as const
    for (const happening of late) {
      const { types } = after(...leading, [10_000, happening])
      expect(types.slice(0, 4)).toEqual(['cancelTimer', 'cancelTimer', 'leader', 'stopWork'])
    }
  })

  it('sets the timer of the deadline anew when it fires a moment too early', () => {
    const { state, effects } = after(...leading, [9999.4, { type: 'timer', timer: 'deadline' }])
    expect(state.phase).toBe('leading')
    expect(effects).toEqual([{ type: 'setTimer', timer: 'deadline', delay: expect.closeTo(0.6) as number }])
  })

  it('heeds no answer when nothing was asked, and no end of work that ended before', () => {
    expect(after(...leading, [1, written]).types).toEqual([])
    expect(after(...leading, [1, { type: 'workSettled' }], [2, { type: 'workSettled' }]).types).toEqual([])
    expect(after(...leading, [1, { type: 'stoppedSettled' }]).types).toEqual([])
  })

  it('does not begin twice', () => {
    expect(after(...leading, [1, start]).types).toEqual([])
  })
})
