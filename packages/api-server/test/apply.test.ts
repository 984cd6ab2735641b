import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps, type Answer } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const deployments = '/apis/apps/v1/namespaces/default/deployments'
const path = `${deployments}/d`
const typed = { apiVersion: 'apps/v1', kind: 'Deployment' }
const config = (spec: object = {}, metadata: object = {}) => ({ ...typed, metadata, spec })
const labels = { app: 'x' }
const whole = (spec: object = {}, container: object = {}) =>
  config({
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'i', ...container }] } },
    ...spec,
  })
const map = (data: Record<string, string>, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata,
  ...(Object.keys(data).length === 0 ? {} : { data }),
})

const as = (manager: string, force = false) => `?fieldManager=${manager}${force ? '&force=true' : ''}`
const containers = ({ body }: Answer) =>
  (body.spec as { template: { spec: { containers: Record<string, unknown>[] } } }).template.spec.containers
const fields = ({ body }: Answer, manager: string) =>
  body.metadata?.managedFields?.find((entry) => entry.manager === manager)?.fieldsV1
const managers = ({ body }: Answer) =>
  body.metadata?.managedFields?.map(({ manager, operation }) => `${manager} ${operation}`) ?? []

describe('an apply', () => {
  it('creates what is absent, under the name of the path', async () => {
    const answer = await api.apply(path + as('m'), whole())
    expect(answer.status).toBe(201)
    expect(answer.body.metadata).toMatchObject({ name: 'd', generation: 1 })
    expect(managers(answer)).toEqual(['m Apply'])
  })

  it('says who applies, or is a 422', async () => {
    expect((await api.apply(path, whole())).body).toMatchObject({
      code: 422,
      message:
        'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    })
  })

  it('of a subresource of what is absent is a 404', async () => {
    expect((await api.apply(`${path}/status${as('m')}`, config())).body).toMatchObject({ code: 404 })
  })

  it('keeps a field until the last who applied it lets go of it', async () => {
    await api.apply(`${maps}/a${as('one')}`, map({ x: '1', y: '1' }))
    await api.apply(`${maps}/a${as('two')}`, map({ x: '1' }))
    expect((await api.apply(`${maps}/a${as('one')}`, map({ y: '1' }))).body.data).toEqual({ x: '1', y: '1' })
    expect((await api.apply(`${maps}/a${as('two')}`, map({}))).body.data).toEqual({ y: '1' })
  })

  it('never takes out what an update set', async () => {
    await api.apply(`${maps}/a${as('one')}`, map({ x: '1' }))
    await api.merge(`${maps}/a${as('hand')}`, { data: { y: '2' } })
    const answer = await api.apply(`${maps}/a${as('one')}`, map({}))
    expect(answer.body.data).toEqual({ y: '2' })
    expect(managers(answer)).toEqual(['hand Update'])
  })

  it('lists every conflict, by manager and field', async () => {
    await api.apply(path + as('m1'), whole({ minReadySeconds: 1 }))
    await api.merge(path + as('e'), { spec: { replicas: 2 } })
    const { body } = await api.apply(path + as('m9'), config({ replicas: 4, minReadySeconds: 2 }))
    expect(body).toMatchObject({
      code: 409,
      reason: 'Conflict',
      message:
        'Apply failed with 2 conflicts: conflicts with "e" using apps/v1:\n- .spec.replicas\nconflicts with "m1":\n- .spec.minReadySeconds',
      details: {
        causes: [
          {
            reason: 'FieldManagerConflict',
            message: 'conflict with "e" using apps/v1',
            field: '.spec.replicas',
          },
          { reason: 'FieldManagerConflict', message: 'conflict with "m1"', field: '.spec.minReadySeconds' },
        ],
      },
    })
  })

  it('names the items of lists in conflicts', async () => {
    await api.apply(path + as('m1'), whole())
    const other = whole({}, { image: 'j', ports: [{ containerPort: 80, name: 'a' }] })
    const { body } = await api.apply(path + as('m2'), other)
    expect(body.details?.causes?.map(({ field }) => field)).toEqual([
      '.spec.template.spec.containers[name="c"].image',
    ])
  })

  it('takes the fields over when it is forced', async () => {
    await api.apply(`${maps}/a${as('one')}`, map({ x: '1', y: '1' }))
    const answer = await api.apply(`${maps}/a${as('two', true)}`, map({ x: '2' }))
    expect(answer.body.data).toEqual({ x: '2', y: '1' })
    expect(fields(answer, 'one')).toEqual({ 'f:data': { 'f:y': {} } })
    expect(fields(answer, 'two')).toEqual({ 'f:data': { 'f:x': {} } })
  })

  it('stores nothing in a dry run', async () => {
    await api.apply(`${maps}/a${as('one')}`, map({ x: '1' }))
    const before = server.resourceVersion
    const dry = await api.apply(`${maps}/a${as('one')}&dryRun=All`, map({ x: '2' }))
    expect(dry.body.data).toEqual({ x: '2' })
    expect((await api.get(`${maps}/a`)).body.data).toEqual({ x: '1' })
    expect((await api.apply(`${maps}/b${as('one')}&dryRun=All`, map({}))).status).toBe(201)
    expect((await api.get(`${maps}/b`)).status).toBe(404)
    expect(server.resourceVersion).toBe(before)
  })

  it('of the same again costs no version, and its time stays', async () => {
    await api.apply(`${maps}/a${as('one')}`, map({ x: '1' }))
    const before = (await api.get(`${maps}/a`)).text
    await clock.advance('1m')
    await api.apply(`${maps}/a${as('one')}`, map({ x: '1' }))
    expect((await api.get(`${maps}/a`)).text).toBe(before)
  })

  it('of what decoding leaves out costs no version either', async () => {
    const same = whole({}, { env: [{ name: 'A', value: '' }] })
    await api.apply(path + as('m'), same)
    const before = (await api.get(path)).text
    await clock.advance('1m')
    await api.apply(path + as('m'), same)
    expect((await api.get(path)).text).toBe(before)
  })

  it('of kubectl owns what its annotation says, unless somebody changed it since', async () => {
    const last = JSON.stringify({ ...whole({ replicas: 2, minReadySeconds: 3 }) })
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': last }
    const created = { ...whole({ replicas: 2, minReadySeconds: 3 }), metadata: { name: 'd', annotations } }
    await api.post(`${deployments}${as('kubectl-client-side-apply')}`, created)
    await api.merge(path + as('kubectl-edit'), { spec: { replicas: 5 } })
    const refused = await api.apply(path + as('kubectl'), whole({ replicas: 1, minReadySeconds: 4 }))
    expect(refused.body.message).toBe(
      'Apply failed with 1 conflict: conflict with "kubectl-edit" using apps/v1: .spec.replicas',
    )
    const accepted = await api.apply(path + as('kubectl'), whole({ minReadySeconds: 4 }))
    expect(accepted.body).toMatchObject({ spec: { replicas: 5, minReadySeconds: 4 } })
  })

  it('of status owns status, and nothing else may be set through it', async () => {
    await api.apply(path + as('m'), whole())
    const status = {
      ...config({ replicas: 9 }),
      status: { replicas: 2, conditions: [{ type: 'A', status: 'True' }] },
    }
    const answer = await api.apply(`${path}/status${as('ctrl')}`, status)
    expect(answer.body).toMatchObject({ spec: { replicas: 1 }, status: { replicas: 2 } })
    expect(answer.body.metadata?.managedFields?.at(-1)).toMatchObject({ manager: 'm' })
    expect(answer.body.metadata?.managedFields?.[0]).toMatchObject({
      manager: 'ctrl',
      subresource: 'status',
      fieldsV1: {
        'f:status': {
          'f:conditions': { 'k:{"type":"A"}': { '.': {}, 'f:status': {}, 'f:type': {} } },
          'f:replicas': {},
        },
      },
    })
  })

  it('of a scale owns the replicas of the object', async () => {
    await api.apply(path + as('m'), whole())
    const scale = {
      apiVersion: 'autoscaling/v1',
      kind: 'Scale',
      metadata: { name: 'd' },
      spec: { replicas: 3 },
    }
    const { body } = await api.apply(`${path}/scale${as('s')}`, scale)
    expect(body).toMatchObject({ kind: 'Scale', spec: { replicas: 3 } })
    const found = await api.get(path)
    expect(found.body).toMatchObject({ spec: { replicas: 3 } })
    expect(found.body.metadata?.managedFields).toContainEqual({
      manager: 's',
      operation: 'Apply',
      apiVersion: 'apps/v1',
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:spec': { 'f:replicas': {} } },
      subresource: 'scale',
    })
    expect((await api.apply(path + as('m'), whole({ replicas: 4 }))).body.message).toBe(
      'Apply failed with 1 conflict: conflict with "s" with subresource "scale": .spec.replicas',
    )
  })

  it('of a scale may take the replicas from their owner', async () => {
    await api.apply(path + as('m'), whole({ replicas: 1 }))
    const scale = { apiVersion: 'autoscaling/v1', kind: 'Scale', spec: { replicas: 3 } }
    expect((await api.apply(`${path}/scale${as('s')}`, scale)).status).toBe(409)
    expect((await api.apply(`${path}/scale${as('s', true)}`, scale)).status).toBe(200)
    expect(JSON.stringify(fields(await api.get(path), 'm'))).not.toContain('f:replicas')
    const wrong = { ...scale, spec: { replicas: -1 } }
    expect((await api.apply(`${path}/scale${as('s')}`, wrong)).body).toMatchObject({
      code: 422,
      message:
        'Scale.autoscaling "d" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    })
  })

  it('sees maps and structs as one value, or not, as their fields say', async () => {
    const selects = (nodeSelector: object) => config({ template: { spec: { nodeSelector } } })
    await api.apply(path + as('m'), whole())
    await api.apply(path + as('one'), selects({ a: '1' }))
    expect((await api.apply(path + as('two'), selects({ b: '1' }))).body.message).toBe(
      'Apply failed with 1 conflict: conflict with "one": .spec.template.spec.nodeSelector',
    )
    const volume = (claimRef: object) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      spec: {
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteOnce'],
        hostPath: { path: '/x' },
        claimRef,
      },
    })
    const target = '/api/v1/persistentvolumes/v'
    await api.apply(target + as('one'), volume({ name: 'c' }))
    const { body } = await api.apply(target + as('two'), volume({ namespace: 'default' }))
    expect(body.spec).toMatchObject({ claimRef: { name: 'c', namespace: 'default' } })
  })

  it('goes into free-form data field by field', async () => {
    const revision = (data: object) => ({
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: { name: 'r' },
      revision: 1,
      data,
    })
    const target = '/apis/apps/v1/namespaces/default/controllerrevisions/r'
    await api.apply(target + as('one'), revision({ a: { b: 1 }, list: [1] }))
    const { body } = await api.apply(target + as('two', true), revision({ a: { c: 2 }, list: [2] }))
    expect(body['data']).toEqual({ a: { b: 1, c: 2 }, list: [2] })
  })
})

describe('lists in an apply', () => {
  it.each([
    [
      ['a', 'b'],
      ['c', 'b'],
      ['a', 'c', 'b'],
    ],
    [['a', 'c', 'b'], ['d'], ['a', 'c', 'b', 'd']],
    [
      ['a', 'c', 'b', 'd'],
      ['b', 'a'],
      ['c', 'b', 'd', 'a'],
    ],
    [
      ['c', 'b', 'd', 'a'],
      ['b', 'x', 'a'],
      ['c', 'b', 'd', 'x', 'a'],
    ],
  ])(
    'of maps keep the order that is there as far as they can: %j and %j are %j',
    async (live, applied, merged) => {
      const items = (names: string[]) => names.map((name) => ({ name, image: 'i' }))
      const template = (names: string[]) => ({
        template: { metadata: { labels }, spec: { containers: items(names) } },
      })
      await api.apply(path + as('m'), whole(template(live)))
      const answer = await api.apply(path + as('n'), config(template(applied)))
      expect(containers(answer).map(({ name }) => name)).toEqual(merged)
    },
  )

  it('of scalars are sets', async () => {
    await api.apply(`${maps}/a${as('one')}`, map({}, { finalizers: ['x/a', 'x/b'] }))
    const both = await api.apply(`${maps}/a${as('two')}`, map({}, { finalizers: ['x/c', 'x/b'] }))
    expect(both.body.metadata?.finalizers).toEqual(['x/a', 'x/c', 'x/b'])
    expect(fields(both, 'two')).toEqual({
      'f:metadata': { 'f:finalizers': { 'v:"x/b"': {}, 'v:"x/c"': {} } },
    })
    const { body } = await api.apply(`${maps}/a${as('one')}`, map({}))
    expect(body.metadata?.finalizers).toEqual(['x/c', 'x/b'])
  })

  it('that are one value are replaced and conflict as one', async () => {
    await api.apply(path + as('one'), whole({}, { args: ['a', 'b'] }))
    expect((await api.apply(path + as('two'), whole({}, { args: ['a'] }))).body.message).toBe(
      'Apply failed with 1 conflict: conflict with "one": .spec.template.spec.containers[name="c"].args',
    )
    expect(
      containers(await api.apply(path + as('two', true), whole({}, { args: ['z'] })))[0]?.['args'],
    ).toEqual(['z'])
  })

  it('tell ports apart by number and protocol, TCP unless said', async () => {
    const ports = [{ containerPort: 53 }, { containerPort: 53, protocol: 'UDP' }]
    const answer = await api.apply(path + as('one'), whole({}, { ports }))
    expect(containers(answer)[0]?.['ports']).toEqual([
      { containerPort: 53, protocol: 'TCP' },
      { containerPort: 53, protocol: 'UDP' },
    ])
    expect(JSON.stringify(fields(answer, 'one'))).toContain(
      JSON.stringify('k:{"containerPort":53,"protocol":"TCP"}'),
    )
  })

  it('lose the items that nobody applies any longer, with what lies in them', async () => {
    const env = (...names: string[]) => ({ env: names.map((name) => ({ name, value: '1' })) })
    await api.apply(path + as('one'), whole({}, env('A', 'B')))
    await api.apply(path + as('two'), whole({}, env('B', 'C')))
    const answer = await api.apply(path + as('one'), whole())
    expect(containers(answer)[0]?.['env']).toEqual(env('B', 'C').env)
  })
})
