import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFixture } from './fixture.ts'
import { collectionPath, placeOf } from './place.ts'
import { embeddedTarget, type Target } from './target.ts'

const protobuf = 'application/vnd.kubernetes.protobuf'

// One object of each kind, and more, as they were sent to see their defaults.
const created = readFixture()
  .filter(({ name }) => name === '08-defaulting')
  .flatMap(({ exchanges }) => exchanges)
  .filter(({ method, status }) => method === 'POST' && status === 201)

let target: Target
beforeAll(async () => {
  target = embeddedTarget()
  await target.send('POST', '/api/v1/namespaces', {}, '{"metadata":{"name":"dft"}}')
})
afterAll(async () => target.close())

it.each(created.map((exchange) => [exchange.title, exchange] as const))(
  'reads its own protobuf of %s as the same object: writing it back changes nothing',
  async (_title, { path, headers, body }) => {
    const place = placeOf(path)
    if (place === undefined) throw new TypeError(`${path} is about no resource`)
    const { status, text } = await target.send('POST', path, { ...headers }, body)
    expect(status).toBe(201)
    const { name } = (JSON.parse(text) as { metadata: { name: string } }).metadata
    const item = `${collectionPath(place)}/${name}`
    const { bytes } = await target.send('GET', item, { accept: protobuf }, '')
    const again = await target.send('PUT', item, { 'content-type': protobuf }, bytes)
    expect(again.text).toBe(text)
  },
)
