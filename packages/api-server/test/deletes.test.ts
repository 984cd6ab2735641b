import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps, shown } from './support/api.ts'

let server: ApiServer
let api: Api
let clock: TestClock

beforeEach(() => {
  clock = new TestClock({ start: '2026-11-23T18:14:10Z' })
  server = new ApiServer({ clock })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const from = () => `resourceVersion=${server.resourceVersion}`

describe('delete', () => {
  it('answers with a Status, and its event has a version newer than the last one of the object', async () => {
    const { body: created } = await api.post(maps, { metadata: { name: 'c' } })
    const watch = await api.watch(`${maps}?${from()}`)
    const { text } = await api.delete(`${maps}/c`)
    expect(text).toBe(
      `{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","details":{"name":"c","kind":"configmaps","uid":"${created.metadata?.uid}"}}\n`,
    )
    expect(shown(await watch.next())).toBe(`DELETED c@${server.resourceVersion}`)
    expect(Number(server.resourceVersion)).toBeGreaterThan(Number(created.metadata?.resourceVersion))
    await watch.stop()
  })

  it('answers with the object for kinds that do', async () => {
    await api.post('/api/v1/namespaces/default/serviceaccounts', { metadata: { name: 's' } })
    const { body } = await api.delete('/api/v1/namespaces/default/serviceaccounts/s')
    expect(body.kind).toBe('ServiceAccount')
  })

  it('of a pod is seen in two steps: its grace is over, then it is gone', async () => {
    const pods = '/api/v1/namespaces/default/pods'
    await api.post(pods, { metadata: { name: 'u' }, spec: { containers: [{ name: 'c', image: 'a' }] } })
    const watch = await api.watch(`${pods}?${from()}`)
    await api.delete(`${pods}/u`)
    const lines = [await watch.next(), await watch.next()]
    expect(lines.map((line) => [line?.type, line?.object.metadata?.deletionGracePeriodSeconds])).toEqual([
      ['MODIFIED', 0],
      ['DELETED', 0],
    ])
    await watch.stop()
  })

  it('waits for finalizers, and the write that removes the last one deletes', async () => {
    await api.post(maps, { metadata: { name: 'c', finalizers: ['x.y/z'] } })
    const marked = await api.delete(`${maps}/c`)
    expect(marked.body.metadata).toMatchObject({
      deletionTimestamp: '2026-11-23T18:14:10Z',
      deletionGracePeriodSeconds: 0,
      finalizers: ['x.y/z'],
    })
    expect((await api.delete(`${maps}/c`)).body.metadata).toEqual(marked.body.metadata)
    const watch = await api.watch(`${maps}?${from()}`)
    const last = await api.merge(`${maps}/c`, { metadata: { finalizers: null } })
    expect(last.status).toBe(200)
    expect(last.body.metadata?.resourceVersion).toBe(marked.body.metadata?.resourceVersion)
    const line = await watch.next()
    expect(shown(line)).toBe(`DELETED c@${server.resourceVersion}`)
    expect(line?.object.metadata?.finalizers).toEqual(['x.y/z'])
    expect((await api.get(`${maps}/c`)).status).toBe(404)
    await watch.stop()
  })

  it('lets a terminating object change, but not gain finalizers', async () => {
    await api.post(maps, { metadata: { name: 'c', finalizers: ['x.y/z'] } })
    await api.delete(`${maps}/c`)
    expect((await api.merge(`${maps}/c`, { data: { a: 'b' } })).status).toBe(200)
    const { body } = await api.merge(`${maps}/c`, { metadata: { finalizers: ['x.y/z', 'q.r/s'] } })
    expect(body.message).toBe(
      'ConfigMap "c" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"q.r/s"}',
    )
  })

  it('FAULT-J3 checks the uid and the version that it was given', async () => {
    const { body: created } = await api.post(maps, { metadata: { name: 'e1' } })
    const { uid, resourceVersion } = created.metadata ?? {}
    const wrongUid = await api.delete(`${maps}/e1`, { preconditions: { uid: 'wrong' } })
    expect(wrongUid.body).toMatchObject({
      code: 409,
      message: `Operation cannot be fulfilled on ConfigMap "e1": the UID in the precondition (wrong) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    })
    const wrongVersion = await api.delete(`${maps}/e1`, { preconditions: { resourceVersion: '1' } })
    expect(wrongVersion.body).toMatchObject({
      code: 409,
      message: `Operation cannot be fulfilled on ConfigMap "e1": the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    })
    expect((await api.delete(`${maps}/e1`, { preconditions: { uid, resourceVersion } })).status).toBe(200)
  })

  it('with dryRun leaves the object', async () => {
    await api.post(maps, { metadata: { name: 'c' } })
    expect((await api.delete(`${maps}/c?dryRun=All`)).body.status).toBe('Success')
    expect((await api.get(`${maps}/c`)).status).toBe(200)
  })

  it.each([
    [
      { propagationPolicy: 'Bogus' },
      'propagationPolicy: Unsupported value: "Bogus": supported values: "Foreground", "Background", "Orphan", "nil"',
    ],
    [
      { orphanDependents: true, propagationPolicy: 'Foreground' },
      'propagationPolicy: Invalid value: "Foreground": orphanDependents and deletionPropagation cannot be both set',
    ],
  ])('refuses options that make no sense: %j', async (options, why) => {
    await api.post(maps, { metadata: { name: 'c' } })
    const { body } = await api.delete(`${maps}/c`, options)
    expect(body).toMatchObject({ code: 422, message: `DeleteOptions.meta.k8s.io "" is invalid: ${why}` })
  })
})

it('deletecollection deletes what the selectors match and answers with it', async () => {
  for (const [name, tier] of [
    ['a', 'x'],
    ['b', 'y'],
    ['c', 'x'],
  ] as const) {
    await api.post(maps, { metadata: { name, labels: { tier } } })
  }
  const { body } = await api.delete(`${maps}?labelSelector=tier%3Dx`)
  expect(body.items.map(({ metadata }) => metadata?.name)).toEqual(['a', 'c'])
  expect((await api.get(maps)).body.items.map(({ metadata }) => metadata?.name)).toEqual(['b'])
})

describe('a namespace', () => {
  it('exists from the start: default, kube-system, kube-public, kube-node-lease', async () => {
    const { items } = (await api.get('/api/v1/namespaces')).body
    expect(items.map(({ metadata }) => metadata?.name)).toEqual([
      'default',
      'kube-node-lease',
      'kube-public',
      'kube-system',
    ])
  })

  it('takes its content with it', async () => {
    await api.post('/api/v1/namespaces', { metadata: { name: 'n' } })
    await api.post('/api/v1/namespaces/n/configmaps', { metadata: { name: 'c' } })
    const { body } = await api.delete('/api/v1/namespaces/n')
    expect(body).toMatchObject({
      kind: 'Namespace',
      status: { phase: 'Terminating' },
      spec: { finalizers: ['kubernetes'] },
    })
    await clock.settle()
    expect((await api.get('/api/v1/namespaces/n/configmaps/c')).status).toBe(404)
    expect((await api.get('/api/v1/namespaces/n')).status).toBe(404)
  })

  it('waits for what still has finalizers, and takes nothing new', async () => {
    const inside = '/api/v1/namespaces/n/configmaps'
    await api.post('/api/v1/namespaces', { metadata: { name: 'n' } })
    await api.post(inside, { metadata: { name: 'c', finalizers: ['x.y/z'] } })
    await api.delete('/api/v1/namespaces/n')
    expect((await api.get('/api/v1/namespaces/n')).body).toMatchObject({ status: { phase: 'Terminating' } })
    expect((await api.post(inside, { metadata: { name: 'd' } })).text).toBe(
      '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"configmaps \\"d\\" is forbidden: unable to create new content in namespace n because it is being terminated","reason":"Forbidden","details":{"name":"d","kind":"configmaps","causes":[{"reason":"NamespaceTerminating","message":"namespace n is being terminated","field":"metadata.namespace"}]},"code":403}\n',
    )
    await clock.settle()
    await api.merge(`${inside}/c`, { metadata: { finalizers: [] } })
    await clock.settle()
    expect((await api.get('/api/v1/namespaces/n')).status).toBe(404)
  })

  it('that the cluster needs cannot be deleted', async () => {
    const { body } = await api.delete('/api/v1/namespaces/default')
    expect(body.message).toBe('namespaces "default" is forbidden: this namespace may not be deleted')
  })
})
