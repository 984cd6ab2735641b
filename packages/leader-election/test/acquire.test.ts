import { Lease } from '@rxkube/client'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { address, createLease, leaseOf, startElector, verbs } from './support/electors.ts'

const old = '2020-01-01T00:00:00.000000Z'
const foreign = { holderIdentity: 'other', leaseDurationSeconds: 3, acquireTime: old, renewTime: old }

describe('an elector that does not lead', () => {
  it('LE-1 creates the lease where there is none, in two requests', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.settle()
    expect(verbs(a)).toEqual(['get', 'create'])
    expect(a.log).toEqual(['0 started', '0 sees a'])
    expect((await leaseOf(env)).spec).toMatchObject({
      holderIdentity: 'a',
      leaseDurationSeconds: 15,
      leaseTransitions: 0,
    })
  })

  it.each([
    ['an empty spec', {}],
    ['no holder', { holderIdentity: '', leaseDurationSeconds: 15 }],
    [
      'no holder although it was renewed just now',
      { holderIdentity: '', renewTime: '2025-01-01T00:00:00.000000Z' },
    ],
  ])('LE-1 FAULT-H10 takes a lease with %s at once', async (_, spec) => {
    await using env = new TestEnv()
    await createLease(env, { ...spec, leaseTransitions: 4 })
    const a = startElector(env, 'a')
    await env.settle()
    expect(verbs(a)).toEqual(['get', 'update'])
    expect(a.elector.isLeader()).toBe(true)
    expect((await leaseOf(env)).spec).toMatchObject({ holderIdentity: 'a', leaseTransitions: 5 })
  })

  it('LE-1 FEAT-H1 watches a lease of another for its whole duration, however old its renewTime is', async () => {
    await using env = new TestEnv()
    await createLease(env, { ...foreign, leaseTransitions: 1 })
    const a = startElector(env, 'a')
    await env.advance('2999ms')
    expect(a.log).toEqual(['0 sees other'])
    await env.advance('1ms')
    expect(a.log).toEqual(['0 sees other', '3 started', '3 sees a'])
    expect((await leaseOf(env)).spec).toMatchObject({ holderIdentity: 'a', leaseTransitions: 2 })
  })

  it('FEAT-H1 begins to count anew with each change that it sees', async () => {
    await using env = new TestEnv()
    await createLease(env, foreign)
    const a = startElector(env, 'a')
    for (let second = 1; second <= 10; second++) {
      await env.advance('2s')
      const lease = await leaseOf(env)
      await env.client.update(Lease, {
        ...lease,
        spec: { ...lease.spec, renewTime: `2020-01-01T00:00:${String(second).padStart(2, '0')}.000000Z` },
      })
    }
    expect(a.elector.isLeader()).toBe(false)
    await env.advance('8s')
    expect(a.elector.isLeader()).toBe(true)
  })

  it('LE-1 takes a lease without a duration only when it has not changed for as long as its own would be', async () => {
    await using env = new TestEnv()
    await createLease(env, { holderIdentity: 'other' })
    const a = startElector(env, 'a')
    await env.advance('14999ms')
    expect(a.elector.isLeader()).toBe(false)
    await env.advance('1ms')
    expect(a.elector.isLeader()).toBe(true)
  })

  it('LE-1 renews what is its own already, and keeps its acquireTime and transitions', async () => {
    await using env = new TestEnv()
    const acquireTime = '2024-12-31T00:00:00.123456Z'
    await createLease(env, {
      holderIdentity: 'a',
      leaseDurationSeconds: 15,
      acquireTime,
      leaseTransitions: 7,
    })
    const a = startElector(env, 'a')
    await env.settle()
    expect(verbs(a)).toEqual(['get', 'update'])
    expect((await leaseOf(env)).spec).toMatchObject({ holderIdentity: 'a', acquireTime, leaseTransitions: 7 })
  })

  it('pauses for 1 to 2.2 times retryPeriod', async () => {
    await using env = new TestEnv()
    await createLease(env, { ...foreign, leaseDurationSeconds: 100_000 })
    const a = startElector(env, 'a')
    await env.advance('10m')
    const times = a.process.effects.map(({ at }) => at)
    const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2000)
    expect(Math.max(...pauses)).toBeLessThan(4400)
    expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(1500)
  })

  it('waits out the lease of a leader it has seen, also when the lease is deleted', async () => {
    await using env = new TestEnv()
    await createLease(env, { ...foreign, leaseDurationSeconds: 15 })
    const a = startElector(env, 'a')
    await env.advance('5s')
    await env.client.delete(Lease, address)
    await env.advance('9s')
    expect(a.elector.isLeader()).toBe(false)
    await env.advance('6s')
    expect(a.elector.isLeader()).toBe(true)
  })

  it('is not leader by a write that it does not know of, and finds out', async () => {
    await using env = new TestEnv()
    env.faults.drop({ verb: 'create', resource: 'leases.coordination.k8s.io', count: 1 }, 'after')
    const a = startElector(env, 'a')
    await env.settle()
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('a')
    expect(a.elector.isLeader()).toBe(false)
    await env.advance('5s')
    expect(a.elector.isLeader()).toBe(true)
  })

  it('does not begin with an answer that took longer than renewDeadline', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', { elector: { requestTimeout: '1m' } })
    const slow = env.faults.delay({ verb: 'create', resource: 'leases.coordination.k8s.io' }, '12s', 'after')
    await env.advance('13s')
    slow.remove()
    expect(a.log).not.toContain('12 started')
    await env.advance('5s')
    expect(a.elector.isLeader()).toBe(true)
  })
})

describe('an elector that leads', () => {
  it('LE-7 FEAT-H6 renews every retryPeriod without reading first', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('4s')
    expect(verbs(a)).toEqual(['get', 'create', 'update', 'update'])
    expect(a.process.effects.map(({ at }) => at)).toEqual([0, 0, 2000, 4000])
  })

  it('LE-7 reads first after a renewal that failed, and renews quickly again after that', async () => {
    await using env = new TestEnv()
    let slowpaths = 0
    const metric = { on: () => undefined, off: () => undefined, slowpathExercised: () => void slowpaths++ }
    const a = startElector(env, 'a', { elector: { metricsProvider: { newLeaderMetric: () => metric } } })
    await env.advance('2s')
    const lease = await leaseOf(env)
    await env.client.update(Lease, { ...lease, metadata: { ...lease.metadata, annotations: { by: 'me' } } })
    await env.advance('4s')
    const expected = ['get', 'create', 'update', 'update conflict', 'get', 'update', 'update']
    expect(verbs(a)).toEqual(expected)
    expect(slowpaths).toBe(1)
  })

  it('keeps acquireTime and transitions while it renews', async () => {
    await using env = new TestEnv()
    startElector(env, 'a')
    await env.settle()
    const before = (await leaseOf(env)).spec
    await env.advance('1m')
    const { renewTime, ...rest } = (await leaseOf(env)).spec ?? {}
    expect({ ...rest, renewTime: before?.renewTime }).toEqual(before)
    expect(renewTime).toMatch(/^2025-01-01T00:01:00\.000\d{3}Z$/)
  })
})
