import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let server: ApiServer
let api: Api

beforeEach(async () => {
  server = new ApiServer({ clock: new TestClock() })
  api = new Api(server.transport())
  await api.post(maps, { metadata: { name: 'e1' }, data: { a: 'b' } })
})
afterEach(async () => server.close())

const path = `${maps}/e1`
const rejected = {
  code: 422,
  reason: 'Invalid',
  message: 'the server rejected our request due to an error in our request',
  details: {},
}

describe('a merge patch', () => {
  it('merges maps and removes with null', async () => {
    expect((await api.merge(path, { data: { c: 'd' } })).body.data).toEqual({ a: 'b', c: 'd' })
    expect((await api.merge(path, { data: { a: null } })).body.data).toEqual({ c: 'd' })
  })

  it('FAULT-J3 with a version that is not the stored one is a 409', async () => {
    const { body } = await api.merge(path, { metadata: { resourceVersion: '1' }, data: { q: '1' } })
    expect(body).toMatchObject({ code: 409, reason: 'Conflict' })
  })

  it('cannot rename an object or change its uid', async () => {
    expect((await api.merge(path, { metadata: { name: 'zzz' } })).body).toMatchObject({
      code: 400,
      message: 'the name of the object (zzz) does not match the name on the URL (e1)',
    })
    expect((await api.merge(path, { metadata: { uid: 'zzz' } })).body).toMatchObject({
      code: 422,
      message: 'ConfigMap "e1" is invalid: metadata.uid: Invalid value: "zzz": field is immutable',
    })
  })

  it('of what is absent is a 404', async () => {
    expect((await api.merge(`${maps}/nope`, {})).body).toMatchObject({ code: 404 })
  })
})

describe('a JSON patch', () => {
  it('does its operations in order', async () => {
    const { body } = await api.jsonPatch(path, [
      { op: 'test', path: '/data/a', value: 'b' },
      { op: 'add', path: '/data/x~1y', value: '1' },
      { op: 'copy', from: '/data/a', path: '/data/copied' },
      { op: 'move', from: '/data/x~1y', path: '/data/moved' },
      { op: 'remove', path: '/data/a' },
      { op: 'replace', path: '/data/absent', value: 'added' },
    ])
    expect(body.data).toEqual({ copied: 'b', moved: '1', absent: 'added' })
  })

  it('inserts into lists, at an index and at the end', async () => {
    await api.merge(path, { metadata: { finalizers: ['a/b'] } })
    const { body } = await api.jsonPatch(path, [
      { op: 'add', path: '/metadata/finalizers/-', value: 'e/f' },
      { op: 'add', path: '/metadata/finalizers/1', value: 'c/d' },
    ])
    expect(body.metadata?.finalizers).toEqual(['a/b', 'c/d', 'e/f'])
  })

  it('takes keys that mean something to JavaScript for what they are', async () => {
    const { text } = await api.jsonPatch(path, [
      { op: 'add', path: '/data/constructor', value: '1' },
      { op: 'add', path: '/data/__proto__', value: '2' },
      { op: 'test', path: '/data/constructor', value: '1' },
      { op: 'copy', from: '/data/__proto__', path: '/data/copied' },
    ])
    expect(text).toContain('"data":{"__proto__":"2","a":"b","constructor":"1","copied":"2"}')
    expect((await api.jsonPatch(path, [{ op: 'remove', path: '/data/toString' }])).body).toMatchObject(
      rejected,
    )
  })

  it.each([
    ['a test that fails', [{ op: 'test', path: '/data/a', value: 'zzz' }]],
    ['a path that is absent', [{ op: 'remove', path: '/data/zzz' }]],
    ['an unknown operation', [{ op: 'frob', path: '/data' }]],
    ['an index beyond the end', [{ op: 'add', path: '/metadata/finalizers/5', value: 'a/b' }]],
  ])('is refused whole for %s', async (_, operations) => {
    const patch = [{ op: 'add', path: '/data/x', value: 'y' }, ...operations]
    expect((await api.jsonPatch(path, patch)).body).toMatchObject(rejected)
    expect((await api.get(path)).body.data).toEqual({ a: 'b' })
  })

  it('that is no list is a 400', async () => {
    expect((await api.jsonPatch(path, {})).body.message).toBe(
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    )
  })

  it('that makes a field of the wrong type is a 422 on `patch`', async () => {
    const { body } = await api.jsonPatch(path, [{ op: 'replace', path: '/data/a', value: 5 }])
    expect(body.code).toBe(422)
    expect(body.details?.causes?.[0]?.field).toBe('patch')
    expect(body.message).toMatch(
      /json: cannot unmarshal number into Go struct field ConfigMap.data of type string$/,
    )
  })

  it('never changes what is stored unless it is accepted', async () => {
    const operation = fc.record({
      op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'nope'),
      path: fc.constantFrom(
        '',
        '/',
        '/data',
        '/data/a',
        '/data/__proto__',
        '/metadata/labels/x',
        '/kind',
        '/data/a/b',
      ),
      from: fc.constantFrom('/data/a', '/data', '', '/metadata'),
      value: fc.constantFrom('v', 5, null, {}, []),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 4 }), async (operations) => {
        const before = (await api.get(path)).text
        const { status } = await api.jsonPatch(path, operations)
        expect([200, 400, 422]).toContain(status)
        const after = (await api.get(path)).text
        expect(status === 200 || after === before).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is no patch', () => {
  it('other media types are a 415 as everywhere', async () => {
    const { body } = await api.call('PATCH', path, '{}', { 'content-type': 'text/plain' })
    expect(body).toMatchObject({ code: 415, message: '415: Unsupported Media Type', details: {} })
  })

  it('subresources that lead to a node say that there is none', async () => {
    const pods = '/api/v1/namespaces/default/pods'
    await api.post(pods, { metadata: { name: 'p' }, spec: { containers: [{ name: 'c', image: 'a' }] } })
    expect((await api.get(`${pods}/p/exec`)).body).toMatchObject({
      code: 400,
      message: 'pod p does not have a host assigned',
    })
    expect((await api.get(`${pods}/nope/log`)).body).toMatchObject({
      code: 404,
      message: 'pods "nope" not found',
    })
  })
})
