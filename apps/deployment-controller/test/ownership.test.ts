import { Deployment, ReplicaSet, type OwnerReference } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { replicaSet } from './support/objects.ts'
import { World } from './support/world.ts'

const at = (name: string) => ({ namespace: 'default', name })

async function createSet(
  world: World,
  name: string,
  replicas: number,
  { image = 'web:1', ownerReferences = [] as OwnerReference[], labels = { app: 'web' } } = {},
) {
  const { spec } = replicaSet(name, replicas, { image })
  return world.client.create(ReplicaSet, {
    metadata: { name, namespace: 'default', labels, ownerReferences },
    spec,
  })
}

const reference = (owner: Deployment, controller: boolean): OwnerReference => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  name: owner.metadata.name ?? '',
  uid: owner.metadata.uid ?? '',
  controller,
})

describe('which ReplicaSets are whose', () => {
  it('D-7 one that matches is adopted, one that no longer does is let go', async () => {
    await using world = new World({ idle: true, alone: true })
    const web = await world.create({ replicas: 1 })
    await createSet(world, 'orphan', 1)
    await createSet(world, 'strayed', 1, {
      image: 'web:0',
      ownerReferences: [reference(web, true)],
      labels: { app: 'other' },
    })
    world.start()
    await world.env.advance('1s')
    const [orphan, strayed, ...more] = await world.sets()
    expect(more).toEqual([])
    expect(orphan?.metadata.ownerReferences).toEqual([{ ...reference(web, true), blockOwnerDeletion: true }])
    expect(strayed?.metadata.ownerReferences).toBeUndefined()
  })

  it('D-17 of two sets with its template the older one is the new one, and the other goes', async () => {
    await using world = new World({ idle: true })
    await createSet(world, 'elder', 1)
    await world.env.advance('5s')
    await createSet(world, 'younger', 1)
    await world.create({ replicas: 1, maxSurge: 1, maxUnavailable: 0 })
    world.start()
    await world.rollOut(10)
    const sets = await world.sets()
    expect(sets.map(({ metadata, spec }) => [metadata.name, spec.replicas])).toEqual([
      ['elder', 1],
      ['younger', 0],
    ])
    expect(sets[0]?.metadata.annotations?.['deployment.kubernetes.io/revision']).toBe('1')
  })

  it('D-34 a plain owner becomes the controller, and other owners are kept', async () => {
    await using world = new World({ idle: true, alone: true })
    const web = await world.create({ replicas: 1 })
    const other = await world.create({ name: 'other', image: 'web:other', replicas: 1 })
    await createSet(world, 'plain', 1, { ownerReferences: [reference(web, false)] })
    await createSet(world, 'shared', 1, { image: 'web:other', ownerReferences: [reference(web, false)] })
    await world.client.delete(Deployment, at('other'), { propagationPolicy: 'Orphan' })
    expect(other.metadata.name).toBe('other')
    world.start()
    await world.env.advance('1s')
    for (const set of await world.sets()) {
      expect(set.metadata.ownerReferences).toEqual([{ ...reference(web, true), blockOwnerDeletion: true }])
    }
  })

  it('D-3 a Deployment that is being deleted on the server adopts nothing, and asks once', async () => {
    await using world = new World({ alone: true })
    await world.create({ replicas: 1 })
    await world.env.advance('1s')
    await world.client.patch(Deployment, at('web'), { metadata: { finalizers: ['example.com/stays'] } })
    await world.env.advance('1s')
    world.env.faults.pauseEvents({ view: 'deployments', resource: 'deployments.apps' })
    await world.client.delete(Deployment, at('web'))
    world.writes()
    const asked = () =>
      world.env.audit.filter(({ method, path }) => method === 'GET' && path.endsWith('/deployments/web'))
    const before = asked().length
    await createSet(world, 'orphan', 1, { image: 'web:0' })
    await world.env.settle()
    expect(asked().length - before).toBe(1)
    expect(world.writes()).toEqual([])
    expect(world.outcomes.at(-1)).toMatchObject({ result: 'error' })
  })

  it('D-2 a Deployment that is being deleted only says how things are', async () => {
    await using world = new World({ idle: true, alone: true })
    await world.create({ replicas: 1 })
    await world.client.patch(Deployment, at('web'), { metadata: { finalizers: ['example.com/stays'] } })
    await world.client.delete(Deployment, at('web'))
    world.start()
    await world.env.advance('1m')
    expect(world.writes()).toEqual(['PUT deployments/status'])
    expect(await world.sets()).toEqual([])
  })

  it('D-39 X-8 one that was orphaned is adopted by the next Deployment with its template, pods and all', async () => {
    await using world = new World()
    await world.create({ replicas: 2 })
    await world.rollOut(3)
    const [before] = await world.sets()
    const pods = (await world.pods()).map(({ metadata }) => metadata.uid)
    await world.client.delete(Deployment, at('web'), { propagationPolicy: 'Orphan' })
    await world.env.advance('10s')
    const [orphan] = await world.sets()
    expect(orphan?.metadata.ownerReferences).toBeUndefined()
    const { metadata } = await world.create({ replicas: 2 })
    await world.rollOut(3)
    const [after, ...more] = await world.sets()
    expect(more).toEqual([])
    expect(after?.metadata.uid).toBe(before?.metadata.uid)
    expect(after?.metadata.ownerReferences?.[0]?.uid).toBe(metadata.uid)
    expect((await world.pods()).map((pod) => pod.metadata.uid)).toEqual(pods)
  })

  it('D-24 D-28 D-34 a name that is taken by another template is a collision: the next name is another one', async () => {
    await using world = new World({ alone: true })
    await world.create({ replicas: 1 })
    await world.env.advance('1s')
    const [first] = await world.sets()
    // Somebody changes the template of the set: it is none of the Deployment's any more, and has its name.
    await world.client.patch(
      ReplicaSet,
      at(first?.metadata.name ?? ''),
      { spec: { template: { spec: { containers: [{ name: 'web', image: 'tampered' }] } } } },
      { type: 'strategic' },
    )
    await world.env.advance('10s')
    expect((await world.get()).status?.collisionCount).toBe(1)
    const sets = await world.sets()
    expect(sets).toHaveLength(2)
    expect(new Set(sets.map(({ metadata }) => metadata.labels?.['pod-template-hash'])).size).toBe(2)
    expect((await world.get()).metadata.annotations?.['deployment.kubernetes.io/revision']).toBe('2')
  })

  it('D-34 one that is labelled away is let go, and taken back when it is labelled so again', async () => {
    await using world = new World({ alone: true })
    const web = await world.create({ replicas: 1 })
    await world.env.advance('1s')
    const name = (await world.sets())[0]?.metadata.name ?? ''
    await world.client.patch(ReplicaSet, at(name), { metadata: { labels: { app: 'away' } } })
    await world.env.advance('10s')
    expect((await world.client.get(ReplicaSet, at(name))).metadata.ownerReferences).toBeUndefined()
    expect(await world.sets()).toHaveLength(2)
    await world.client.patch(ReplicaSet, at(name), { metadata: { labels: { app: 'web' } } })
    await world.env.advance('10s')
    expect((await world.client.get(ReplicaSet, at(name))).metadata.ownerReferences?.[0]?.uid).toBe(
      web.metadata.uid,
    )
  })

  it('D-28 its own creation that its cache does not show yet is no collision', async () => {
    await using world = new World({ alone: true })
    await world.env.settle()
    // Killed when the set is stored, before it hears of it.
    const process = world.env.processes.get('deployments')
    const next = (process?.effects.length ?? 0) + 1
    process?.killAt(next, 'after')
    await world.create({ replicas: 1 })
    await world.env.settle()
    expect(await world.sets()).toHaveLength(1)
    world.start()
    await world.env.advance('10s')
    expect(await world.sets()).toHaveLength(1)
    expect((await world.get()).status?.collisionCount).toBeUndefined()
    expect(world.events).toEqual([])
  })

  it('D-22 D-37 old ones beyond the limit go, and pods stay', async () => {
    await using world = new World()
    await world.create({ replicas: 1, spec: { revisionHistoryLimit: 0 } })
    await world.rollOut(3)
    await world.setImage('web:2')
    await world.rollOut(20)
    expect(await world.sizes()).toEqual({ 'web:2': 1 })
    await world.patch({ spec: { revisionHistoryLimit: 2 } })
    for (const image of ['web:3', 'web:4', 'web:5', 'web:6']) {
      await world.setImage(image)
      await world.rollOut(10)
    }
    await world.rollOut(5)
    expect(await world.sizes()).toEqual({ 'web:4': 0, 'web:5': 0, 'web:6': 1 })
  })
})
