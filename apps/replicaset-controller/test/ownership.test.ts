import { Pod, ReplicaSet, type OwnerReference } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { pod, replicaSet } from './support/objects.ts'
import { World } from './support/world.ts'

const at = (name: string) => ({ namespace: 'default', name })

async function create(
  world: World,
  name: string,
  replicas: number,
  extra: Partial<ReplicaSet['metadata']> = {},
) {
  const { spec } = replicaSet(name, replicas)
  return world.client.create(ReplicaSet, { metadata: { name, namespace: 'default', ...extra }, spec })
}

async function createPod(
  world: World,
  name: string,
  ownerReferences?: OwnerReference[],
  labels?: Record<string, string>,
) {
  const { spec, metadata } = pod(name, labels && { labels })
  return world.client.create(Pod, {
    metadata: {
      name,
      namespace: 'default',
      labels: metadata.labels ?? {},
      ...(ownerReferences && { ownerReferences }),
    },
    spec,
  })
}

const reference = (owner: ReplicaSet, controller?: boolean): OwnerReference => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  name: owner.metadata.name ?? '',
  uid: owner.metadata.uid ?? '',
  ...(controller !== undefined && { controller }),
})

describe('which pods are whose', () => {
  it('RS-14 a pod that matches and has another controller is left alone', async () => {
    await using world = new World({ idle: true })
    const other = await create(world, 'other', 0, { labels: {} })
    await createPod(world, 'theirs', [reference(other, true)])
    await create(world, 'web', 2)
    // The other one, too, wants its pod no more.
    await world.client.patch(ReplicaSet, at('other'), { spec: { replicas: 1 } })
    world.start()
    await world.env.settle()
    expect(world.writes().filter((write) => write.startsWith('PATCH'))).toEqual([])
    expect(await world.pods()).toHaveLength(3)
  })

  it('RS-15 where pods cannot be adopted, none is created, and it is tried again', async () => {
    await using world = new World({ idle: true })
    await create(world, 'web', 2)
    await createPod(world, 'a')
    await createPod(world, 'b')
    const failing = world.env.faults.respond({ verb: 'patch', resource: 'pods', count: 2 }, 500)
    world.start()
    await world.env.settle()
    expect(failing.strikes).toBe(2)
    expect(world.writes()).toEqual(['PATCH pods', 'PATCH pods'])
    expect(world.outcomes.at(-1)).toMatchObject({ result: 'error' })
    await world.env.advance('1s')
    expect(await world.pods()).toHaveLength(2)
    for (const { metadata } of await world.pods()) expect(metadata.ownerReferences).toHaveLength(1)
  })

  it('RS-16 a ReplicaSet that is being deleted adopts and creates nothing', async () => {
    await using world = new World({ idle: true })
    await create(world, 'web', 2, { finalizers: ['example.com/stays'] })
    await world.client.delete(ReplicaSet, at('web'))
    await createPod(world, 'orphan')
    world.start()
    await world.env.advance('1s')
    expect(world.writes()).toEqual(['PUT replicasets/status'])
    expect(world.outcomes.every(({ error }) => !error)).toBe(true)
  })

  it('RS-16 one that is being deleted on the server alone refuses to adopt', async () => {
    await using world = new World()
    await world.env.settle()
    await create(world, 'web', 1, { finalizers: ['example.com/stays'] })
    await world.env.settle()
    world.writes()
    world.env.faults.pauseEvents({ view: 'controller', resource: 'replicasets.apps' })
    await world.client.delete(ReplicaSet, at('web'))
    await createPod(world, 'orphan')
    await world.env.settle()
    expect(world.writes()).toEqual([])
    expect(world.outcomes.at(-1)).toMatchObject({ result: 'error' })
    const asked = world.env.audit.filter(
      ({ method, path }) => method === 'GET' && path.endsWith('/replicasets/web'),
    )
    expect(asked).toHaveLength(1)
    expect((await world.pod('orphan'))?.metadata.ownerReferences).toBeUndefined()
  })

  it('RS-25 RS-30 a plain owner becomes the controller, a pod without owners gets one, and others are kept', async () => {
    await using world = new World({ idle: true })
    const web = await create(world, 'web', 3)
    const config: OwnerReference = { apiVersion: 'v1', kind: 'ConfigMap', name: 'c', uid: 'uid-of-c' }
    await world.client.create(
      { group: '', version: 'v1', kind: 'ConfigMap', resource: 'configmaps', namespaced: true },
      {
        metadata: { name: 'c', namespace: 'default' },
      },
    )
    const stored = await world.client.get(
      { group: '', version: 'v1', kind: 'ConfigMap', resource: 'configmaps', namespaced: true },
      at('c'),
    )
    await createPod(world, 'plain', [reference(web)])
    await createPod(world, 'none')
    await createPod(world, 'foreign', [{ ...config, uid: stored.metadata?.uid ?? '' }])
    world.start()
    await world.env.settle()
    const controller = { ...reference(web), controller: true, blockOwnerDeletion: true }
    expect((await world.pod('plain'))?.metadata.ownerReferences).toEqual([controller])
    expect((await world.pod('none'))?.metadata.ownerReferences).toEqual([controller])
    const kept = (await world.pod('foreign'))?.metadata.ownerReferences
    expect(kept).toHaveLength(2)
    expect(kept).toEqual(
      expect.arrayContaining([controller, expect.objectContaining({ kind: 'ConfigMap', name: 'c' })]),
    )
    expect(await world.pods()).toHaveLength(3)
  })

  it('RS-25 who is the controller already is left as it is, also without blockOwnerDeletion or beside another', async () => {
    await using world = new World({ idle: true })
    const web = await create(world, 'web', 1)
    const other = await create(world, 'other', 1)
    await createPod(world, 'mine', [reference(web, true)])
    await createPod(world, 'theirs', [reference(web, false), reference(other, true)])
    world.start()
    await world.env.advance('1s')
    expect((await world.pod('mine'))?.metadata.ownerReferences).toEqual([reference(web, true)])
    expect((await world.pod('theirs'))?.metadata.ownerReferences).toHaveLength(2)
    expect(await world.pods()).toHaveLength(2)
    expect(world.writes().filter((write) => !write.endsWith('/status'))).toEqual([])
  })

  it('RS-29 a pod that is labelled away is let go and replaced, and is one too many when it comes back', async () => {
    await using world = new World()
    await create(world, 'web', 1)
    await world.env.settle()
    const name = (await world.pods())[0]?.metadata.name ?? ''
    await world.client.patch(Pod, at(name), { metadata: { labels: { app: 'other' } } })
    await world.env.settle()
    expect((await world.pod(name))?.metadata.ownerReferences).toBeUndefined()
    expect(await world.pods()).toHaveLength(2)
    await world.client.patch(Pod, at(name), { metadata: { labels: { app: 'web' } } })
    await world.env.settle()
    const [left, ...more] = await world.pods()
    expect(more).toEqual([])
    expect(left?.metadata.ownerReferences).toMatchObject([{ name: 'web', controller: true }])
  })

  it('RS-32 of three pods that match, one is deleted where two are wanted', async () => {
    await using world = new World({ idle: true })
    for (const name of ['a', 'b', 'c']) await createPod(world, name)
    await create(world, 'web', 2)
    world.start()
    await world.env.advance('1s')
    expect(await world.pods()).toHaveLength(2)
    expect(world.events.filter((event) => event.includes('SuccessfulDelete'))).toHaveLength(1)
  })

  it('RS-11 one that comes back under its name makes its pods at once', async () => {
    await using world = new World()
    await world.env.settle()
    world.env.faults.pauseEvents({ view: 'controller', resource: 'pods' })
    await create(world, 'web', 1)
    await world.env.advance('1s')
    expect(await world.pods()).toHaveLength(1)
    await world.client.delete(ReplicaSet, at('web'), { propagationPolicy: 'Orphan' })
    await world.env.advance('1s')
    await create(world, 'web', 1)
    await world.env.advance('1s')
    expect(world.writes().filter((write) => write === 'POST pods')).toHaveLength(2)
  })

  it('RS-11 also when its cache shows both as one change', async () => {
    await using world = new World()
    await world.env.settle()
    world.env.faults.pauseEvents({ view: 'controller', resource: 'pods' })
    await create(world, 'web', 1)
    await world.env.advance('1s')
    world.writes()
    const connections = world.env.faults.refuseConnections('controller')
    world.env.faults.endWatches({ view: 'controller', resource: 'replicasets.apps' })
    await world.client.delete(ReplicaSet, at('web'), { propagationPolicy: 'Orphan' })
    await world.env.settle()
    await create(world, 'web', 1)
    world.env.faults.expireHistory('replicasets.apps')
    connections.remove()
    await world.env.advance('2m')
    expect(world.writes().filter((write) => write === 'POST pods')).toHaveLength(1)
  })
})
