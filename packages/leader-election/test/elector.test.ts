import { sleep, TestClock } from '@rxkube/clock'
import { LeaderElector, LeaseLock, type LeaderStatus, type ResourceLock } from '@rxkube/leader-election'
import { TestEnv } from '@rxkube/testing'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { describe, expect, it } from 'vitest'
import { address, createLease, durations, startElector, stopped } from './support/electors.ts'

const callbacks = { onStartedLeading: () => undefined, onStoppedLeading: () => undefined }

function electorOf(env: TestEnv, options: object = {}): LeaderElector {
  const lock = new LeaseLock({ client: env.client, ...address, identity: 'a' })
  return new LeaderElector({
    ...durations,
    lock,
    callbacks,
    clock: env.clock,
    random: env.random,
    ...options,
  })
}

describe('a run', () => {
  it('FEAT-H4 LE-11 calls onStoppedLeading once, also when it never led', async () => {
    await using env = new TestEnv()
    await createLease(env, { holderIdentity: 'other', leaseDurationSeconds: 1000 })
    const a = startElector(env, 'a')
    await env.advance('1m')
    await stopped(env, a)
    expect(a.log).toEqual(['0 sees other', '60 stopped', '60 run over'])
  })

  it('FEAT-H4 calls onStoppedLeading once when its signal was aborted before it began, and asks for nothing', async () => {
    await using env = new TestEnv()
    const calls: string[] = []
    let requests = 0
    env.server.requests(() => void requests++)
    const elector = electorOf(env, {
      callbacks: { ...callbacks, onStoppedLeading: () => void calls.push('stopped') },
    })
    await elector.run({ signal: AbortSignal.abort(new Error('not today')) })
    expect(calls).toEqual(['stopped'])
    expect(requests).toBe(0)
  })

  it('FEAT-H4 tells of each leader without waiting, and survives a listener that throws', async () => {
    await using env = new TestEnv()
    const errors: unknown[] = []
    const seen: string[] = []
    const onNewLeader = (identity: string): void => {
      seen.push(identity)
      throw new Error('who cares')
    }
    await createLease(env, { holderIdentity: 'other', leaseDurationSeconds: 5 })
    await using elector = electorOf(env, {
      callbacks: { ...callbacks, onNewLeader },
      onError: (error: unknown) => errors.push(error),
    })
    const run = elector.run()
    await env.advance('6s')
    expect([seen, elector.isLeader(), elector.getLeader()]).toEqual([['other', 'a'], true, 'a'])
    expect(errors.map(String)).toEqual(['Error: who cares', 'Error: who cares'])
    await elector.stop()
    await run
  })

  it('cannot be had twice at once, and not after stop', async () => {
    await using env = new TestEnv()
    const elector = electorOf(env)
    const run = elector.run()
    await expect(elector.run()).rejects.toMatchObject({ name: 'ElectorRunningError' })
    await env.settle()
    await elector.stop()
    await run
    await expect(elector.run()).rejects.toMatchObject({ name: 'ElectorStoppedError' })
  })

  it('can be had again after it has ended', async () => {
    await using env = new TestEnv()
    const calls: string[] = []
    await using elector = electorOf(env, {
      callbacks: {
        onStartedLeading: () => void calls.push('started'),
        onStoppedLeading: () => void calls.push('stopped'),
      },
    })
    for (let time = 0; time < 2; time++) {
      const end = new AbortController()
      const run = elector.run({ signal: end.signal })
      await env.advance('5s')
      end.abort()
      await run
    }
    expect(calls).toEqual(['started', 'stopped', 'started', 'stopped'])
  })

  it('leads on when its work has returned, and calls onStoppedLeading in the end', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', { work: () => undefined })
    await env.advance('1m')
    expect(a.elector.isLeader()).toBe(true)
    await stopped(env, a)
    expect(a.log).toEqual(['0 started', '0 sees a', '0 work over', '60 stopped', '60 run over'])
  })

  it('ends when its work throws: the lease is given up, and it rejects with what was thrown', async () => {
    await using env = new TestEnv()
    const failure = new Error('out of order')
    const a = startElector(env, 'a', {
      elector: { onLost: 'contend' },
      work: async (_, { process }) => {
        await sleep(process.clock, '3s')
        throw failure
      },
    })
    await env.advance('5s')
    expect(await a.ended).toBe(failure)
    expect(a.log.slice(2)).toEqual(['3 stopped', '3 run over'])
    const b = startElector(env, 'b')
    await env.settle()
    expect(b.elector.isLeader()).toBe(true)
  })

  it('rejects with what onStoppedLeading throws, after the lease was given up', async () => {
    await using env = new TestEnv()
    const failure = new Error('cannot stop')
    const a = startElector(env, 'a', { onStoppedLeading: () => Promise.reject(failure) })
    await env.advance('3s')
    expect(await stopped(env, a)).toBe(failure)
    expect(a.process.effects.at(-1)).toMatchObject({ method: 'PUT', status: 200 })
  })

  it('ends when onStoppedLeading does not, without giving the lease up', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', { onStoppedLeading: () => new Promise(() => undefined) })
    await env.advance('3s')
    const error = await stopped(env, a, '31s')
    expect(error).toMatchObject({ name: 'LeaderWorkNotStoppedError', callback: 'onStoppedLeading' })
    await expect(a.elector.run()).rejects.toMatchObject({ name: 'LeaderWorkNotStoppedError' })
  })

  it('does not wait for a lock that never answers and heeds no signal', async () => {
    const clock = new TestClock()
    const never = (): Promise<never> => new Promise(() => undefined)
    const lock: ResourceLock = {
      identity: 'a',
      get: never,
      create: never,
      update: never,
      recordEvent: () => undefined,
      describe: () => 'default/never',
    }
    const elector = new LeaderElector({ ...durations, lock, callbacks, clock })
    const run = elector.run()
    await clock.advance('1m')
    expect(elector.status.lastError).toMatchObject({ name: 'LockTimeoutError', timeout: 5000 })
    await elector.stop()
    await run
    expect(clock.pending).toBe(0)
  })
})

describe('stop', () => {
  it('is a barrier: no callback, no request and no timer comes after it', async () => {
    await using env = new TestEnv()
    const pending = env.clock.pending
    const a = startElector(env, 'a')
    await env.advance('5s')
    await stopped(env, a)
    const [{ length: lines }, { length: requests }] = [a.log, a.process.effects]
    await env.advance('5m')
    expect([a.log.length, a.process.effects.length]).toEqual([lines, requests])
    expect(env.clock.pending).toBe(pending)
  })

  it('leaves no listener on the signal of the run', async () => {
    await using env = new TestEnv()
    const end = new AbortController()
    let listeners = 0
    const { signal } = end
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)]
    signal.addEventListener = (...given: Parameters<typeof add>) => (listeners++, add(...given))
    signal.removeEventListener = (...given: Parameters<typeof remove>) => (listeners--, remove(...given))
    const elector = electorOf(env)
    const run = elector.run({ signal })
    await env.advance('5s')
    await elector.stop()
    await run
    expect(listeners).toBe(0)
  })
})

describe('what can be seen of an elector', () => {
  it('is who leads, on leader$, from before the start until the stop', async () => {
    await using env = new TestEnv()
    await createLease(env, { holderIdentity: 'other', leaseDurationSeconds: 5, leaseTransitions: 1 })
    const elector = electorOf(env)
    const seen: LeaderStatus[] = []
    let isComplete = false
    elector.leader$.subscribe({ next: (status) => seen.push(status), complete: () => (isComplete = true) })
    const run = elector.run()
    await env.advance('6s')
    await elector.stop()
    await run
    const brief = seen.map(({ leader, isLeader, phase, leaderTransitions }) =>
      [phase, leader || 'nobody', isLeader, leaderTransitions].join(' '),
    )
    expect(brief.filter((line, index) => line !== brief[index - 1])).toEqual([
      'idle nobody false 0',
      'contending nobody false 0',
      'contending other false 1',
      'leading a true 2',
      'stopped a true 2',
      'releasing a false 2',
      'ended nobody false 2',
    ])
    expect(isComplete).toBe(true)
  })

  it('is a metric under the names of client-go', async () => {
    await using env = new TestEnv()
    const told: string[] = []
    const metric = {
      on: (name: string) => void told.push(`on ${name}`),
      off: (name: string) => void told.push(`off ${name}`),
      slowpathExercised: () => {
        throw new Error('no such metric')
      },
    }
    const a = startElector(env, 'a', { elector: { metricsProvider: { newLeaderMetric: () => metric } } })
    await env.advance('3s')
    env.faults.conflict({})
    await env.advance('3s')
    expect(a.elector.isLeader()).toBe(true)
    await stopped(env, a)
    expect(told).toEqual(['off default/controller', 'on default/controller', 'off default/controller'])
  })

  it('is what goes wrong: in the status, to onError, and on a diagnostics channel', async () => {
    await using env = new TestEnv()
    const told: unknown[] = []
    const published: unknown[] = []
    const listen = (message: unknown): void => void published.push(message)
    subscribe('rxkube.leader-election.error', listen)
    const elector = electorOf(env, { onError: (error: unknown) => told.push(error) })
    env.faults.respond({ verb: 'get' }, 403)
    const run = elector.run()
    await env.settle()
    unsubscribe('rxkube.leader-election.error', listen)
    expect(told).toEqual([expect.objectContaining({ name: 'ApiError', code: 403 })])
    expect(published).toEqual([{ name: 'default/controller', error: told[0] }])
    expect(elector.status.lastError).toBe(told[0])
    await elector.stop()
    await run
  })
})
