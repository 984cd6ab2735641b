import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

interface Owned {
  readonly name: string
  readonly uid: string | undefined
}

async function create(
  name: string,
  owners: readonly (Owned & { blockOwnerDeletion?: boolean })[] = [],
  finalizers: readonly string[] = [],
): Promise<Owned> {
  const ownerReferences = owners.map((owner) => ({ apiVersion: 'v1', kind: 'ConfigMap', ...owner }))
  const { body } = await api.post(maps, { metadata: { name, ownerReferences, finalizers } })
  return { name, uid: body.metadata?.uid }
}

async function names(): Promise<unknown[]> {
  await clock.settle()
  return (await api.get(maps)).body.items.map(({ metadata }) => metadata?.name)
}

const blocking = (owner: Owned) => ({ ...owner, blockOwnerDeletion: true })

describe('background deletion', () => {
  it('deletes the owner at once and its dependents after it, all the way down', async () => {
    const owner = await create('owner')
    const child = await create('child', [owner])
    await create('grandchild', [child])
    expect((await api.delete(`${maps}/owner`)).body.status).toBe('Success')
    expect((await api.get(`${maps}/child`)).status).toBe(200)
    expect(await names()).toEqual([])
  })

  it('leaves what has another owner, without the reference to the one that is gone', async () => {
    const [one, other] = [await create('one'), await create('other')]
    await create('shared', [one, other])
    await api.delete(`${maps}/one`)
    expect(await names()).toEqual(['other', 'shared'])
    const { ownerReferences } = (await api.get(`${maps}/shared`)).body.metadata ?? {}
    expect(ownerReferences?.map(({ name }) => name)).toEqual(['other'])
  })

  it('deletes what is made for an owner that is not there, or that is another one by now', async () => {
    await create('again')
    await create('orphan', [{ name: 'absent', uid: 'u' }])
    await create('stale', [{ name: 'again', uid: 'former' }])
    expect(await names()).toEqual(['again'])
  })

  it('leaves what has an owner of a kind that is not served', async () => {
    const ownerReferences = [{ apiVersion: 'x.io/v1', kind: 'Thing', name: 'n', uid: 'u' }]
    await api.post(maps, { metadata: { name: 'kept', ownerReferences } })
    expect(await names()).toEqual(['kept'])
  })
})

describe('foreground deletion', () => {
  it('keeps the owner until dependents that block it are gone', async () => {
    const owner = await create('owner')
    await create('blocking', [blocking(owner)], ['x.y/z'])
    const { body } = await api.delete(`${maps}/owner?propagationPolicy=Foreground`)
    expect(body.metadata?.finalizers).toEqual(['foregroundDeletion'])
    expect(await names()).toEqual(['blocking', 'owner'])
    await api.merge(`${maps}/blocking`, { metadata: { finalizers: null } })
    expect(await names()).toEqual([])
  })

  it('does not wait for dependents that do not block', async () => {
    const owner = await create('owner')
    await create('slow', [owner], ['x.y/z'])
    await api.delete(`${maps}/owner?propagationPolicy=Foreground`)
    expect(await names()).toEqual(['slow'])
  })

  it('goes on in the foreground below', async () => {
    const owner = await create('owner')
    const child = await create('child', [blocking(owner)])
    await create('grandchild', [blocking(child)], ['x.y/z'])
    await api.delete(`${maps}/owner?propagationPolicy=Foreground`)
    expect(await names()).toEqual(['child', 'grandchild', 'owner'])
    expect((await api.get(`${maps}/child`)).body.metadata?.finalizers).toEqual(['foregroundDeletion'])
    await api.merge(`${maps}/grandchild`, { metadata: { finalizers: null } })
    expect(await names()).toEqual([])
  })
})

describe('orphaning', () => {
  it('frees the dependents, then lets the owner go', async () => {
    const owner = await create('owner')
    await create('child', [owner])
    const { body } = await api.delete(`${maps}/owner?propagationPolicy=Orphan`)
    expect(body.metadata?.finalizers).toEqual(['orphan'])
    expect(await names()).toEqual(['child'])
    expect((await api.get(`${maps}/child`)).body.metadata?.ownerReferences).toBeUndefined()
  })

  it('is what a job gets unless its client says otherwise, with a warning', async () => {
    const jobs = '/apis/batch/v1/namespaces/default/jobs'
    const spec = { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'a' }] } } }
    await api.post(jobs, { metadata: { name: 'j' }, spec })
    const answer = await api.delete(`${jobs}/j`)
    expect(answer.body.metadata?.finalizers).toEqual(['orphan'])
    expect(answer.headers['warning']).toEqual([
      expect.stringContaining('child pods are preserved by default'),
    ])
  })

  it('is no longer wanted when the background is asked for', async () => {
    await server.close()
    server = new ApiServer({ clock, controllers: [] })
    api = new Api(server.transport())
    await create('c')
    await api.delete(`${maps}/c?propagationPolicy=Orphan`)
    expect((await api.delete(`${maps}/c?propagationPolicy=Background`)).body.status).toBe('Success')
  })
})

it('without the controller nothing is collected, as on a bare API server', async () => {
  await server.close()
  server = new ApiServer({ clock, controllers: [] })
  api = new Api(server.transport())
  const owner = await create('owner')
  await create('child', [owner])
  await api.delete(`${maps}/owner`)
  expect(await names()).toEqual(['child'])
})

it('stops with the server: nothing is written after close', async () => {
  const owner = await create('owner')
  await create('child', [owner])
  await api.delete(`${maps}/owner`)
  const before = server.resourceVersion
  await server.close()
  await clock.settle()
  expect(server.resourceVersion).toBe(before)
  expect(clock.pending).toBe(0)
})
