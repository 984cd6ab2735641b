import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let server: ApiServer
let api: Api

beforeEach(() => {
  server = new ApiServer({ clock: new TestClock() })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const patchTypes = ['json-patch+json', 'merge-patch+json', 'strategic-merge-patch+json', 'apply-patch+yaml']
const nested = (depth: number, open: string, close: string, inside = '1') =>
  open.repeat(depth) + inside + close.repeat(depth)

describe('bodies that nest too deep are a 400', () => {
  it.each([
    ['arrays', nested(10_001, '[', ']')],
    ['a million arrays', nested(1_000_000, '[', ']')],
    ['arrays without an end', '['.repeat(3_000_000)],
    ['objects', nested(10_001, '{"a":', '}')],
    ['an object of a kind', `{"metadata":{"name":"a"},"data":${nested(10_001, '{"a":', '}')}}`],
    ['objects of a field that is not known', `{"metadata":{"name":"a"},"x":${nested(10_001, '{"a":', '}')}}`],
  ])('%s', async (_, body) => {
    for (const type of ['json', 'yaml', ...patchTypes]) {
      const method = type.includes('patch') ? 'PATCH' : 'POST'
      const path = method === 'PATCH' ? `${maps}/a?fieldManager=m` : maps
      await api.post(maps, { metadata: { name: 'a' } })
      const answer = await api.call(method, path, body, { 'content-type': `application/${type}` })
      expect([type, answer.status]).toEqual([type, 400])
    }
  })

  it('YAML that nests in other ways', async () => {
    const yaml = { 'content-type': 'application/yaml' }
    const lines = Array.from({ length: 1500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')
    expect((await api.post(maps, lines, yaml)).status).toBe(400)
    expect((await api.post(maps, '- '.repeat(200_000), yaml)).status).toBe(400)
    expect((await api.post(maps, '? '.repeat(200_000), yaml)).status).toBe(400)
    const laughs = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'.split('').map((name, at) => {
        const before = `*${'abcdefghi'[at]}`
        return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(',')}]`
      }),
    ].join('\n')
    expect((await api.post(maps, laughs, yaml)).status).toBe(400)
  })

  it('protobuf whose messages hold each other', async () => {
    // JSONSchemaProps of a CRD have JSONSchemaProps in them: field 28 (`not`), again and again.
    const varint = (value: number): number[] =>
      value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
    let sizes = 0
    const heads: number[][] = []
    for (let depth = 0; depth < 200_000; depth++) {
      const head = [0xe2, 0x01, ...varint(sizes)]
      heads.push(head)
      sizes += head.length
    }
    const schema = Uint8Array.from(heads.toReversed().flat())
    const inside = (field: number, bytes: Uint8Array) =>
      Buffer.concat([Uint8Array.from([field * 8 + 2, ...varint(bytes.length)]), bytes])
    // spec (2) . versions (7) . schema (4) . openAPIV3Schema (1)
    const object = inside(2, inside(7, inside(4, inside(1, schema))))
    const body = Buffer.concat([Buffer.from('k8s\u0000'), inside(2, object)])
    const answer = await api.post('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', body, {
      'content-type': 'application/vnd.kubernetes.protobuf',
    })
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining('exceeded max depth')])
  })
})

describe('keys that mean something to JavaScript are ordinary', () => {
  it('as data, labels and annotations', async () => {
    const keys = '{"__proto__":"a","constructor":"b","toString":"c","hasOwnProperty":"d"}'
    const labels = '{"constructor":"b","toString":"c"}'
    const body = `{"metadata":{"name":"a","labels":${labels},"annotations":${labels}},"data":${keys}}`
    expect((await api.post(maps, body)).status).toBe(201)
    const { text } = await api.get(`${maps}/a`)
    expect(text).toContain(`"data":{"__proto__":"a","constructor":"b","hasOwnProperty":"d","toString":"c"}`)
    const labelled = await api.get(`${maps}?labelSelector=toString%3Dc,constructor%3Db`)
    expect(labelled.body.items).toHaveLength(1)
    expect((await api.get(`${maps}?labelSelector=valueOf`)).body.items).toEqual([])
  })

  it.each([
    ['json-patch+json', '[{"op":"add","path":"/__proto__/polluted","value":"x"}]'],
    ['json-patch+json', '[{"op":"add","path":"/constructor/prototype/polluted","value":"x"}]'],
    ['json-patch+json', '[{"op":"copy","from":"/__proto__","path":"/data/x"}]'],
    ['merge-patch+json', '{"__proto__":{"polluted":"x"},"metadata":{"__proto__":{"polluted":"x"}}}'],
    ['strategic-merge-patch+json', '{"__proto__":{"polluted":"x"},"data":{"__proto__":"x"}}'],
    [
      'apply-patch+yaml',
      '{"apiVersion":"v1","kind":"ConfigMap","__proto__":{"polluted":"x"},"data":{"__proto__":"x"}}',
    ],
  ])('in a patch: %s %s', async (type, patch) => {
    await api.post(maps, { metadata: { name: 'a' }, data: { a: 'b' } })
    const answer = await api.call('PATCH', `${maps}/a?fieldManager=m&force=true`, patch, {
      'content-type': `application/${type}`,
    })
    expect(answer.body.reason).not.toBe('InternalError')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect((await api.get(`${maps}/a`)).body).not.toHaveProperty('polluted')
  })
})

describe('text that is not well-formed', () => {
  it('in UTF-8 is read as Go does: what is no character becomes U+FFFD', async () => {
    const body = Buffer.concat([
      Buffer.from('{"metadata":{"name":"a"},"data":{"x":"'),
      Uint8Array.of(0xff, 0xc0, 0xaf),
      Buffer.from('"}}'),
    ])
    expect((await api.post(maps, body)).body.data).toEqual({ x: '\ufffd\ufffd\ufffd' })
  })

  it('of half a surrogate pair becomes U+FFFD too, whole pairs stay', async () => {
    const body = String.raw`{"metadata":{"name":"a"},"data":{"x":"\ud800","y":"a\udc00b","z":"\ud83d\ude00"}}`
    expect((await api.post(maps, body)).body.data).toEqual({ x: '\ufffd', y: 'a\ufffdb', z: '😀' })
  })

  it('with a byte order mark, a NUL or a comment is a 400', async () => {
    for (const body of [
      '\ufeff{}',
      '{}\u0000',
      '{} // x',
      "{'a':1}",
      '{"a":1,}',
      '{"a":01}',
      '{"a":NaN}',
      '',
    ]) {
      const { status } = await api.post(maps, body)
      expect([body, status]).toEqual([body, 400])
    }
  })
})

it('of keys that come twice the last counts, with a warning, and not at all when asked to be strict', async () => {
  const body = '{"metadata":{"name":"a"},"data":{"k":"1","k":"2","\\u006b":"3"}}'
  const answer = await api.post(maps, body)
  expect([answer.body.data, answer.headers['warning']]).toEqual([
    { k: '3' },
    expect.arrayContaining([String.raw`299 - "duplicate field \"data.k\""`]),
  ])
  expect((await api.post(`${maps}?fieldValidation=Strict`, body)).status).toBe(400)
})

describe('content types', () => {
  it.each([
    'text/plain',
    'application/xml',
    'application/cbor',
    'application/x-www-form-urlencoded',
    'a',
    ';',
  ])('%s is a 415', async (type) => {
    const headers = { 'content-type': type }
    expect((await api.post(maps, { metadata: { name: 'a' } }, headers)).status).toBe(415)
    await api.post(maps, { metadata: { name: 'b' } })
    expect((await api.call('PATCH', `${maps}/b`, {}, headers)).status).toBe(415)
  })
})

describe('values at the edges of their types', () => {
  const protobuf = (object: readonly number[]) =>
    api.post(
      maps,
      Buffer.concat([Buffer.from('k8s\u0000'), Uint8Array.from([0x12, object.length, ...object])]),
      {
        'content-type': 'application/vnd.kubernetes.protobuf',
      },
    )
  const ff = (count: number) => Array.from({ length: count }, () => 0xff)

  it.each([
    ['a time beyond all years', [0x0a, 0x0e, 0x42, 0x0c, 0x08, ...ff(9), 0x01, 0x10, 0x00]],
    ['a time of the largest number', [0x0a, 0x0c, 0x42, 0x0a, 0x08, ...ff(8), 0x7f]],
    ['a length that is longer than the message', [0x0a, ...ff(4), 0x0f]],
    ['a number without an end', [0x08, ...ff(12)]],
    ['a group', [0x0b, 0x0c]],
    ['field zero', [0x02, 0x00]],
  ])('in protobuf: %s', async (_, bytes) => {
    const { status, body } = await protobuf(bytes)
    expect([status >= 400 && status < 500, body.code]).toEqual([true, status])
  })

  it('numbers that no integer holds are a 400', async () => {
    const path = '/apis/apps/v1/namespaces/default/deployments'
    for (const replicas of ['1e400', '1e30', '1.5', '-1e30', '99999999999']) {
      const answer = await api.post(path, `{"metadata":{"name":"a"},"spec":{"replicas":${replicas}}}`)
      expect([replicas, answer.status]).toEqual([replicas, 400])
    }
  })
})
