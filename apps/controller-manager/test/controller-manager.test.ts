import type { Manager } from '@rxkube/controller'
import {
  Deployment,
  Endpoints,
  EndpointSlice,
  Event,
  Lease,
  Node,
  Pod,
  ReplicaSet,
  Service,
  type Resource,
} from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { createWeb, startManager, writesSince } from './cluster.ts'

const namespace = 'default'

const kinds: ReadonlyMap<string, Resource> = new Map<string, Resource>([
  ['deployment-controller', Deployment],
  ['replicaset-controller', ReplicaSet],
  ['endpoints-controller', Service],
  ['endpointslice-controller', Service],
  ['node-lifecycle-controller', Node],
  ['node-lifecycle-controller-pods', Pod],
  ['taint-eviction-controller', Node],
  ['taint-eviction-controller-pods', Pod],
])

/** The keys of everything that a controller looks after. */
function keysOf({ informers }: Manager, controller: string): string[] {
  const kind = kinds.get(controller)
  if (!kind) throw new Error(`which kind is ${controller} about?`)
  const { informer } = informers.acquire(kind)
  return [...informer.indexer.keys()]
}

async function converged(env: TestEnv) {
  await env.advance('3s')
  const manager = startManager(env)
  await env.advance('2s')
  await createWeb(env.client, 3)
  await env.advance('10s')
  return manager
}

describe('all controllers in one process', () => {
  it('make pods of a deployment, and addresses of the pods', async () => {
    await using env = new TestEnv({ server: { nodes: 3 } })
    await converged(env)
    const { items: pods } = await env.client.list(Pod, { namespace })
    expect(pods.map(({ status }) => status?.phase)).toEqual(['Running', 'Running', 'Running'])
    const { items: sets } = await env.client.list(ReplicaSet, { namespace })
    expect(sets.map(({ status }) => status?.readyReplicas)).toEqual([3])
    const ips = pods.map(({ status }) => status?.podIP ?? '').toSorted()
    const { subsets = [] } = await env.client.get(Endpoints, { name: 'web', namespace })
    expect(subsets.flatMap(({ addresses = [] }) => addresses.map(({ ip }) => ip)).toSorted()).toEqual(ips)
    const { items: slices } = await env.client.list(EndpointSlice, {
      namespace,
      labelSelector: 'kubernetes.io/service-name=web',
    })
    const addresses = slices.flatMap(({ endpoints }) => (endpoints ?? []).flatMap((one) => one.addresses))
    expect(addresses.toSorted()).toEqual(ips)
    env.verify()
  })

  it('write nothing in a second pass over everything', async () => {
    await using env = new TestEnv({ server: { nodes: 3 } })
    const manager = await converged(env)
    const before = env.audit.length
    let passes = 0
    manager().outcomes$.subscribe(() => passes++)
    const enqueued = [...manager().controllers.values()].map((controller) => {
      const keys = keysOf(manager(), controller.name)
      for (const key of keys) {
        const [name = '', of = ''] = key.split('/').toReversed()
        controller.enqueue({ namespace: of, name })
      }
      return keys.length
    })
    await env.advance('5s')
    expect(Math.min(...enqueued)).toBeGreaterThan(0)
    expect(passes).toBeGreaterThanOrEqual(enqueued.reduce((sum, count) => sum + count))
    expect(writesSince(env, before)).toEqual([])
    env.verify()
  })

  it('write nothing when they are started again, but that they saw the nodes', async () => {
    await using env = new TestEnv({ server: { nodes: 3 } })
    await converged(env)
    await env.processes.get('controllers')?.stop()
    const before = env.audit.length
    startManager(env)
    await env.advance('30s')
    const { items: events } = await env.client.list(Event)
    expect(events.filter(({ reason }) => reason === 'RegisteredNode').length).toBeGreaterThan(0)
    expect(writesSince(env, before).filter((write) => !write.endsWith('/events'))).toEqual([])
    env.verify()
  })

  it('say in events which controller it was', async () => {
    await using env = new TestEnv({ server: { nodes: 3 } })
    await converged(env)
    const { items: events } = await env.client.list(Event)
    const sources = new Map(events.map(({ reason, source }) => [reason, source?.component]))
    expect(sources.get('ScalingReplicaSet')).toBe('deployment-controller')
    expect(sources.get('SuccessfulCreate')).toBe('replicaset-controller')
    expect(sources.get('RegisteredNode')).toBe('node-controller')
  })

  it('are one leader, whose lease is given up when it ends', async () => {
    await using env = new TestEnv({ server: { nodes: 1 } })
    await converged(env)
    const address = { name: 'rxkube-controller-manager', namespace: 'kube-system' }
    const holder = async () => (await env.client.get(Lease, address)).spec?.holderIdentity
    expect(await holder()).toMatch(/.+/)
    const stopped = env.processes.get('controllers')?.stop()
    await env.advance('2s')
    await stopped
    expect(await holder()).toBe('')
  })
})
