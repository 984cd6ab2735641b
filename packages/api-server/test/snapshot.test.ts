import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isConnectionRefused } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { ApiServer, InvalidSnapshotError, type ServerSnapshot } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api
/** The revision before any test wrote. */
let base: number

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  api = new Api(server.transport())
  base = Number(server.resourceVersion)
})
afterEach(async () => {
  await server.close()
  if (clock.pending > 0) throw new Error(`${clock.pending} timers are left`)
})

const at = (writes: number) => base + writes
const create = async (name: string, to = api) => to.post(maps, { metadata: { name } })
const list = async (from = api) => {
  const { body } = await from.get(maps)
  return `${body.items.map(({ metadata }) => metadata?.name).join(' ')}@${body.metadata?.resourceVersion}`
}
/** Through JSON, as a file would have it. */
const written = (snapshot: ServerSnapshot) => JSON.parse(JSON.stringify(snapshot)) as ServerSnapshot
const reset = { name: 'TransportError', kind: 'reset' }

describe('a snapshot', () => {
  it('is what a new server can begin with', async () => {
    await create('a')
    const snapshot = written(server.snapshot())
    await create('b')
    const other = new ApiServer({ clock, snapshot })
    const second = new Api(other.transport())
    expect([await list(), await list(second)]).toEqual([`a b@${at(2)}`, `a@${at(1)}`])
    expect((await second.get(`${maps}/a`)).text).toBe((await api.get(`${maps}/a`)).text)
    expect((await create('c', second)).body.metadata?.resourceVersion).toBe(String(at(2)))
    await other.close()
  })

  it('is not changed by what happens to the server', async () => {
    await create('a')
    const snapshot = server.snapshot()
    const text = JSON.stringify(snapshot)
    await api.merge(`${maps}/a`, { data: { k: 'v' } })
    await api.delete(`${maps}/a`)
    expect(JSON.stringify(snapshot)).toBe(text)
  })

  it('without history has no past to watch', async () => {
    await create('a')
    await create('b')
    await server.restore(written(server.snapshot()))
    const [line] = await (await api.watch(`${maps}?resourceVersion=${at(1)}`)).rest()
    expect([line?.type, line?.object.code]).toEqual(['ERROR', 410])
    const now = await api.watch(`${maps}?resourceVersion=${at(2)}`)
    await create('c')
    expect(await now.take(1)).toEqual([`ADDED c@${at(3)}`])
    await now.stop()
  })

  it('with history has the past that there was', async () => {
    await create('a')
    await create('b')
    await api.merge(`${maps}/a`, { data: { k: 'v' } })
    await api.delete(`${maps}/b`)
    const snapshot = written(server.snapshot({ history: true }))
    await server.restore(snapshot)
    const watch = await api.watch(`${maps}?resourceVersion=${at(1)}`)
    expect(await watch.take(3)).toEqual([`ADDED b@${at(2)}`, `MODIFIED a@${at(3)}`, `DELETED b@${at(4)}`])
    await watch.stop()
    expect(written(server.snapshot({ history: true }))).toEqual(snapshot)
  })

  it('keeps what is derived from objects: addresses, owners, deletions under way', async () => {
    const service = { metadata: { name: 's' }, spec: { ports: [{ port: 80 }] } }
    const created = await api.post('/api/v1/namespaces/default/services', service)
    const { clusterIP } = created.body.spec as { clusterIP: string }
    const owner = await create('owner')
    const ownerReferences = [
      { apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid: owner.body.metadata?.uid },
    ]
    await api.post(maps, { metadata: { name: 'owned', ownerReferences } })
    await server.restore(written(server.snapshot()))
    const same = { metadata: { name: 't' }, spec: { clusterIP, ports: [{ port: 80 }] } }
    expect((await api.post('/api/v1/namespaces/default/services', same)).status).toBe(422)
    await api.delete(`${maps}/owner`)
    await clock.settle()
    expect((await api.get(`${maps}/owned`)).status).toBe(404)
  })

  it.each([
    [undefined, 'it is no object'],
    [{ format: 'other' }, 'its format is "other"'],
    [{ format: 'rxkube-api-server/1', revision: 'x' }, 'its revision is no number'],
    [{ format: 'rxkube-api-server/1', revision: 1, collections: [{}] }, 'has no name or no objects'],
    [
      { format: 'rxkube-api-server/1', revision: 1, collections: [{ name: 'pods', objects: [['x', {}]] }] },
      'something in pods is no object with a version',
    ],
  ])('has to be one: %j', async (given, why) => {
    const snapshot = given as unknown as ServerSnapshot
    await expect(server.restore(snapshot)).rejects.toThrow(InvalidSnapshotError)
    await expect(server.restore(snapshot)).rejects.toThrow(why)
    expect(await list()).toBe(`@${base}`)
  })
})

describe('restoring a running server', () => {
  it('takes revisions back and ends watches', async () => {
    const snapshot = server.snapshot()
    await create('a')
    const watch = await api.watch(`${maps}?resourceVersion=${at(1)}`)
    await server.restore(snapshot)
    await expect(watch.next()).rejects.toMatchObject(reset)
    expect(await list()).toBe(`@${base}`)
    // Whoever goes on from the future hears nothing until the past has caught up.
    const ahead = await api.watch(`${maps}?resourceVersion=${at(2)}`)
    for (const name of ['x', 'y', 'z']) await create(name)
    expect(await ahead.take(1)).toEqual([`ADDED z@${at(3)}`])
    await ahead.stop()
  })
})

describe('a restart', () => {
  it('keeps data and breaks connections; older versions cannot be watched any more', async () => {
    await create('a')
    const watch = await api.watch(`${maps}?resourceVersion=${at(1)}`)
    server.faults.hang({ verb: 'delete' })
    const pending = api.delete(`${maps}/a`).catch((error: unknown) => error)
    await clock.settle()
    await server.restart()
    expect(await pending).toMatchObject(reset)
    await expect(watch.next()).rejects.toMatchObject(reset)
    expect(await list()).toBe(`a@${at(1)}`)
    const [line] = await (await api.watch(`${maps}?resourceVersion=${base}`)).rest()
    expect(line?.object.code).toBe(410)
  })

  it('loses data and begins anew', async () => {
    await create('a')
    const before = await api.get('/api/v1/namespaces/default')
    await server.restart({ data: 'lost' })
    const after = await api.get('/api/v1/namespaces/default')
    expect(await list()).toBe(`@${base}`)
    expect(after.body.metadata?.uid).not.toBe(before.body.metadata?.uid)
  })

  it('comes back with older data: that given, or the last snapshot', async () => {
    await expect(server.restart({ data: 'older' })).rejects.toThrow(TypeError)
    const first = server.snapshot()
    await create('a')
    server.snapshot()
    await create('b')
    await server.restart({ data: 'older' })
    expect(await list()).toBe(`a@${at(1)}`)
    await server.restart({ data: 'older', snapshot: first })
    expect(await list()).toBe(`@${base}`)
  })

  it('refuses connections while it is down, on the injected clock', async () => {
    const restarting = server.restart({ downtime: '90s' })
    await clock.advance('89s')
    await expect(list()).rejects.toSatisfy(isConnectionRefused)
    await clock.advance('1s')
    await restarting
    expect(await list()).toBe(`@${base}`)
  })

  it('does not outlive the server', async () => {
    const restarting = server.restart({ downtime: '1h' }).catch((error: unknown) => error)
    await clock.settle()
    await server.close()
    expect(await restarting).toMatchObject({ message: 'the API server is closed' })
    await expect(server.restart()).rejects.toThrow('the API server is closed')
  })

  it('makes views level: what is frozen from then on is the present', async () => {
    const other = new Api(server.view('b').transport())
    server.faults.freeze({ view: 'b' })
    await create('a')
    await server.restart()
    await create('b')
    const stale = await other.get(`${maps}?resourceVersion=0`)
    expect(stale.body.items.map(({ metadata }) => metadata?.name)).toEqual(['a'])
  })

  it('leaves faults and views as they were', async () => {
    const other = new Api(server.view('b').transport())
    server.faults.freeze({ view: 'b' })
    await create('a')
    await server.restart({ data: 'lost' })
    await create('b')
    const stale = await other.get(`${maps}?resourceVersion=0`)
    expect([await list(), stale.body.items]).toEqual([`b@${at(1)}`, []])
  })
})

describe('what follows the store', () => {
  it('serves custom resources again, and no longer when a restart lost them', async () => {
    const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }
    const names = { plural: 'gadgets', singular: 'gadget', kind: 'Gadget', listKind: 'GadgetList' }
    const versions = [{ name: 'v1', served: true, storage: true, schema }]
    await api.post('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', {
      metadata: { name: 'gadgets.acme.io' },
      spec: { group: 'acme.io', scope: 'Namespaced', names, versions },
    })
    await clock.settle()
    const path = '/apis/acme.io/v1/namespaces/default/gadgets'
    const body = { apiVersion: 'acme.io/v1', kind: 'Gadget', metadata: { name: 'g' }, size: 3 }
    expect((await api.post(path, body)).status).toBe(201)
    const snapshot = written(server.snapshot())
    await server.restart({ data: 'lost' })
    expect((await api.get(`${path}/g`)).status).toBe(404)
    await server.restore(snapshot)
    await clock.settle()
    expect((await api.get(`${path}/g`)).body).toMatchObject({ kind: 'Gadget', size: 3 })
    expect((await api.post(path, { ...body, metadata: { name: 'h' } })).status).toBe(201)
  })

  it('keeps fake nodes alive', async () => {
    const first = new ApiServer({ clock, nodes: 2 })
    const snapshot = written(first.snapshot())
    await first.close()
    const second = new ApiServer({ clock, nodes: 2, snapshot })
    const nodes = (await new Api(second.transport()).get('/api/v1/nodes')).body.items
    expect(nodes.map(({ metadata }) => metadata?.uid)).toEqual(
      snapshot.collections.find(({ name }) => name === 'nodes')?.objects.map(([, node]) => node.metadata.uid),
    )
    expect(second.nodes.size).toBe(2)
    await second.close()
  })
})
