import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'
import { conditionOf, pods, status } from './support/pods.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(async () => {
  clock = new TestClock()
  server = new ApiServer({ clock, random: clock.random, compactionInterval: 0 })
  api = new Api(server.transport())
  await api.post('/api/v1/namespaces', { metadata: { name: 'n' } })
})
afterEach(async () => server.close())

const path = '/api/v1/namespaces/n'
const namespace = async () => (await api.get(path)).body

describe('a namespace that is deleted', () => {
  it('is there, terminating, before its content goes', async () => {
    await api.post(`${path}/configmaps`, { metadata: { name: 'c' } })
    const { body, status: code } = await api.delete(path)
    expect([code, status(body)['phase']]).toEqual([200, 'Terminating'])
    expect((await api.get(`${path}/configmaps/c`)).status).toBe(200)
    await clock.settle()
    expect([(await api.get(`${path}/configmaps/c`)).status, (await api.get(path)).status]).toEqual([404, 404])
  })

  it('takes thousands of objects with it, with room for requests in between', async () => {
    for (let at = 0; at < 5000; at++) await api.post(`${path}/configmaps`, { metadata: { name: `c${at}` } })
    await api.delete(path)
    const counts: number[] = []
    for (let left = 5000; left > 0;) {
      await clock.yield()
      const { body } = await api.get(`${path}/configmaps?limit=1`)
      left = body.items.length + ((body.metadata as { remainingItemCount?: number }).remainingItemCount ?? 0)
      counts.push(left)
    }
    expect(counts.length).toBeGreaterThan(20)
    await clock.settle()
    expect((await api.get(path)).status).toBe(404)
  })

  it('says what it waits for', async () => {
    await api.post(`${path}/configmaps`, { metadata: { name: 'c', finalizers: ['x.y/z'] } })
    await api.delete(path)
    await clock.settle()
    const waiting = await namespace()
    expect(conditionOf(waiting, 'NamespaceContentRemaining')).toMatchObject({
      status: 'True',
      reason: 'SomeResourcesRemain',
      message: 'Some resources are remaining: configmaps. has 1 resource instances',
    })
    expect(conditionOf(waiting, 'NamespaceFinalizersRemaining')).toMatchObject({
      status: 'True',
      message: 'Some content in the namespace has finalizers remaining: x.y/z in 1 resource instances',
    })
    expect(conditionOf(waiting, 'NamespaceDeletionContentFailure')['status']).toBe('False')
    await api.merge(`${path}/configmaps/c`, { metadata: { finalizers: null } })
    await clock.settle()
    expect((await api.get(path)).status).toBe(404)
  })

  it('waits for the grace of its pods', async () => {
    const spec = { containers: [{ name: 'c', image: 'a' }], nodeName: 'somewhere' }
    await api.post(`${path}/pods`, { metadata: { name: 'p' }, spec })
    await api.delete(path)
    await clock.advance('29s')
    expect((await api.get(path)).status).toBe(200)
    await clock.advance('2s')
    expect((await api.get(path)).status).toBe(404)
  })

  it('waits for finalizers of its own', async () => {
    await api.merge(path, { metadata: { finalizers: ['x.y/z'] } })
    await api.delete(path)
    await clock.settle()
    expect((await namespace()).spec).toEqual({})
    await api.merge(path, { metadata: { finalizers: null } })
    expect((await api.get(path)).status).toBe(404)
  })

  it('can be made again under the same name', async () => {
    await api.post(`${path}/configmaps`, { metadata: { name: 'c' } })
    await api.delete(path)
    await clock.settle()
    expect((await api.post('/api/v1/namespaces', { metadata: { name: 'n' } })).status).toBe(201)
    expect((await api.post(`${path}/configmaps`, { metadata: { name: 'c' } })).status).toBe(201)
    await clock.settle()
    expect((await api.get(`${path}/configmaps/c`)).status).toBe(200)
  })

  it('goes on going after a restart', async () => {
    await api.post(`${path}/configmaps`, { metadata: { name: 'c', finalizers: ['x.y/z'] } })
    await api.delete(path)
    await clock.settle()
    const snapshot = server.snapshot()
    await server.close()
    server = new ApiServer({ clock, random: clock.random, snapshot, compactionInterval: 0 })
    api = new Api(server.transport())
    await api.merge(`${path}/configmaps/c`, { metadata: { finalizers: null } })
    await clock.settle()
    expect((await api.get(path)).status).toBe(404)
  })
})

describe('owners that are deleted in the foreground', () => {
  const maps = `${path}/configmaps`

  it('do not wait for each other for ever', async () => {
    const one = (await api.post(maps, { metadata: { name: 'one' } })).body.metadata
    const ref = (name: string, uid = '') => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name,
      uid,
      blockOwnerDeletion: true,
    })
    const two = (await api.post(maps, { metadata: { name: 'two', ownerReferences: [ref('one', one?.uid)] } }))
      .body.metadata
    await api.merge(`${maps}/one`, { metadata: { ownerReferences: [ref('two', two?.uid)] } })
    await clock.settle()
    await api.delete(`${maps}/one?propagationPolicy=Foreground`)
    await clock.settle()
    expect((await api.get(maps)).body.items).toEqual([])
  })
})

describe('pods of a node that was deleted', () => {
  const spec = { containers: [{ name: 'c', image: 'a' }], nodeName: 'lost' }

  it('fail and go after a while', async () => {
    await api.post('/api/v1/nodes', { metadata: { name: 'lost' } })
    await api.post(pods, { metadata: { name: 'p' }, spec })
    const watch = await api.watch(`${pods}?resourceVersion=${server.resourceVersion}`)
    await api.delete('/api/v1/nodes/lost')
    await clock.advance('39s')
    expect((await api.get(`${pods}/p`)).status).toBe(200)
    await clock.advance('2s')
    expect((await api.get(`${pods}/p`)).status).toBe(404)
    const failed = (await watch.next())?.object
    expect(status(failed)['phase']).toBe('Failed')
    expect(conditionOf(failed, 'DisruptionTarget')).toMatchObject({
      reason: 'DeletionByPodGC',
      message: 'PodGC: node no longer exists',
    })
    await watch.stop()
  })

  it('stay when the node comes back, or never was', async () => {
    await api.post('/api/v1/nodes', { metadata: { name: 'lost' } })
    await api.post(pods, { metadata: { name: 'p' }, spec })
    await api.post(pods, { metadata: { name: 'q' }, spec: { ...spec, nodeName: 'never' } })
    await api.delete('/api/v1/nodes/lost')
    await clock.advance('30s')
    await api.post('/api/v1/nodes', { metadata: { name: 'lost' } })
    await clock.advance('5m')
    expect((await api.get(pods)).body.items.map(({ metadata }) => metadata?.name)).toEqual(['p', 'q'])
  })
})

describe('a disruption budget', () => {
  it('follows pods that become one of its own, or no longer are', async () => {
    const budgets = '/apis/policy/v1/namespaces/default/poddisruptionbudgets'
    const budget = { minAvailable: 1, selector: { matchLabels: { app: 'web' } } }
    await api.post(budgets, { metadata: { name: 'b' }, spec: budget })
    const expected = async () => {
      await clock.settle()
      return status((await api.get(`${budgets}/b`)).body)['expectedPods']
    }
    const spec = { containers: [{ name: 'c', image: 'a' }] }
    await api.post(pods, { metadata: { name: 'p' }, spec })
    expect(await expected()).toBe(0)
    await api.merge(`${pods}/p`, { metadata: { labels: { app: 'web' } } })
    expect(await expected()).toBe(1)
    await api.merge(`${pods}/p`, { metadata: { labels: { app: 'other' } } })
    expect(await expected()).toBe(0)
  })
})
