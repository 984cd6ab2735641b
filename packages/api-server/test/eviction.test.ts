import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, type Answer } from './support/api.ts'

const pods = '/api/v1/namespaces/default/pods'
const budgets = '/apis/policy/v1/namespaces/default/poddisruptionbudgets'
let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock({ start: '2026-11-23T18:16:56Z' })
  server = new ApiServer({ clock })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const ready = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] }

async function create(name: string, status: object = ready): Promise<void> {
  const spec = { nodeName: 'n', containers: [{ name: 'c', image: 'a' }] }
  await api.post(pods, { metadata: { name, labels: { app: 'web' } }, spec })
  await api.merge(`${pods}/${name}/status`, { status })
}

async function protect(spec: object): Promise<void> {
  const selector = { matchLabels: { app: 'web' } }
  await api.post(budgets, { metadata: { name: 'p' }, spec: { selector, ...spec } })
  await clock.settle()
}

async function evict(name: string, query = ''): Promise<Answer> {
  const answer = await api.post(`${pods}/${name}/eviction${query}`, { metadata: { name } })
  await clock.settle()
  return answer
}

const status = async () => (await api.get(`${budgets}/p`)).body['status']

describe('eviction', () => {
  it('without a budget deletes with grace, and says why on the pod', async () => {
    await create('a')
    const { text, status: code } = await evict('a')
    expect(code).toBe(201)
    expect(text).toBe('{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","code":201}\n')
    const { body } = await api.get(`${pods}/a`)
    expect(body.metadata?.deletionGracePeriodSeconds).toBe(30)
    expect(body['status']).toMatchObject({
      conditions: [{ type: 'Ready' }, { type: 'DisruptionTarget', reason: 'EvictionByEvictionAPI' }],
    })
  })

  it('takes what the budget allows, then is refused with a 429', async () => {
    for (const name of ['a', 'b', 'c']) await create(name)
    await protect({ minAvailable: 2 })
    expect(await status()).toMatchObject({ disruptionsAllowed: 1, currentHealthy: 3, desiredHealthy: 2 })
    expect((await evict('a')).status).toBe(201)
    expect((await evict('b')).text).toBe(
      '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Cannot evict pod as it would violate the pod\'s disruption budget.","reason":"TooManyRequests","details":{"causes":[{"reason":"DisruptionBudget","message":"The disruption budget p needs 2 healthy pods and has 2 currently"}]},"code":429}\n',
    )
  })

  it('says to come again while the budget is not counted yet', async () => {
    await server.close()
    server = new ApiServer({ clock, controllers: [] })
    api = new Api(server.transport())
    await create('a')
    await protect({ minAvailable: 0 })
    const answer = await evict('a')
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '10'])
    expect(answer.body.details?.causes?.[0]?.message).toBe(
      'The disruption budget p is still being processed by the server.',
    )
  })

  it('with dryRun changes nothing', async () => {
    await create('a')
    await protect({ minAvailable: 0 })
    const before = server.resourceVersion
    expect((await evict('a', '?dryRun=All')).status).toBe(201)
    expect(server.resourceVersion).toBe(before)
  })

  it('of pods that are pending, or terminating, asks no budget', async () => {
    await create('pending', { phase: 'Pending' })
    await create('going')
    await protect({ minAvailable: 5 })
    await api.delete(`${pods}/going`)
    expect((await evict('pending')).status).toBe(201)
    expect((await evict('going')).status).toBe(201)
  })

  it('of a pod that is not ready is free where enough others are, or the budget says so', async () => {
    await create('sick', { phase: 'Running' })
    await protect({ minAvailable: 1 })
    expect((await evict('sick')).status).toBe(429)
    await api.merge(`${budgets}/p`, { spec: { unhealthyPodEvictionPolicy: 'AlwaysAllow' } })
    await clock.settle()
    expect((await evict('sick')).status).toBe(201)
  })

  it('is refused where two budgets select the pod, and where the names differ', async () => {
    await create('a')
    await protect({ minAvailable: 0 })
    await api.post(budgets, { metadata: { name: 'q' }, spec: { selector: {} } })
    expect((await evict('a')).body.message).toContain('more than one PodDisruptionBudget')
    expect((await api.post(`${pods}/a/eviction`, { metadata: { name: 'b' } })).body).toMatchObject({
      code: 400,
      message: 'name in URL does not match name in Eviction object',
    })
    expect((await evict('absent')).status).toBe(404)
  })
})

describe('the status of a budget', () => {
  it('counts in percent of what the controllers of its pods want', async () => {
    const replicaSets = '/apis/apps/v1/namespaces/default/replicasets'
    const template = {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'c', image: 'a' }] },
    }
    const { body } = await api.post(replicaSets, {
      metadata: { name: 'r' },
      spec: { replicas: 4, selector: { matchLabels: { app: 'web' } }, template },
    })
    const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'r', uid: body.metadata?.uid }
    for (const name of ['a', 'b', 'c']) {
      await create(name)
      await api.merge(`${pods}/${name}`, { metadata: { ownerReferences: [{ ...owner, controller: true }] } })
    }
    await protect({ maxUnavailable: '50%' })
    expect(await status()).toMatchObject({ expectedPods: 4, desiredHealthy: 2, disruptionsAllowed: 1 })
  })

  it('forgets a disruption that did not happen within two minutes', async () => {
    for (const name of ['a', 'b']) await create(name)
    await protect({ minAvailable: 1 })
    await api.merge(`${budgets}/p/status`, { status: { disruptedPods: { a: '2026-11-23T18:16:56Z' } } })
    await clock.settle()
    expect(await status()).toMatchObject({ currentHealthy: 1, disruptionsAllowed: 0 })
    await clock.advance('2m')
    expect(await status()).toMatchObject({ currentHealthy: 2, disruptionsAllowed: 1 })
    expect(clock.pending).toBe(0)
  })
})
