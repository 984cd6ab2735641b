import { afterEach, beforeEach, expect, it } from 'vitest'
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

const protobuf = { 'content-type': 'application/vnd.kubernetes.protobuf' }
const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex')

it('creates what kubectl 1.32 sends for `create namespace n1`', async () => {
  const body = hex(`6b 38 73 00 0a 0f 0a 02 76 31 12 09 4e 61 6d 65 73 70 61 63 65 12 1a 0a
    12 0a 02 6e 31 12 00 1a 00 22 00 2a 00 32 00 38 00 42 00 12 00 1a 02 0a 00 1a 00 22 00`)
  const { status, body: created } = await api.call('POST', '/api/v1/namespaces', body, protobuf)
  expect(status).toBe(201)
  expect(created).toMatchObject({
    metadata: { name: 'n1', labels: { 'kubernetes.io/metadata.name': 'n1' } },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  })
})

it('reads maps, and drops the zero values that Go sends', async () => {
  const entry = '12 06 0a 01 78 12 01 31'
  const body = hex(`6b 38 73 00 0a 0f 0a 02 76 31 12 09 43 6f 6e 66 69 67 4d 61 70
    12 1b 0a 11 0a 01 63 12 00 1a 00 22 00 2a 00 32 00 38 00 42 00 ${entry} 1a 00 22 00`)
  const { text } = await api.call('POST', maps, body, protobuf)
  expect(text).toMatch(/"metadata":\{"name":"c","namespace":"default",.*\},"data":\{"x":"1"\}\}\n$/)
})

it('reads the DeleteOptions of client-go', async () => {
  await api.post(maps, { metadata: { name: 'c' } })
  const options = hex('6b3873000a130a027631120d44656c6574654f7074696f6e7312001a002200')
  expect((await api.call('DELETE', `${maps}/c`, options, protobuf)).status).toBe(200)
})

it.each([
  ['no prefix', 'nonsense'],
  ['a cut message', hex('6b 38 73 00 0a ff')],
  ['an endless number', hex('6b 38 73 00 ff ff ff ff ff ff ff ff ff ff ff ff')],
])('refuses garbage with a 400: %s', async (_, body) => {
  const { body: answer } = await api.call('POST', maps, body, protobuf)
  expect(answer).toMatchObject({ code: 400, reason: 'BadRequest' })
  expect(answer.message).toMatch(/^the object provided is unrecognized \(must be of type ConfigMap\): /)
})

it('answers in JSON whoever prefers protobuf but takes JSON', async () => {
  const both = await api.get(maps, { accept: 'application/vnd.kubernetes.protobuf,application/json' })
  expect(both.body.kind).toBe('ConfigMapList')
})

it('takes no other media type', async () => {
  const { body } = await api.call('POST', maps, '{}', { 'content-type': 'application/cbor' })
  expect(body).toMatchObject({ code: 415, reason: 'UnsupportedMediaType' })
})
