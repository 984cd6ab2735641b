import { LeaderElector, LeaseLock, type LeaderElectorOptions } from '@rxkube/leader-election'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { address, durations, verbs, startElector } from './support/electors.ts'

function optionsWith(change: object): LeaderElectorOptions {
  const { client } = new TestEnv()
  const callbacks = { onStartedLeading: () => undefined, onStoppedLeading: () => undefined }
  return { lock: new LeaseLock({ client, ...address, identity: 'a' }), ...durations, callbacks, ...change }
}

const { client } = new TestEnv()
const onStartedLeading = (): undefined => undefined
const onStoppedLeading = onStartedLeading

describe('the options of an elector', () => {
  it.each([
    ['leaseDuration', 'a lease as long as the deadline', { leaseDuration: '10s' }],
    [
      'leaseDuration',
      'a lease whose whole seconds are no longer than the deadline',
      { leaseDuration: '10900ms', renewDeadline: '10500ms' },
    ],
    ['renewDeadline', 'a deadline of 1.2 pauses', { renewDeadline: '2400ms' }],
    ['leaseDuration', 'no lease', { leaseDuration: 0 }],
    ['leaseDuration', 'an endless lease', { leaseDuration: Infinity }],
    ['renewDeadline', 'no deadline', { renewDeadline: 0 }],
    ['retryPeriod', 'no pause', { retryPeriod: 0 }],
    ['stopTimeout', 'no time to stop', { stopTimeout: 0 }],
    ['requestTimeout', 'no time for a request', { requestTimeout: 0 }],
    ['callbacks.onStartedLeading', 'no onStartedLeading', { callbacks: { onStoppedLeading } }],
    ['callbacks.onStoppedLeading', 'no onStoppedLeading', { callbacks: { onStartedLeading } }],
    ['callbacks.onStartedLeading', 'no callbacks', { callbacks: undefined }],
    ['lock', 'no lock', { lock: undefined }],
    ['lock', 'an empty identity', { lock: new LeaseLock({ client, ...address, identity: '' }) }],
  ])('LE-6 FEAT-H2 are refused for %s: %s', (option, _, change) => {
    expect(() => new LeaderElector(optionsWith(change))).toThrow(
      expect.objectContaining({ name: 'LeaderElectionConfigError', option }),
    )
  })

  it('LE-6 are taken where nothing is wrong, at the very edge too', () => {
    expect(() => new LeaderElector(optionsWith({}))).not.toThrow()
    expect(() => new LeaderElector(optionsWith({ renewDeadline: '14999ms' }))).not.toThrow()
    expect(() => new LeaderElector(optionsWith({ renewDeadline: '2401ms' }))).not.toThrow()
  })

  it('tell a metric at once that nobody leads here', () => {
    const told: string[] = []
    const metric = {
      on: () => told.push('on'),
      off: (name: string) => told.push(`off ${name}`),
      slowpathExercised: () => undefined,
    }
    const elector = new LeaderElector(
      optionsWith({ name: 'web', metricsProvider: { newLeaderMetric: () => metric } }),
    )
    expect([elector.name, told]).toEqual(['web', ['off web']])
  })

  it('give each request half of renewDeadline, so that one that hangs does not cost leadership', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.settle()
    const hang = env.faults.hang({ verb: 'update', resource: 'leases.coordination.k8s.io', count: 1 })
    await env.advance('30s')
    expect(hang.strikes).toBe(1)
    expect(a.elector.isLeader()).toBe(true)
    expect(verbs(a).slice(0, 5)).toEqual(['get', 'create', 'update', 'get', 'update'])
    expect(a.process.effects.slice(2, 5).map(({ at }) => at)).toEqual([2000, 7000, 7000])
  })
})
