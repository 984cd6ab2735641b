import { CustomResourceDefinition, Lease, type Client } from '@rxkube/client'
import {
  LeaseCandidate,
  LeaseCandidates,
  type LeaseCandidateObject,
  type LeaseCandidateOptions,
} from '@rxkube/leader-election'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { createLease, leaseOf, startElector, stopped, verbs } from './support/electors.ts'

const coordinated = { elector: { coordinated: true } }
const renewTime = '2025-01-01T00:00:00.000000Z'

describe('an elector of coordinated election', () => {
  it('LE-2 creates no lease', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a', coordinated)
    await env.advance('1m')
    expect(new Set(verbs(a))).toEqual(new Set(['get']))
    expect(a.elector.isLeader()).toBe(false)
  })

  it('LE-2 takes no lease of another, also when it is over', async () => {
    await using env = new TestEnv()
    await createLease(env, { holderIdentity: 'other', leaseDurationSeconds: 3 })
    const a = startElector(env, 'a', coordinated)
    await env.advance('5m')
    expect(new Set(verbs(a))).toEqual(new Set(['get']))
  })

  it('LE-2 leads with a lease that was made out to it, and renews what is in it', async () => {
    await using env = new TestEnv()
    const given = { leaseTransitions: 4, acquireTime: renewTime, strategy: 'OldestEmulationVersion' }
    await createLease(env, { holderIdentity: 'a', leaseDurationSeconds: 15, renewTime, ...given })
    const a = startElector(env, 'a', coordinated)
    await env.advance('1m')
    expect(a.elector.isLeader()).toBe(true)
    expect((await leaseOf(env)).spec).toMatchObject({ holderIdentity: 'a', ...given })
    expect((await leaseOf(env)).spec?.renewTime).not.toBe(renewTime)
    await stopped(env, a)
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('')
  })

  it('LE-2 takes up no lease of its own that is over', async () => {
    await using env = new TestEnv()
    await createLease(env, { holderIdentity: 'a', leaseDurationSeconds: 15, renewTime })
    const broken = env.faults.respond({ verb: 'update', resource: 'leases.coordination.k8s.io' }, 500)
    const a = startElector(env, 'a', coordinated)
    await env.advance('20s')
    broken.remove()
    await env.advance('1m')
    expect(broken.strikes).toBeGreaterThan(2)
    expect(a.elector.isLeader()).toBe(false)
  })

  it('LE-2 FEAT-H9 stops when another is to lead next: renews no more, ends its work, gives the lease up', async () => {
    await using env = new TestEnv()
    await createLease(env, { holderIdentity: 'a', leaseDurationSeconds: 15, renewTime })
    const a = startElector(env, 'a', coordinated)
    await env.advance('5s')
    const lease = await leaseOf(env)
    await env.client.update(Lease, { ...lease, spec: { ...lease.spec, preferredHolder: 'b' } })
    await env.advance('3s')
    expect(a.log).toContain('6 work over')
    expect(await a.ended).toMatchObject({ name: 'LeadershipLostError', reason: 'endOfTerm' })
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('')
  })
})

const definition: CustomResourceDefinition = {
  metadata: {
    name: 'leasecandidates.coordination.k8s.io',
    annotations: { 'api-approved.kubernetes.io': 'https://github.com/kubernetes/kubernetes' },
  },
  spec: {
    group: 'coordination.k8s.io',
    scope: 'Namespaced',
    names: { plural: 'leasecandidates', singular: 'leasecandidate', kind: 'LeaseCandidate' },
    versions: [
      {
        name: 'v1beta1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
}
const address = { namespace: 'default', name: 'a' }

async function withCandidates(): Promise<TestEnv> {
  const env = new TestEnv()
  await env.client.create(CustomResourceDefinition, definition)
  await env.advance('1s')
  return env
}

function startCandidate(env: TestEnv, options: Partial<LeaseCandidateOptions> = {}) {
  return env.start('a', ({ client, clock, random, signal }) =>
    new LeaseCandidate({
      client,
      ...address,
      leaseName: 'controller',
      binaryVersion: '1.2.0',
      emulationVersion: '1.1.0',
      clock,
      random,
      ...options,
    }).run({ signal }),
  )
}

const candidate = ({ client }: { readonly client: Client }): Promise<LeaseCandidateObject> =>
  client.get(LeaseCandidates, address)

async function ping(env: TestEnv, pingTime: string): Promise<void> {
  const object = await candidate(env)
  await env.client.update(LeaseCandidates, { ...object, spec: { ...object.spec, pingTime } })
}

describe('a lease candidate', () => {
  it('LE-9 FEAT-H9 is created, and renewed after five minutes', async () => {
    await using env = await withCandidates()
    startCandidate(env)
    await env.settle()
    const { spec } = await candidate(env)
    expect(spec).toEqual({
      leaseName: 'controller',
      binaryVersion: '1.2.0',
      emulationVersion: '1.1.0',
      strategy: 'OldestEmulationVersion',
      renewTime: '2025-01-01T00:00:01.000000Z',
    })
    await env.advance('299s')
    expect((await candidate(env)).spec.renewTime).toBe(spec.renewTime)
    await env.advance('2s')
    expect((await candidate(env)).spec.renewTime).toBe('2025-01-01T00:05:01.000001Z')
  })

  it('LE-9 FEAT-H9 answers a ping at once', async () => {
    await using env = await withCandidates()
    startCandidate(env)
    await env.advance('30s')
    await ping(env, '2025-01-01T00:00:20.000000Z')
    await env.settle()
    expect((await candidate(env)).spec.renewTime).toBe('2025-01-01T00:00:31.000001Z')
  })

  it('answers a ping of a clock that is ahead once, and not again and again', async () => {
    await using env = await withCandidates()
    const process = startCandidate(env)
    await env.settle()
    const before = process.effects.length
    await ping(env, '2025-01-01T01:00:00.000000Z')
    await env.advance('1m')
    expect(process.effects.slice(before).map(({ method }) => method)).toEqual(['PUT'])
    expect((await candidate(env)).spec.renewTime).toBe('2025-01-01T01:00:00.000000Z')
  })

  it('is created again when it was deleted', async () => {
    await using env = await withCandidates()
    startCandidate(env)
    await env.advance('5s')
    await env.client.delete(LeaseCandidates, address)
    await env.settle()
    expect((await candidate(env)).metadata?.name).toBe('a')
  })

  it('tries again when it cannot be written, watches again when the watch ends, and tells of failures', async () => {
    await using env = await withCandidates()
    const failures: unknown[] = []
    const broken = env.faults.respond(
      { verb: 'create', resource: 'leasecandidates.coordination.k8s.io' },
      500,
    )
    startCandidate(env, { onError: (error) => failures.push(error) })
    await env.advance('10s')
    expect(failures.length).toBeGreaterThan(2)
    expect(failures.length).toBeLessThan(8)
    broken.remove()
    await env.advance('1m')
    env.faults.endWatches({}, 'reset')
    await env.advance('5s')
    await ping(env, '2025-01-01T00:01:10.000000Z')
    await env.settle()
    expect((await candidate(env)).spec.renewTime).toMatch(/^2025-01-01T00:01:16/)
  })

  it('leaves nothing behind when it is stopped', async () => {
    await using env = await withCandidates()
    const pending = env.clock.pending
    const process = startCandidate(env)
    await env.advance('10s')
    await process.stop()
    await env.settle()
    expect(env.clock.pending).toBe(pending)
    env.verify()
  })
})
