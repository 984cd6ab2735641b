import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps, type Answer } from './support/api.ts'

const prefix = Uint8Array.of(0x6b, 0x38, 0x73, 0)

const paths = [
  maps,
  '/api/v1/namespaces/default/pods',
  '/api/v1/namespaces/default/secrets',
  '/api/v1/namespaces/default/events',
  '/apis/apps/v1/namespaces/default/deployments',
  '/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers',
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
  '/apis/coordination.k8s.io/v1/namespaces/default/leases',
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
]

/** A varint as protobuf writes it. */
const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]

/** Messages that have the form of protobuf, whatever they mean. */
const message: fc.Arbitrary<Uint8Array> = fc.letrec<{ message: Uint8Array; field: Uint8Array }>((tie) => ({
  message: fc.array(tie('field'), { maxLength: 5 }).map((fields) => Buffer.concat(fields)),
  field: fc.oneof(
    { depthSize: 'large' },
    fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.nat())
      .map(([number, value]) => Uint8Array.from([...varint(number * 8), ...varint(value)])),
    fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(1, 5))
      .map(([number, type]) =>
        Uint8Array.from([
          ...varint(number * 8 + type),
          ...Array.from({ length: type === 1 ? 8 : 4 }, () => 0xff),
        ]),
      ),
    fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.oneof(tie('message'), fc.uint8Array({ maxLength: 20 })))
      .map(([number, bytes]) =>
        Uint8Array.from([...varint(number * 8 + 2), ...varint(bytes.length), ...bytes]),
      ),
  ),
})).message

const enveloped = (raw: Uint8Array): Uint8Array =>
  Buffer.concat([prefix, Uint8Array.from([0x12, ...varint(raw.length)]), raw])

/** Throws unless it is an answer that was meant: success, or a Status that is no crash. Go has 500s for clients' mistakes. */
function checkSane({ status, body, text }: Answer): void {
  const meant = status < 300 || (body.code === status && body.reason !== 'InternalError')
  if (!meant) throw new Error(`${status}: ${text}`)
}

/** Sends bodies of a kind as each of the types, strictly and not; the result is the health of the server afterwards. */
async function survives(
  bodies: fc.Arbitrary<string | Uint8Array>,
  types: readonly string[],
  numRuns: number,
) {
  await using server = new ApiServer({ clock: new TestClock() })
  const api = new Api(server.transport())
  const send = async (path: string, type: string, body: string | Uint8Array) => {
    const headers = { 'content-type': `application/${type}` }
    checkSane(await api.post(`${path}?fieldValidation=Strict`, body, headers))
    checkSane(await api.post(path, body, headers))
  }
  await fc.assert(fc.asyncProperty(fc.constantFrom(...paths), fc.constantFrom(...types), bodies, send), {
    numRuns,
  })
  return (await api.get('/healthz')).status
}

const anyBytes = fc.uint8Array({ maxLength: 200 })
const anyText = fc.string({ unit: 'binary', maxLength: 200 })
const anyValue = fc
  .json({ maxDepth: 5 })
  .map((text) => `{"metadata":{"name":"a","annotations":${text}},"spec":${text},"data":${text}}`)
const scraps = '{ } [ ] : , "a" " \\ \\u12 1 - 1e999 null \u0000 &a *a #'.split(' ')
const nearlyJson = fc.array(fc.constantFrom(...scraps, ' ', '- ', '\n')).map((parts) => parts.join(''))
const texts = ['json', 'yaml']
const protobuf = ['vnd.kubernetes.protobuf']

describe('whatever bytes a client sends, it gets a Status', () => {
  it.each<[string, readonly string[], number, fc.Arbitrary<string | Uint8Array>]>([
    ['protobuf: any bytes', protobuf, 300, anyBytes],
    ['protobuf: any bytes in an envelope', protobuf, 500, anyBytes.map(enveloped)],
    ['protobuf: any message in an envelope', protobuf, 2000, message.map(enveloped)],
    ['JSON or YAML: any text', texts, 300, anyText],
    ['JSON or YAML: any bytes', texts, 300, anyBytes],
    ['JSON or YAML: any value', texts, 500, anyValue],
    ['JSON or YAML: what is nearly JSON', texts, 500, nearlyJson],
  ])('%s', async (_, types, runs, bodies) => {
    expect(await survives(bodies, types, runs)).toBe(200)
  })
})

it('whatever patch a client sends, it gets a Status', async () => {
  await using server = new ApiServer({ clock: new TestClock() })
  const api = new Api(server.transport())
  const types = ['json-patch+json', 'merge-patch+json', 'strategic-merge-patch+json', 'apply-patch+yaml']
  const operation = fc.record({
    op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'nope'),
    path: fc.constantFrom(
      '',
      '/',
      '/metadata',
      '/data/a',
      '/spec/containers/0',
      '/spec/containers/-',
      '/__proto__/x',
      '/a~2',
    ),
    from: fc.constantFrom('', '/metadata', '/data', '/spec/containers/0/name'),
    value: fc.jsonValue({ maxDepth: 3 }),
  })
  const patch = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.array(operation, { maxLength: 4 }),
    fc
      .jsonValue({ maxDepth: 3 })
      .map((value) => ({ metadata: value, spec: { containers: value, $patch: value }, data: value })),
  )
  await api.post(maps, { metadata: { name: 'a' }, data: { a: 'b' } })
  const pods = '/api/v1/namespaces/default/pods'
  await api.post(pods, { metadata: { name: 'a' }, spec: { containers: [{ name: 'c', image: 'i' }] } })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(maps, pods),
      fc.constantFrom(...types),
      patch,
      async (path, type, body) => {
        const headers = { 'content-type': `application/${type}` }
        const manager = type.startsWith('apply') ? '&fieldManager=m&force=true' : ''
        checkSane(await api.call('PATCH', `${path}/a?dryRun=All${manager}`, body, headers))
      },
    ),
    { numRuns: 800 },
  )
  expect((await api.get('/healthz')).status).toBe(200)
})

it('whatever a client asks a list for, it gets it, or a Status', async () => {
  await using server = new ApiServer({ clock: new TestClock() })
  const api = new Api(server.transport())
  const name = fc.constantFrom(
    'labelSelector',
    'fieldSelector',
    'limit',
    'continue',
    'resourceVersion',
    'resourceVersionMatch',
    'timeoutSeconds',
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          '=',
          '!',
          ',',
          '(',
          ')',
          ' in ',
          ' notin ',
          '<',
          '1',
          '\\',
          'metadata.name',
          '-',
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 3 }), async (pairs) => {
      const query = pairs.map(([key, text]) => `${key}=${encodeURIComponent(text.toWellFormed())}`).join('&')
      const waits = pairs.some(([key, text]) => key === 'resourceVersion' && /^\d+$/.test(text))
      checkSane(await api.get(`${maps}?${waits ? '' : query}`))
    }),
    { numRuns: 1000 },
  )
  expect((await api.get('/healthz')).status).toBe(200)
})
