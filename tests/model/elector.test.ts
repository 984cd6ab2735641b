import { describe, expect, it } from 'vitest'
import { electorActions } from './elector-actions.ts'
import { exploreElectors, toldElector, type ElectorExploration } from './elector-explore.ts'
import { electorViolationAfterHealing, electorViolationIn } from './elector-invariants.ts'
import { electorLives } from './elector-lives.ts'
import { newElectorWorld, withProcess, type ElectorWorld } from './elector-world.ts'

// `npm run model` goes to 5, from more worlds.
const depth = 3
const roots = electorLives(
  [
    [1, 1],
    [0.8, 1.2],
    [1.2, 0.8],
  ],
  3,
)

function foundIn({ counterexample }: ElectorExploration): string {
  return counterexample === undefined ? 'nothing' : toldElector(counterexample)
}

describe('every history of two electors', { timeout: 120_000 }, () => {
  it('MODEL-E1 INV-E1 INV-E2 INV-E3 INV-E4 keeps the invariants, whatever is lost, paused or late, at three clock rates', () => {
    const found = exploreElectors(roots, depth)
    expect(foundIn(found)).toBe('nothing')
    expect(found.states).toBeGreaterThan(30_000)
  })

  it('finds two leaders where clocks differ by more than the leases are made for', () => {
    const found = exploreElectors(electorLives([[0.6, 1.4]], 3), depth)
    expect(found.counterexample?.violation.id).toBe('E1')
  })
})

/** The world after these actions. */
function after(root: ElectorWorld, names: readonly string[]): ElectorWorld {
  let world = root
  for (const name of names) {
    const actions = electorActions(world)
    const action = actions.find((each) => each.name === name)
    if (!action) throw new Error(`${name} cannot happen; ${actions.map((each) => each.name).join(', ')} can`)
    ;[world] = action.run()
  }
  return world
}

describe('each invariant of the model of electors', () => {
  const led = after(newElectorWorld(1, 1), [
    'a starts',
    'a does: get',
    'a does: create',
    'b starts',
    'b does: get',
  ])
  const [leader, other] = led.processes
  const healed = (world: ElectorWorld) =>
    electorViolationAfterHealing(
      world,
      () => false,
      () => undefined,
    )

  it('holds in a good world', () => {
    expect(leader.elector.phase).toBe('leading')
    expect(electorViolationIn(led)).toBeUndefined()
    expect(healed(led)).toBeUndefined()
  })

  it('E1 can fail: both lead', () => {
    expect(electorViolationIn(withProcess(led, 1, { ...leader, elector: { ...leader.elector } }))?.id).toBe(
      'E1',
    )
  })

  it('E2 can fail: the last renewal is too long ago', () => {
    expect(electorViolationIn(withProcess(led, 0, { ...leader, acknowledged: 2000 }))?.id).toBe('E2')
  })

  it('E3 can fail: nobody tries any more', () => {
    const nobody = { ...other, request: undefined, timers: {} }
    expect(healed({ lease: undefined, processes: [nobody, nobody] })?.id).toBe('E3')
  })

  it('E4 can fail: the lease is released while the work goes on', () => {
    const elector = { ...leader.elector, phase: 'releasing' as const, renewing: false }
    expect(electorViolationIn(withProcess(led, 0, { ...leader, elector, work: 'told' }))?.id).toBe('E4')
  })
})
