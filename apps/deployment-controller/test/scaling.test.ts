import { Deployment } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { World } from './support/world.ts'

const desired = 'deployment.kubernetes.io/desired-replicas'

/** 10 pods, of which a rollout that is stuck has left 8, and 5 new ones that are never ready. */
async function stuck(): Promise<World> {
  const world = new World()
  await world.create({ replicas: 10, maxSurge: 3, maxUnavailable: 2 })
  await world.rollOut(5)
  await world.setImage('web:bad')
  await world.rollOut(10, ['web:1'])
  expect(await world.sizes()).toEqual({ 'web:1': 8, 'web:bad': 5 })
  return world
}

describe('another number of pods', () => {
  it('D-10 D-32 goes to the only ReplicaSet, and is seen', async () => {
    await using world = new World()
    await world.create({ replicas: 1, strategy: 'Recreate' })
    await world.rollOut(2)
    for (const replicas of [2, 0, 1]) {
      await world.scale(replicas)
      await world.rollOut(2)
      expect(await world.sizes()).toEqual({ 'web:1': replicas })
    }
    expect(world.events.at(-1)).toMatch(/Scaled up replica set web-\w+ from 0 to 1$/)
    const { metadata } = await world.patch({ spec: { revisionHistoryLimit: 7 } })
    await world.rollOut(1)
    expect((await world.get()).status?.observedGeneration).toBe(metadata.generation)
    expect(world.errors).toEqual([])
  })

  it('D-11 D-35 of a rollout that is stuck is shared: 8 and 5 of 10 become 20 and 13 of 30', async () => {
    await using world = await stuck()
    expect((await world.get()).status).toMatchObject({ availableReplicas: 8 })
    await world.scale(30)
    await world.env.settle()
    expect(await world.sizes()).toEqual({ 'web:1': 20, 'web:bad': 13 })
    expect((await world.sets()).map(({ metadata }) => metadata.annotations?.[desired])).toEqual(['30', '30'])
  })

  it('D-31 comes with another template: the rollout goes on to its end, and down again', async () => {
    await using world = await stuck()
    await world.patch({
      spec: { replicas: 20, template: { spec: { containers: [{ name: 'web', image: 'web:3' }] } } },
    })
    await world.rollOut(30, ['web:1', 'web:3'])
    expect(await world.sizes()).toEqual({ 'web:1': 0, 'web:bad': 0, 'web:3': 20 })
    expect(await world.condition('Progressing')).toBe('True NewReplicaSetAvailable')
    await world.setImage('web:bad-too')
    await world.rollOut(10, ['web:3'])
    await world.patch({
      spec: { replicas: 5, template: { spec: { containers: [{ name: 'web', image: 'web:5' }] } } },
    })
    await world.rollOut(30, ['web:3', 'web:5'])
    const sizes = await world.sizes()
    expect(sizes['web:5']).toBe(5)
    expect(Object.values(sizes).reduce((sum, size) => sum + size, 0)).toBe(5)
    const active = (await world.sets()).filter(({ spec }) => (spec.replicas ?? 0) > 0)
    expect(active.map(({ metadata }) => metadata.annotations?.[desired])).toEqual(['5'])
  })

  it('D-34 comes by the scale subresource', async () => {
    await using world = new World()
    await world.create({ replicas: 2 })
    for (const replicas of [3, 0]) {
      await world.client.patchScale(Deployment, { namespace: 'default', name: 'web' }, { spec: { replicas } })
      await world.rollOut(2)
      const scale = await world.client.getScale(Deployment, { namespace: 'default', name: 'web' })
      expect([scale.spec?.replicas ?? 0, scale.status?.replicas]).toEqual([replicas, replicas])
    }
    await expect(world.patch({ spec: { selector: { matchLabels: { other: 'x' } } } })).rejects.toThrow(
      'field is immutable',
    )
  })

  it('D-30 of one Deployment leaves another one with the same selector alone', async () => {
    await using world = new World()
    await world.create({ name: 'one', image: 'web:one', replicas: 1 })
    await world.create({ name: 'two', image: 'web:two', replicas: 1 })
    await world.rollOut(2)
    await world.scale(3, 'one')
    await world.rollOut(2)
    expect(await world.sizes()).toEqual({ 'web:one': 3, 'web:two': 1 })
    const owners = (await world.sets()).map(({ metadata }) => metadata.ownerReferences?.[0]?.name)
    expect(owners.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(['one', 'two'])
  })
})

describe('a Deployment that is paused', () => {
  it('D-27 makes no ReplicaSet until it is resumed', async () => {
    await using world = new World()
    await world.create({ spec: { paused: true, progressDeadlineSeconds: 600 } })
    await world.rollOut(2)
    expect(await world.sets()).toEqual([])
    expect(await world.condition('Progressing')).toBe('Unknown DeploymentPaused')
    await world.patch({ spec: { paused: false } })
    await world.rollOut(5)
    expect(await world.sizes()).toEqual({ 'web:1': 1 })
    expect((await world.get()).metadata.annotations?.['deployment.kubernetes.io/revision']).toBe('1')
    expect(await world.condition('Progressing')).toBe('True NewReplicaSetAvailable')
  })

  it('D-27 does not roll out another template, and scales all the same', async () => {
    await using world = new World()
    await world.create({ replicas: 1 })
    await world.rollOut(3)
    await world.patch({ spec: { paused: true } })
    await world.setImage('web:2')
    await world.rollOut(3)
    expect(await world.sizes()).toEqual({ 'web:1': 1 })
    await world.scale(10)
    await world.rollOut(3)
    expect(await world.sizes()).toEqual({ 'web:1': 10 })
    await world.patch({ spec: { paused: false } })
    await world.rollOut(20)
    expect(await world.sizes()).toEqual({ 'web:1': 0, 'web:2': 10 })
  })

  it('D-27 does not lose the time that it was paused for', async () => {
    await using world = new World()
    await world.create({ replicas: 2, maxSurge: 1, maxUnavailable: 0, spec: { progressDeadlineSeconds: 60 } })
    await world.rollOut(3)
    await world.setImage('web:bad')
    await world.rollOut(3, ['web:1'])
    await world.patch({ spec: { paused: true } })
    await world.env.advance('10m')
    expect(await world.condition('Progressing')).toBe('Unknown DeploymentPaused')
    await world.patch({ spec: { paused: false } })
    await world.env.advance('50s')
    expect(await world.condition('Progressing')).toBe('Unknown DeploymentResumed')
    await world.env.advance('15s')
    expect(await world.condition('Progressing')).toBe('False ProgressDeadlineExceeded')
  })
})
