import { afterEach, beforeEach, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'

const pods = '/api/v1/namespaces/default/pods'
let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock({ start: '2026-11-23T18:14:10Z' })
  server = new ApiServer({ clock })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

async function create(spec: object = {}, metadata: object = {}): Promise<void> {
  const containers = [{ name: 'c', image: 'a' }]
  await api.post(pods, { metadata: { name: 'p', ...metadata }, spec: { containers, nodeName: 'n', ...spec } })
}

it('gives a pod that runs its time, and moves the end forward for who is in a hurry', async () => {
  await create()
  const first = (await api.delete(`${pods}/p`)).body.metadata
  expect(first).toMatchObject({
    deletionTimestamp: '2026-11-23T18:14:40Z',
    deletionGracePeriodSeconds: 30,
  })
  expect((await api.delete(`${pods}/p`)).body.metadata).toEqual(first)
  const sooner = (await api.delete(`${pods}/p`, { gracePeriodSeconds: 5 })).body.metadata
  expect(sooner).toMatchObject({ deletionTimestamp: '2026-11-23T18:14:15Z', deletionGracePeriodSeconds: 5 })
  expect((await api.delete(`${pods}/p`, { gracePeriodSeconds: 100 })).body.metadata).toEqual(sooner)
})

it('is over when its grace is set to none, seen in two steps', async () => {
  await create()
  const watch = await api.watch(`${pods}?resourceVersion=${server.resourceVersion}`)
  await api.delete(`${pods}/p`)
  await api.delete(`${pods}/p?gracePeriodSeconds=0`)
  const lines = [await watch.next(), await watch.next(), await watch.next()]
  expect(lines.map((line) => [line?.type, line?.object.metadata?.deletionGracePeriodSeconds])).toEqual([
    ['MODIFIED', 30],
    ['MODIFIED', 0],
    ['DELETED', 0],
  ])
  await watch.stop()
})

it('ends by itself when the time is over, where no kubelet ends it', async () => {
  await create({ terminationGracePeriodSeconds: 7 })
  await api.delete(`${pods}/p`)
  await clock.advance('6s')
  expect((await api.get(`${pods}/p`)).status).toBe(200)
  await clock.advance('1s')
  expect((await api.get(`${pods}/p`)).status).toBe(404)
  expect(clock.pending).toBe(0)
})

it('waits for a kubelet when the controller is off', async () => {
  await server.close()
  server = new ApiServer({ clock, controllers: ['garbage-collector'] })
  api = new Api(server.transport())
  await create()
  await api.delete(`${pods}/p`)
  await clock.advance('1h')
  expect((await api.get(`${pods}/p`)).status).toBe(200)
})

it.each([
  ['that no node runs', { nodeName: '' }],
  ['whose own grace is none', { terminationGracePeriodSeconds: 0 }],
])('deletes a pod at once %s', async (_which, spec) => {
  await create(spec)
  await api.delete(`${pods}/p`)
  expect((await api.get(`${pods}/p`)).status).toBe(404)
})

it('deletes a pod that has ended at once', async () => {
  await create()
  await api.merge(`${pods}/p/status`, { status: { phase: 'Succeeded' } })
  await api.delete(`${pods}/p`)
  expect((await api.get(`${pods}/p`)).status).toBe(404)
})

it('keeps a pod whose finalizers are gone until its grace is over', async () => {
  await create({}, { finalizers: ['x.y/z'] })
  await api.delete(`${pods}/p`)
  await api.merge(`${pods}/p`, { metadata: { finalizers: null } })
  expect((await api.get(`${pods}/p`)).status).toBe(200)
  await clock.advance('30s')
  expect((await api.get(`${pods}/p`)).status).toBe(404)
})

it('lets a namespace go when its pods have ended', async () => {
  const inside = '/api/v1/namespaces/n/pods'
  await api.post('/api/v1/namespaces', { metadata: { name: 'n' } })
  await api.post(inside, {
    metadata: { name: 'p' },
    spec: { nodeName: 'n', containers: [{ name: 'c', image: 'a' }] },
  })
  await api.delete('/api/v1/namespaces/n')
  expect((await api.get('/api/v1/namespaces/n')).body).toMatchObject({ status: { phase: 'Terminating' } })
  await clock.advance('30s')
  expect((await api.get('/api/v1/namespaces/n')).status).toBe(404)
})

it('keeps the content of a namespace when the namespace controller is off', async () => {
  await server.close()
  server = new ApiServer({ clock, controllers: [] })
  api = new Api(server.transport())
  await api.post('/api/v1/namespaces', { metadata: { name: 'n' } })
  await api.post('/api/v1/namespaces/n/configmaps', { metadata: { name: 'c' } })
  await api.delete('/api/v1/namespaces/n')
  expect((await api.get('/api/v1/namespaces/n/configmaps/c')).status).toBe(200)
  await api.put('/api/v1/namespaces/n/finalize', { metadata: { name: 'n' }, spec: { finalizers: [] } })
  expect((await api.get('/api/v1/namespaces/n')).status).toBe(404)
})
