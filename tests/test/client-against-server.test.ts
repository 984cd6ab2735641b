import { ApiServer } from '@rxkube/api-server'
import {
  Client,
  ConfigMap,
  Deployment,
  discover,
  HttpTransport,
  isConflict,
  isNotFound,
  Namespace,
  Node,
  Pod,
  RESTMapper,
  type Transport,
  type WatchEvent,
} from '@rxkube/client'
import { describe, expect, it } from 'vitest'

const at = { name: 'web', namespace: 'default' }
const configMap = { metadata: at, data: { a: '1' } }
const podSpec = { containers: [{ name: 'c', image: 'i' }] }
const labels = { app: 'web' }
const deployment = {
  metadata: at,
  spec: { replicas: 2, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: podSpec } },
}

interface World extends AsyncDisposable {
  readonly server: ApiServer
  readonly client: Client
}

async function world(over: string): Promise<World> {
  const server = new ApiServer()
  const transport: Transport =
    over === 'in-process'
      ? server.transport()
      : new HttpTransport({ server: (await server.listen()).url, environment: {} })
  const client = new Client({ transport, qps: -1, fieldManager: 'tester' })
  return {
    server,
    client,
    async [Symbol.asyncDispose]() {
      await client.close()
      await server.close()
    },
  }
}

/** The next batch of a watch; fails when there is none. */
async function next<T>(reading: AsyncIterator<readonly WatchEvent<T>[]>): Promise<readonly WatchEvent<T>[]> {
  const { done, value } = await reading.next()
  if (done === true) throw new Error('the watch is over')
  return value
}

describe.each(['HTTP', 'in-process'])('Client against ApiServer (%s)', (over) => {
  it('creates, gets, updates and deletes', async () => {
    await using w = await world(over)
    const created = await w.client.create(ConfigMap, configMap)
    expect(await w.client.get(ConfigMap, at)).toEqual(created)
    const updated = await w.client.update(ConfigMap, { ...created, data: { a: '2' } })
    expect(updated.data).toEqual({ a: '2' })
    const outdated = await w.client.update(ConfigMap, created).catch((error: unknown) => error)
    expect(isConflict(outdated)).toBe(true)
    expect(await w.client.delete(ConfigMap, at)).toMatchObject({ kind: 'Status', status: 'Success' })
    const missing = await w.client.get(ConfigMap, at).catch((error: unknown) => error)
    expect(isNotFound(missing)).toBe(true)
  })

  it('stores nothing of a dry run', async () => {
    await using w = await world(over)
    expect(await w.client.create(ConfigMap, configMap, { dryRun: true })).toMatchObject({ data: { a: '1' } })
    await expect(w.client.get(ConfigMap, at)).rejects.toMatchObject({ reason: 'NotFound' })
  })

  it('patches by merge, by JSON operations and strategically, and applies', async () => {
    await using w = await world(over)
    await w.client.create(ConfigMap, configMap)
    const merged = await w.client.patch(ConfigMap, at, { data: { a: null, b: '2' } })
    expect(merged.data).toEqual({ b: '2' })
    const operations = [{ op: 'replace', path: '/data/b', value: '3' }]
    const changed = await w.client.patch(ConfigMap, at, operations, { type: 'json' })
    expect(changed.data).toEqual({ b: '3' })
    const strategic = await w.client.patch(ConfigMap, at, { data: { c: '4' } }, { type: 'strategic' })
    expect(strategic.data).toEqual({ b: '3', c: '4' })
    const applied = await w.client.apply(ConfigMap, { metadata: at, data: { d: '5' } })
    expect(applied.data).toEqual({ b: '3', c: '4', d: '5' })
    const other = w.client.apply(ConfigMap, { metadata: at, data: { d: '6' } }, { fieldManager: 'other' })
    await expect(other).rejects.toMatchObject({ reason: 'Conflict' })
  })

  it('updates and patches a status apart from the rest', async () => {
    await using w = await world(over)
    const created = await w.client.create(Pod, { metadata: at, spec: podSpec })
    const updated = await w.client.updateStatus(Pod, { ...created, status: { phase: 'Running' } })
    expect(updated.status).toMatchObject({ phase: 'Running' })
    const patched = await w.client.patchStatus(Pod, at, {
      status: { reason: 'r' },
      metadata: { labels: { not: 'this' } },
    })
    expect(patched.status).toMatchObject({ phase: 'Running', reason: 'r' })
  })

  it('reads, sets and patches a scale', async () => {
    await using w = await world(over)
    await w.client.create(Deployment, deployment)
    const scale = await w.client.getScale(Deployment, at)
    expect(scale).toMatchObject({ kind: 'Scale', spec: { replicas: 2 } })
    await w.client.updateScale(Deployment, { ...scale, spec: { replicas: 3 } })
    await w.client.patchScale(Deployment, at, { spec: { replicas: 4 } })
    expect((await w.client.get(Deployment, at)).spec.replicas).toBe(4)
  })

  it('binds a pod to a node', async () => {
    await using w = await world(over)
    await w.client.create(Node, { metadata: { name: 'node-1' } })
    await w.client.create(Pod, { metadata: at, spec: podSpec })
    await w.client.bind(at, 'node-1')
    expect((await w.client.get(Pod, at)).spec.nodeName).toBe('node-1')
  })

  it('evicts a pod', async () => {
    await using w = await world(over)
    await w.client.create(Pod, { metadata: at, spec: podSpec })
    await w.client.evict(at, { gracePeriodSeconds: 0 })
    await expect(w.client.get(Pod, at)).rejects.toMatchObject({ reason: 'NotFound' })
  })

  it('lists whole, by parts, by pages, by selectors and as metadata alone', async () => {
    await using w = await world(over)
    for (const name of ['a', 'b', 'c'])
      await w.client.create(ConfigMap, { metadata: { name, namespace: 'default', labels: { name } } })
    const where = { namespace: 'default', labelSelector: 'name in (a,b,c)' }
    const names = ['a', 'b', 'c']
    expect((await w.client.list(ConfigMap, where)).items.map(({ metadata }) => metadata.name)).toEqual(names)
    const paged = await w.client.list(ConfigMap, { ...where, pageSize: 1 })
    expect(paged.items.map(({ metadata }) => metadata.name)).toEqual(names)
    expect(await Array.fromAsync(w.client.listPages(ConfigMap, { ...where, pageSize: 2 }))).toHaveLength(2)
    const parts = await Array.fromAsync(w.client.listParts(ConfigMap, where))
    expect(parts.at(-1)).toMatchObject({ type: 'end', kind: 'ConfigMapList' })
    const [bare] = (await w.client.list(ConfigMap, { ...where, projection: 'metadata' })).items
    expect(bare).toMatchObject({ kind: 'PartialObjectMetadata', metadata: { name: 'a' } })
    const only = await w.client.list(ConfigMap, { fieldSelector: 'metadata.name=b' })
    expect(only.items.map(({ metadata }) => metadata.name)).toEqual(['b'])
  })

  it('deletes a collection by selector', async () => {
    await using w = await world(over)
    for (const name of ['a', 'b'])
      await w.client.create(ConfigMap, { metadata: { name, namespace: 'default', labels: { name } } })
    await w.client.deleteCollection(ConfigMap, { namespace: 'default', labelSelector: 'name=a' })
    const left = await w.client.list(ConfigMap, { namespace: 'default', labelSelector: 'name' })
    expect(left.items.map(({ metadata }) => metadata.name)).toEqual(['b'])
  })

  it('watches from a version, and from the state itself up to its bookmark', async () => {
    await using w = await world(over)
    const { metadata } = await w.client.list(ConfigMap)
    const watch = await w.client.watch(ConfigMap, { resourceVersion: metadata.resourceVersion ?? '' })
    const reading = watch[Symbol.asyncIterator]()
    await w.client.create(ConfigMap, configMap)
    expect(await next(reading)).toMatchObject([{ type: 'ADDED', object: { metadata: at } }])
    await w.client.delete(ConfigMap, at)
    expect(await next(reading)).toMatchObject([{ type: 'DELETED', object: { metadata: at } }])
    watch.stop()
    const whole = await w.client.watch(Namespace, {
      sendInitialEvents: true,
      allowWatchBookmarks: true,
      resourceVersionMatch: 'NotOlderThan',
    })
    const types: string[] = []
    for await (const events of whole) {
      for (const { type } of events) types.push(type)
      if (types.includes('BOOKMARK')) break
    }
    expect(types.slice(0, -1).every((type) => type === 'ADDED')).toBe(true)
    expect(types.length).toBeGreaterThan(1)
  })

  it('requests other paths', async () => {
    await using w = await world(over)
    expect(await w.client.request({ path: '/version' })).toMatchObject({ major: '1' })
    expect(await w.client.request({ path: '/healthz' })).toBe('ok')
  })

  it('discovers what is served, maps its names, and lists all of it that can be followed', async () => {
    await using w = await world(over)
    const { resources, unavailable } = await discover(w.client)
    expect(unavailable.size).toBe(0)
    const mapper = new RESTMapper(w.client)
    expect(await mapper.resourceFor('deploy')).toMatchObject({ kind: 'Deployment', group: 'apps' })
    // Component statuses can be listed only, and are no list that anybody could go on from: it has no version.
    const listable = resources.filter(({ verbs }) => verbs.includes('list') && verbs.includes('watch'))
    expect(listable.length).toBeGreaterThan(20)
    for (const { group, version, kind } of listable) {
      const resource = await mapper.resourceFor(kind, { group, version })
      const list = await w.client.list(resource)
      expect(list).toMatchObject({
        kind: `${kind}List`,
        metadata: { resourceVersion: expect.any(String) as string },
      })
      for (const each of list.items) expect(each.kind).toBe(kind)
    }
    await expect(mapper.resourceFor('gizmo')).rejects.toMatchObject({ name: 'NoKindMatchError' })
  })
})
