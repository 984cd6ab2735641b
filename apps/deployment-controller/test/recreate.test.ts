import { Pod } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { World } from './support/world.ts'

const image = (pod: Pod) => pod.spec.containers[0]?.image

describe('recreating pods', () => {
  it('D-40 D-16 never has pods of both templates at once', async () => {
    await using world = new World({ server: { nodes: 2 } })
    await world.create({ replicas: 3, strategy: 'Recreate' })
    await world.env.advance('30s')
    await world.setImage('web:2')
    const seen = new Set<string>()
    for (let step = 0; step < 60; step++) {
      await world.env.advance('1s')
      seen.add([...new Set((await world.pods()).map(image))].join(' and '))
    }
    expect([...seen]).toEqual(['web:1', '', 'web:2'].filter((each) => seen.has(each)))
    expect(await world.sizes()).toEqual({ 'web:1': 0, 'web:2': 3 })
    expect((await world.get()).status).toMatchObject({ updatedReplicas: 3, availableReplicas: 3 })
  })

  it('D-16 waits for an old pod that is on its way out, and goes on when it is gone', async () => {
    await using world = new World()
    await world.create({ replicas: 2, strategy: 'Recreate' })
    await world.rollOut(2)
    const [held] = await world.pods()
    const at = { namespace: 'default', name: held?.metadata.name ?? '' }
    await world.client.patch(Pod, at, { metadata: { finalizers: ['example.com/stays'] } })
    await world.setImage('web:2')
    await world.rollOut(30)
    expect(await world.sizes()).toEqual({ 'web:1': 0 })
    await world.client.patch(Pod, at, { metadata: { finalizers: null } })
    await world.rollOut(3)
    expect(await world.sizes()).toEqual({ 'web:1': 0, 'web:2': 2 })
  })

  it('D-8 D-16 waits neither for old pods that failed nor for pods of nobody', async () => {
    await using world = new World()
    await world.create({ replicas: 2, strategy: 'Recreate' })
    await world.rollOut(2)
    const [failed] = await world.pods()
    await world.client.patchStatus(
      Pod,
      { namespace: 'default', name: failed?.metadata.name ?? '' },
      { status: { phase: 'Failed' } },
    )
    await world.client.create(Pod, {
      metadata: { name: 'orphan', namespace: 'default', labels: { app: 'web', its: 'own' } },
      spec: { containers: [{ name: 'web', image: 'web:none' }] },
    })
    await world.rollOut(2)
    await world.setImage('web:2')
    await world.rollOut(5)
    // As upstream: the last pod that goes wakes the Deployment only when no other is left, so this one waits for its deadline.
    await world.env.advance('11m')
    await world.rollOut(2)
    expect(await world.sizes()).toEqual({ 'web:1': 0, 'web:2': 2 })
    const left = (await world.pods()).map((pod) => `${image(pod)} ${pod.status?.phase}`)
    expect(left).toContain('web:1 Failed')
    expect(left).toContain('web:none Running')
  })

  it('D-6 is woken by the last pod that goes, and by no other', async () => {
    await using world = new World({ alone: true })
    await world.create({ replicas: 2, strategy: 'Recreate' })
    await world.env.advance('1s')
    const [set] = await world.sets()
    const owner = (uid = '') => [
      { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: set?.metadata.name ?? '', uid, controller: true },
    ]
    for (const name of ['a', 'b']) {
      await world.client.create(Pod, {
        metadata: {
          name,
          namespace: 'default',
          labels: set?.metadata.labels ?? {},
          ownerReferences: owner(set?.metadata.uid),
        },
        spec: { containers: [{ name: 'web', image: 'web:1' }] },
      })
    }
    await world.env.advance('1s')
    const looks = () => world.outcomes.filter(({ causes }) => causes.some(({ source }) => source === 'pods'))
    await world.client.delete(Pod, { namespace: 'default', name: 'a' })
    await world.env.settle()
    expect(looks()).toEqual([])
    await world.client.delete(Pod, { namespace: 'default', name: 'b' })
    await world.env.settle()
    expect(looks()).toHaveLength(1)
  })

  it('D-6 pods of a ReplicaSet that it does not own are no matter', async () => {
    await using world = new World({ alone: true })
    await world.create({ replicas: 1, strategy: 'Recreate' })
    await world.create({ name: 'other', image: 'web:other', replicas: 1, strategy: 'Recreate' })
    await world.env.advance('1s')
    for (const set of await world.sets()) {
      const { name = '', uid = '', labels = {} } = set.metadata
      await world.client.create(Pod, {
        metadata: {
          name: `pod-of-${set.metadata.ownerReferences?.[0]?.name}`,
          namespace: 'default',
          labels,
          ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name, uid, controller: true }],
        },
        spec: { containers: [{ name: 'web', image: 'web:1' }] },
      })
    }
    await world.env.advance('1s')
    await world.client.delete(Pod, { namespace: 'default', name: 'pod-of-web' })
    await world.env.settle()
    const woken = world.outcomes.filter(({ causes }) => causes.some(({ source }) => source === 'pods'))
    expect(woken.map(({ request }) => request.name)).toEqual(['web'])
  })

  it('D-6 pods of a rolling update wake nobody', async () => {
    await using world = new World()
    await world.create({ replicas: 1 })
    await world.rollOut(3)
    const [pod] = await world.pods()
    await world.client.delete(Pod, { namespace: 'default', name: pod?.metadata.name ?? '' })
    await world.env.advance('1s')
    const woken = world.outcomes.filter(({ causes }) => causes.some(({ source }) => source === 'pods'))
    expect(woken).toEqual([])
  })
})
