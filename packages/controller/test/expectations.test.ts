import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { TestClock } from '@rxkube/clock'
import { ControllerExpectations, UIDTrackingControllerExpectations } from '@rxkube/controller'
import { describe, expect, it } from 'vitest'

const owner = 'default/web'

describe('ControllerExpectations', () => {
  it('CH-1 FEAT-K1 are unsatisfied until every addition and deletion was seen, and by more than that', () => {
    const expectations = new ControllerExpectations({ clock: new TestClock() })
    expectations.setExpectations(owner, 30, 10)
    for (let seen = 0; seen < 30; seen++) {
      expect(expectations.satisfiedExpectations(owner)).toBe(false)
      expectations.creationObserved(owner)
    }
    for (let seen = 0; seen < 10; seen++) {
      expect(expectations.satisfiedExpectations(owner)).toBe(false)
      expectations.deletionObserved(owner)
    }
    expect(expectations.satisfiedExpectations(owner)).toBe(true)
    expectations.lowerExpectations(owner, 1, 1)
    expect(expectations.getExpectations(owner)).toEqual({ creations: -1, deletions: -1 })
    expect(expectations.satisfiedExpectations(owner)).toBe(true)
  })

  it('CH-1 FEAT-K1 can be set again, and each direction erases the other', () => {
    const expectations = new ControllerExpectations({ clock: new TestClock() })
    expectations.expectCreations(owner, 2)
    expectations.lowerExpectations(owner, 3, 0)
    expectations.expectDeletions(owner, 1)
    expect(expectations.getExpectations(owner)).toEqual({ creations: 0, deletions: 1 })
    expectations.raiseExpectations(owner, 4, 1)
    expect(expectations.getExpectations(owner)).toEqual({ creations: 4, deletions: 2 })
    expectations.expectCreations(owner, 5)
    expect(expectations.getExpectations(owner)).toEqual({ creations: 5, deletions: 0 })
  })

  it('CH-1 FEAT-K1 expire when strictly more than five minutes have passed, whatever the wall clock says', async () => {
    const clock = new TestClock()
    const expectations = new ControllerExpectations({ clock })
    expectations.expectCreations(owner, 1)
    clock.jump(3_600_000)
    await clock.advance('4m')
    // What is raised is waited for no longer than the rest.
    expectations.raiseExpectations(owner, 1, 0)
    await clock.advance('1m')
    expect(expectations.satisfiedExpectations(owner)).toBe(false)
    await clock.advance(1)
    expect(expectations.satisfiedExpectations(owner)).toBe(true)
    expectations.expectCreations(owner, 1)
    expect(expectations.satisfiedExpectations(owner)).toBe(false)
  })

  it('CH-1 FEAT-K1 are satisfied where nothing was ever expected, and of an owner that was forgotten', () => {
    const expectations = new ControllerExpectations({ clock: new TestClock() })
    expectations.creationObserved(owner)
    expectations.raiseExpectations(owner, 1, 1)
    expect([expectations.satisfiedExpectations(owner), expectations.size]).toEqual([true, 0])
    expectations.expectCreations(owner, 1)
    expectations.deleteExpectations(owner)
    expect([expectations.satisfiedExpectations(owner), expectations.size]).toEqual([true, 0])
  })

  it('keeps owners with names of object members apart', () => {
    const expectations = new ControllerExpectations({ clock: new TestClock() })
    expectations.expectCreations('__proto__', 1)
    expect(['__proto__', 'constructor'].map((key) => expectations.satisfiedExpectations(key))).toEqual([
      false,
      true,
    ])
  })
})

describe('UIDTrackingControllerExpectations', () => {
  it('CH-2 FEAT-K2 count a graceful deletion once, though it is seen as an update and as a deletion', () => {
    const expectations = new UIDTrackingControllerExpectations(
      new ControllerExpectations({ clock: new TestClock() }),
    )
    expectations.expectDeletions(owner, ['default/a', 'default/b'])
    expectations.deletionObserved(owner, 'default/a') // the update with a deletionTimestamp
    expectations.deletionObserved(owner, 'default/a') // the deletion
    expect(expectations.satisfiedExpectations(owner)).toBe(false)
    expectations.deletionObserved(owner, 'default/b')
    expect(expectations.satisfiedExpectations(owner)).toBe(true)
  })

  it('CH-2 FEAT-K2 count each key of overlapping sets once, for each owner, and none that is not waited for', () => {
    const expectations = new UIDTrackingControllerExpectations(
      new ControllerExpectations({ clock: new TestClock() }),
    )
    expectations.expectDeletions('default/x', ['p/1', 'p/2', 'p/2'])
    expectations.expectDeletions('default/y', ['p/2', 'p/3'])
    expect(expectations.counts.getExpectations('default/x')).toEqual({ creations: 0, deletions: 2 })
    expectations.deletionObserved('default/x', 'p/2')
    expectations.deletionObserved('default/x', 'p/3')
    expectations.deletionObserved('default/z', 'p/1')
    expect([...expectations.getUIDs('default/x')]).toEqual(['p/1'])
    expect(expectations.counts.getExpectations('default/x')).toEqual({ creations: 0, deletions: 1 })
    expect(expectations.counts.getExpectations('default/y')).toEqual({ creations: 0, deletions: 2 })
  })

  it('CH-2 FEAT-K2 forget the keys with the owner', () => {
    const expectations = new UIDTrackingControllerExpectations(
      new ControllerExpectations({ clock: new TestClock() }),
    )
    expectations.expectDeletions(owner, ['default/a'])
    expectations.deleteExpectations(owner)
    expect([expectations.satisfiedExpectations(owner), expectations.getUIDs(owner).size]).toEqual([true, 0])
    expectations.expectCreations(owner, 1)
    expectations.deletionObserved(owner, 'default/a')
    expectations.creationObserved(owner)
    expect(expectations.counts.getExpectations(owner)).toEqual({ creations: 0, deletions: 0 })
  })

  it('CH-2 report deletions that are expected on top of others, and wait for the new ones', () => {
    const expectations = new UIDTrackingControllerExpectations(
      new ControllerExpectations({ clock: new TestClock() }),
    )
    const reports: unknown[] = []
    const listen = (report: unknown): void => void reports.push(report)
    subscribe('rxkube:controller:clobbered-expectations', listen)
    expectations.expectDeletions(owner, ['default/a'])
    expectations.expectDeletions(owner, ['default/b'])
    unsubscribe('rxkube:controller:clobbered-expectations', listen)
    expect(reports).toEqual([{ key: owner, forgotten: ['default/a'] }])
    expect([...expectations.getUIDs(owner)]).toEqual(['default/b'])
  })
})
