import { Lease } from '@rxkube/client'
import { LeaderHealthAdaptor } from '@rxkube/leader-election'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { leaseOf, startElector } from './support/electors.ts'

const never = (): Promise<void> => new Promise(() => undefined)

function thrownBy(run: () => void): string[] {
  try {
    run()
    return []
  } catch (error) {
    return [error instanceof Error ? error.name : String(error)]
  }
}

describe('the health of an elector', () => {
  it('LE-8 FEAT-H7 is good as long as there is none', () => {
    const health = new LeaderHealthAdaptor('5s')
    expect(health.name).toBe('leaderElection')
    expect(() => health.check()).not.toThrow()
  })

  it('LE-8 FEAT-H7 is good while another leads, for however long', async () => {
    await using env = new TestEnv()
    const health = new LeaderHealthAdaptor('5s')
    startElector(env, 'b')
    await env.advance('1s')
    startElector(env, 'a', { elector: { watchDog: health } })
    await env.advance('5m')
    expect(() => health.check()).not.toThrow()
  })

  it.each([
    ['within the lease', 14_000, []],
    ['within the tolerance after it', 20_000, []],
    ['later', 20_001, ['LeaderUnhealthyError']],
  ])('LE-8 FEAT-H7 of a leader that was suspended, checked %s', async (_, age, expected) => {
    await using env = new TestEnv()
    const health = new LeaderHealthAdaptor('5s')
    const a = startElector(env, 'a', { elector: { watchDog: health } })
    await env.settle()
    a.process.freeze()
    await env.advance(age)
    const found = thrownBy(() => health.check())
    a.process.thaw()
    expect(found).toEqual(expected)
  })

  it('FEAT-H7 is bad while work goes on long after its lease is over, and good again when it has stopped', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', { work: never, elector: { stopTimeout: '30s' } })
    await env.advance('1s')
    const lease = await leaseOf(env)
    await env.client.update(Lease, { ...lease, spec: { ...lease.spec, holderIdentity: 'other' } })
    await env.advance('25s')
    expect(() => a.elector.check('5s')).toThrow('failed to renew leadership')
    await env.advance('10s')
    expect(() => a.elector.check('5s')).not.toThrow()
  })
})
