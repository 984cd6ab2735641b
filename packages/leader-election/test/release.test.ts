import { Lease } from '@rxkube/client'
import { sleep } from '@rxkube/clock'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { aborted, createLease, leaseOf, startElector, stopped, verbs } from './support/electors.ts'

const resource = 'leases.coordination.k8s.io'

describe('an elector that is stopped', () => {
  it('LE-4 FEAT-H5 reads the lease and gives it up: no holder, one second, the transitions kept', async () => {
    await using env = new TestEnv()
    await createLease(env, { leaseTransitions: 2 })
    const a = startElector(env, 'a')
    await env.advance('3s')
    expect(await stopped(env, a)).toBe('run over')
    expect(verbs(a).slice(-2)).toEqual(['get', 'update'])
    expect((await leaseOf(env)).spec).toMatchObject({
      holderIdentity: '',
      leaseDurationSeconds: 1,
      leaseTransitions: 3,
    })
  })

  it('lets another lead within 2.2 times retryPeriod', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('1s')
    const b = startElector(env, 'b')
    await env.advance('10s')
    const stop = a.process.stop()
    await env.advance('4400ms')
    await stop
    expect(b.elector.isLeader()).toBe(true)
  })

  it('keeps the lease when it is not to be released', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', { elector: { releaseOnCancel: false } })
    await env.advance('3s')
    await stopped(env, a)
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('a')
  })

  it('LE-4 FAULT-H6 FEAT-H5 reads again and repeats when the release conflicts', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('3s')
    env.faults.conflict({ resource, count: 2 })
    await stopped(env, a)
    const expected = ['get', 'update conflict', 'get', 'update conflict', 'get', 'update']
    expect(verbs(a).slice(-6)).toEqual(expected)
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('')
  })

  it('LE-4 does nothing when the lease is gone', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('3s')
    await env.client.delete(Lease, { namespace: 'default', name: 'controller' })
    expect(await stopped(env, a)).toBe('run over')
    expect(verbs(a).at(-1)).toBe('get')
  })

  it.each([
    ['update', 'before'],
    ['update', 'after'],
  ] as const)('LE-5 FAULT-H6 gives the lease up while an %s hangs, %s it is done', async (verb, point) => {
    await using env = new TestEnv()
    const events: string[] = []
    const eventRecorder = {
      recordEvent: (...[, , , message]: unknown[]) => void events.push(String(message)),
    }
    const a = startElector(env, 'a', { lock: { eventRecorder } })
    await env.advance('1s')
    const hang = env.faults.hang({ verb, resource, count: 1 }, point)
    await env.advance('2s')
    expect(hang.strikes).toBe(1)
    await stopped(env, a)
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('')
    expect(events).toEqual(['a became leader', 'a stopped leading'])
  })

  it('LE-5 gives the lease up while a get hangs', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('1s')
    env.faults.conflict({ resource })
    const hang = env.faults.hang({ verb: 'get', resource, count: 1 })
    await env.advance('2s')
    expect(hang.strikes).toBe(1)
    await stopped(env, a)
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('')
  })

  it('gives up what it may have got by a write that was under way', async () => {
    await using env = new TestEnv()
    env.faults.hang({ verb: 'create', resource }, 'after')
    const a = startElector(env, 'a')
    await env.advance('1s')
    await stopped(env, a)
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('')
  })

  it('LE-11 FEAT-H5 never clears the lease of another', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('1s')
    const lease = await leaseOf(env)
    await env.client.update(Lease, { ...lease, spec: { ...lease.spec, holderIdentity: 'other' } })
    await stopped(env, a)
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('other')
    expect(verbs(a)).toEqual(['get', 'create', 'get'])
  })

  it('LE-11 FEAT-H5 never clears the lease of another that came between its get and its update', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.advance('1s')
    env.faults.delay({ verb: 'update', resource, count: 1 }, '1s')
    const stop = a.process.stop()
    await env.settle()
    const lease = await leaseOf(env)
    await env.client.update(Lease, { ...lease, spec: { ...lease.spec, holderIdentity: 'other' } })
    await env.advance('2s')
    await stop
    expect(verbs(a).slice(-3)).toEqual(['get', 'update conflict', 'get'])
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('other')
  })

  it('waits for the release no longer than renewDeadline', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', { elector: { requestTimeout: '1m' } })
    await env.advance('1s')
    env.faults.hang({ verb: 'get', resource })
    void a.process.stop()
    await env.advance('9s')
    expect(a.process.running).toBe(true)
    await env.advance('1s')
    expect(await a.ended).toBe('run over')
  })
})

describe('work that takes time to stop', () => {
  it('FAULT-H5 INV-E4 has stopped, and onStoppedLeading too, before the lease is released', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', {
      work: async ({ signal }, { process }) => {
        await aborted(signal)
        await sleep(process.clock, '8s')
      },
      onStoppedLeading: () => sleep(env.clock, '4s'),
    })
    await env.advance('1s')
    void a.process.stop()
    await env.advance('11900ms')
    expect(a.log).toEqual(['0 started', '0 sees a', '9 work over', '9 stopped'])
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('a')
    await env.advance('200ms')
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('')
  })

  it('FAULT-H5 keeps the lease longer than it lasts, so that nobody else begins meanwhile', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', {
      work: async ({ signal }, { process }) => {
        await aborted(signal)
        await sleep(process.clock, '25s')
      },
    })
    await env.advance('1s')
    const b = startElector(env, 'b')
    void a.process.stop()
    await env.advance('24s')
    expect([a.elector.isLeader(), b.elector.isLeader()]).toEqual([true, false])
    await env.advance('6s')
    expect([a.elector.isLeader(), b.elector.isLeader()]).toEqual([false, true])
  })

  it('does not hold the run up for ever: after stopTimeout the lease is left to end by itself', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', {
      work: () => new Promise<void>(() => undefined),
      elector: { stopTimeout: '20s' },
    })
    await env.advance('1s')
    const error = await stopped(env, a, '21s')
    expect(error).toMatchObject({
      name: 'LeaderWorkNotStoppedError',
      callback: 'onStartedLeading',
      timeout: 20_000,
    })
    expect(a.log).toContain('21 stopped')
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('a')
  })

  it('is told by its signal why, and may reject with that', async () => {
    await using env = new TestEnv()
    let reason: unknown
    const a = startElector(env, 'a', {
      work: async ({ signal }) => {
        await aborted(signal)
        reason = signal.reason
        signal.throwIfAborted()
      },
    })
    await env.advance('1s')
    expect(await stopped(env, a)).toBe('run over')
    expect(String(reason)).toContain('process a is asked to end')
  })
})
