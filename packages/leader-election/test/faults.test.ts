import { Lease } from '@rxkube/client'
import { sleep } from '@rxkube/clock'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { aborted, createLease, leaseOf, startElector, verbs } from './support/electors.ts'

const resource = 'leases.coordination.k8s.io'

/** Work that notes when its signal aborts, in milliseconds of true time. */
function timedWork(env: TestEnv) {
  const ends: number[] = []
  return {
    ends,
    work: async ({ signal }: { readonly signal: AbortSignal }): Promise<void> => {
      await aborted(signal)
      ends.push(env.clock.monotonic())
    },
  }
}

describe('a leader that cannot renew', () => {
  it('FAULT-H1 FEAT-H3 ends its work at renewDeadline when a renewal never returns, before another leads', async () => {
    await using env = new TestEnv()
    const { ends, work } = timedWork(env)
    const a = startElector(env, 'a', { work, elector: { requestTimeout: '1h' } })
    await env.advance('100ms')
    const b = startElector(env, 'b')
    await env.settle()
    env.faults.hang({ verb: 'update', resource, view: 'a' })
    await env.advance('14s')
    expect(ends).toEqual([10_000])
    await expect(a.elector.guard(() => 'written')).rejects.toMatchObject({ reason: 'renewDeadline' })
    expect(b.elector.isLeader()).toBe(false)
    await env.advance('6s')
    expect(b.elector.isLeader()).toBe(true)
    expect(await a.ended).toMatchObject({ name: 'LeadershipLostError', reason: 'renewDeadline' })
  })

  it('FEAT-H3 counts from when the last successful renewal was sent, not from its answer', async () => {
    await using env = new TestEnv()
    const { ends, work } = timedWork(env)
    startElector(env, 'a', { work })
    await env.settle()
    const slow = env.faults.delay({ verb: 'update', resource, count: 1 }, '3s', 'after')
    await env.advance('5s')
    expect(slow.strikes).toBe(1)
    env.faults.refuseConnections()
    await env.advance('30s')
    expect(ends).toEqual([12_000])
  })

  it('FEAT-H3 ends before its lease does when the API is down', async () => {
    await using env = new TestEnv()
    const { ends, work } = timedWork(env)
    const a = startElector(env, 'a', { work })
    await env.advance('5s')
    env.faults.refuseConnections()
    await env.advance('15s')
    expect(ends).toEqual([14_000])
    expect(a.log).toEqual(expect.arrayContaining(['14 work over', '14 stopped']))
  })

  it('steps down as soon as it sees that another holds the lease', async () => {
    await using env = new TestEnv()
    const { ends, work } = timedWork(env)
    const a = startElector(env, 'a', { work })
    await env.advance('5s')
    const lease = await leaseOf(env)
    await env.client.update(Lease, { ...lease, spec: { ...lease.spec, holderIdentity: 'other' } })
    await env.advance('2s')
    expect(ends).toEqual([6000])
    expect(await a.ended).toMatchObject({ reason: 'taken' })
  })
})

describe('a follower', () => {
  it("FAULT-H2 waits as long as the leader's record says, not as long as its own would", async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', { elector: { leaseDuration: '30s', renewDeadline: '20s' } })
    await env.advance('1s')
    const b = startElector(env, 'b', { elector: { leaseDuration: '10s', renewDeadline: '6s' } })
    await env.settle()
    a.process.kill()
    await env.advance('29900ms')
    expect(b.elector.isLeader()).toBe(false)
    await env.advance('100ms')
    expect(b.elector.isLeader()).toBe(true)
  })

  it.each([
    ['ahead', 3_600_000],
    ['behind', -3_600_000],
  ])(
    'FAULT-H3 FEAT-H1 whose clock is an hour %s waits for a whole lease, and takes nothing from a leader',
    async (_, skew) => {
      await using env = new TestEnv()
      const a = startElector(env, 'a')
      await env.advance('1s')
      const b = startElector(env, 'b', { skew })
      await env.advance('5m')
      expect([a.elector.isLeader(), b.elector.isLeader()]).toEqual([true, false])
      a.process.kill()
      const killed = env.clock.monotonic()
      await env.advance('11s')
      expect(b.elector.isLeader()).toBe(false)
      await env.advance('9s')
      expect(b.elector.isLeader()).toBe(true)
      expect(env.clock.monotonic() - killed).toBe(20_000)
    },
  )

  it.each([3_600_000, -3_600_000])(
    'FAULT-H3 heeds no jump of a wall clock by %d ms, on either side',
    async (by) => {
      await using env = new TestEnv()
      const a = startElector(env, 'a')
      await env.advance('1s')
      const b = startElector(env, 'b')
      await env.advance('20s')
      a.process.clock.jump(by)
      await env.advance('20s')
      b.process.clock.jump(-by)
      await env.advance('1m')
      expect([a.elector.isLeader(), b.elector.isLeader()]).toEqual([true, false])
      expect([...a.log, ...b.log]).toEqual(['0 started', '0 sees a', '1 sees a'])
    },
  )

  it('FAULT-H3 FAULT-H9 sees that a leader renews whose wall clock stands still', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('1s')
    const b = startElector(env, 'b')
    for (let second = 0; second < 120; second++) {
      await env.advance('1s')
      a.process.clock.jump(-1000)
    }
    expect([a.elector.isLeader(), b.elector.isLeader()]).toEqual([true, false])
  })

  it('FAULT-H9 sees a change of a single microsecond', async () => {
    await using env = new TestEnv()
    await createLease(env, {
      holderIdentity: 'other',
      leaseDurationSeconds: 5,
      renewTime: '2025-01-01T00:00:00.123456Z',
    })
    const a = startElector(env, 'a')
    await env.advance('4s')
    const lease = await leaseOf(env)
    await env.client.update(Lease, {
      ...lease,
      spec: { ...lease.spec, renewTime: '2025-01-01T00:00:00.123457Z' },
    })
    await env.advance('5s')
    expect(a.elector.isLeader()).toBe(false)
  })

  it('FAULT-H9 sees no change where only the object beside the record changes', async () => {
    await using env = new TestEnv()
    await createLease(env, { holderIdentity: 'other', leaseDurationSeconds: 5 })
    const a = startElector(env, 'a')
    await env.advance('4s')
    const lease = await leaseOf(env)
    await env.client.update(Lease, { ...lease, metadata: { ...lease.metadata, labels: { a: 'b' } } })
    await env.advance('1s')
    expect(a.elector.isLeader()).toBe(true)
  })
})

describe('a process that was suspended', () => {
  it('FAULT-H4 steps down first when it goes on, and lets no guarded write through', async () => {
    await using env = new TestEnv()
    const happened: string[] = []
    const write = async (elector: { guard(run: () => void): Promise<void> }): Promise<void> => {
      await elector
        .guard(() => void happened.push('written'))
        .catch((error: unknown) => happened.push(String(error)))
    }
    const a = startElector(env, 'a', {
      work: async ({ signal }, { process, elector }) => {
        signal.addEventListener('abort', () => happened.push('aborted'))
        await sleep(process.clock, '3s')
        await write(elector)
        await sleep(process.clock, '500ms')
        await write(elector)
      },
    })
    await env.advance('1s')
    const b = startElector(env, 'b')
    await env.advance('2100ms')
    a.process.freeze()
    await env.advance('20s')
    expect(b.elector.isLeader()).toBe(true)
    expect(a.elector.isLeader()).toBe(false)
    a.process.thaw()
    await env.advance('1s')
    expect(happened).toEqual([
      'written',
      'aborted',
      expect.stringContaining('LeadershipLostError: a does not hold the lease default/controller'),
    ])
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('b')
  })

  it('FAULT-H4 checks the time, although nothing has told it yet that it is over', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.settle()
    await expect(a.elector.guard(() => 'written')).resolves.toBe('written')
    a.process.freeze()
    await env.advance('9999ms')
    await expect(a.elector.guard(() => 'written')).resolves.toBe('written')
    await env.advance('1ms')
    expect(a.elector.status.isLeader).toBe(true)
    await expect(a.elector.guard(() => 'written')).rejects.toMatchObject({ reason: 'renewDeadline' })
    a.process.thaw()
  })
})

describe('a lost lease', () => {
  it('FAULT-H7 ends the run, with the reason, unless told otherwise', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('1s')
    const outage = env.faults.refuseConnections()
    await env.advance('20s')
    outage.remove()
    await env.advance('5m')
    expect(await a.ended).toMatchObject({ name: 'LeadershipLostError', reason: 'renewDeadline' })
    expect(a.log).toEqual(['0 started', '0 sees a', '10 work over', '10 stopped', '10 run over'])
  })

  it('FAULT-H7 is contended for again when that is asked for', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', { elector: { onLost: 'contend' } })
    await env.advance('1s')
    const outage = env.faults.refuseConnections()
    await env.advance('20s')
    outage.remove()
    await env.advance('10s')
    expect(a.elector.isLeader()).toBe(true)
    expect(a.log.map((line) => line.replace(/^\d+ /, ''))).toEqual([
      'started',
      'sees a',
      'work over',
      'stopped',
      'started',
    ])
  })

  it('FAULT-H8 INV-E4 is told once of an outage of a minute, and led again once after it, with two processes', async () => {
    await using env = new TestEnv()
    const elector = { onLost: 'contend' } as const
    const a = startElector(env, 'a', { elector })
    await env.advance('1s')
    const b = startElector(env, 'b', { elector })
    await env.advance('5s')
    const outage = env.faults.refuseConnections()
    await env.advance('1m')
    outage.remove()
    await env.advance('3m')
    const terms = [...a.log, ...b.log].map((line) => line.replace(/^\d+ /, ''))
    expect(terms.filter((line) => line === 'started')).toHaveLength(2)
    expect(terms.filter((line) => line === 'stopped')).toHaveLength(1)
    expect([a, b].filter((each) => each.elector.isLeader())).toHaveLength(1)
  })

  it('is not contended for again while the work of the last term goes on', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', {
      elector: { onLost: 'contend', stopTimeout: '1m' },
      work: async ({ signal }, { process }) => {
        await aborted(signal)
        await sleep(process.clock, '30s')
      },
    })
    await env.advance('1s')
    const outage = env.faults.refuseConnections()
    await env.advance('15s')
    outage.remove()
    await env.advance('20s')
    expect(a.elector.status.phase).toBe('stopping')
    await env.advance('12s')
    expect(a.elector.isLeader()).toBe(true)
  })
})

describe('a lease that is not as it should be', () => {
  it('FAULT-H10 is made again by its leader when it was deleted, and nobody else gets between', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('1s')
    const b = startElector(env, 'b')
    for (let time = 0; time < 20; time++) {
      await env.advance('7s')
      await env.client.delete(Lease, { namespace: 'default', name: 'controller' })
    }
    await env.advance('10s')
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('a')
    expect([a.elector.isLeader(), b.elector.isLeader()]).toEqual([true, false])
    expect(a.log).toEqual(['0 started', '0 sees a'])
  })

  it('FAULT-H10 is kept by its leader when its holder was cleared', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('1s')
    const lease = await leaseOf(env)
    await env.client.update(Lease, { ...lease, spec: { ...lease.spec, holderIdentity: '' } })
    await env.advance('5s')
    expect(a.elector.isLeader()).toBe(true)
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('a')
  })

  it.each([
    ['a holder that is no text', { holderIdentity: 7 }],
    ['a duration that is no number', { holderIdentity: 'other', leaseDurationSeconds: 'soon' }],
    ['a spec that is a list', ['other']],
    ['a negative duration', { holderIdentity: 'other', leaseDurationSeconds: -1 }],
  ])('FAULT-H10 with %s counts as held for one whole lease, and then as free', async (_, spec) => {
    await using env = new TestEnv()
    await createLease(env, { holderIdentity: 'other' })
    const garbage = env.faults.rewrite({ verb: 'get', resource, view: 'a' }, (body) =>
      JSON.stringify({ ...(JSON.parse(body) as object), spec }),
    )
    const a = startElector(env, 'a')
    await env.advance('14900ms')
    expect(new Set(verbs(a))).toEqual(new Set(['get']))
    expect(garbage.strikes).toBeGreaterThan(3)
    await env.advance('200ms')
    expect(a.elector.isLeader()).toBe(true)
  })

  it('FAULT-H10 is not taken by answers that are no Lease at all', async () => {
    await using env = new TestEnv()
    await createLease(env, { holderIdentity: '' })
    env.faults.rewrite({ verb: 'get', resource, view: 'a' }, () => '<html>please log in</html>')
    const a = startElector(env, 'a')
    await env.advance('5m')
    expect(new Set(verbs(a))).toEqual(new Set(['get']))
    expect(a.elector.status.lastError).toMatchObject({ name: 'TransportError' })
  })
})
