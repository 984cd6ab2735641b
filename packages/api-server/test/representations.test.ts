import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import type { Transport } from '@rxkube/client'
import { Api, maps } from './support/api.ts'

let server: ApiServer
let transport: Transport
let api: Api

beforeEach(() => {
  server = new ApiServer({ clock: new TestClock({ start: '2026-11-23T17:54:52Z' }), controllers: [] })
  transport = server.transport()
  api = new Api(transport)
})
afterEach(async () => server.close())

const protobuf = 'application/vnd.kubernetes.protobuf'

/** The bytes of an answer. */
async function bytes(path: string, headers: Record<string, string>): Promise<Buffer> {
  const response = await transport.request({ method: 'GET', path, headers })
  return Buffer.concat(await Array.fromAsync(response.body))
}

describe('protobuf', () => {
  it('is answered to those who take nothing else, byte for byte as Go writes it', async () => {
    await api.post(`${maps}?fieldManager=unknown`, { metadata: { name: 'ct1' }, data: { a: 'b' } })
    const { metadata } = (await api.get(`${maps}/ct1`)).body
    const uid = Buffer.from(metadata?.uid ?? '').toString('hex')
    const version = Buffer.from(metadata?.resourceVersion ?? '')
    const time = '0808ecfb91d8061000'
    const owned = Buffer.from('{"f:data":{".":{},"f:a":{}}}').toString('hex')
    const fields = [
      '0a03637431', // name
      '1200', // generateName
      '1a0764656661756c74', // namespace
      '2200', // selfLink
      `2a24${uid}`,
      `32${version.length.toString(16).padStart(2, '0')}${version.toString('hex')}`,
      '3800', // generation
      `42${time}`,
      `8a014b0a07756e6b6e6f776e12065570646174651a027631` +
        `22${time}32084669656c647356313a1e0a1c${owned}4200`,
    ].join('')
    const length = fields.length / 2
    const meta = `0a${((length & 127) | 128).toString(16)}01${fields}`
    const raw = `${meta}12060a0161120162`
    const body = `12${(((raw.length / 2) & 127) | 128).toString(16)}01${raw}`
    const expected = `6b3873000a0f0a0276311209436f6e6669674d6170${body}1a002200`
    expect((await bytes(`${maps}/ct1`, { accept: protobuf })).toString('hex')).toBe(expected)
  })

  it('is read back as what it was written from', async () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/)
    const quantity = fc.constantFrom('1', '100m', '2Gi')
    const pod = fc.record({
      containers: fc.array(
        fc.record(
          {
            name,
            image: name,
            args: fc.array(fc.string({ maxLength: 4 }), { maxLength: 2 }),
            env: fc.uniqueArray(fc.record({ name, value: fc.string({ maxLength: 4 }) }), {
              selector: (each) => each.name,
              maxLength: 2,
            }),
            ports: fc.constantFrom([], [{ containerPort: 80 }]),
            resources: fc.record({ limits: fc.dictionary(fc.constantFrom('cpu', 'memory'), quantity) }),
            livenessProbe: fc.record({
              httpGet: fc.record({ port: fc.constantFrom<string | number>('http', 80) }),
            }),
          },
          { requiredKeys: ['name', 'image'] },
        ),
        { minLength: 1, maxLength: 1 },
      ),
      nodeSelector: fc.dictionary(name, name, { maxKeys: 2 }),
      terminationGracePeriodSeconds: fc.integer({ min: 0, max: 100 }),
    })
    const pods = '/api/v1/namespaces/default/pods'
    await fc.assert(
      fc.asyncProperty(pod, async (spec) => {
        await api.call('DELETE', `${pods}/p`, { gracePeriodSeconds: 0 })
        const created = await api.post(pods, { metadata: { name: 'p', labels: { a: 'b' } }, spec })
        expect([201, 422]).toContain(created.status)
        if (created.status !== 201) return
        const written = await bytes(`${pods}/p`, { accept: protobuf })
        const same = await api.call('PUT', `${pods}/p`, written, { 'content-type': protobuf })
        expect(same.text).toBe(created.text)
      }),
      { numRuns: 60 },
    )
  })

  it('holds lists, errors, metadata and discovery', async () => {
    await api.post(maps, { metadata: { name: 'm' } })
    const kinds = async (path: string, accept = protobuf) =>
      (await bytes(path, { accept })).subarray(4, 60).toString('latin1')
    expect(await kinds(maps)).toContain('ConfigMapList')
    expect(await kinds(`${maps}/absent`)).toContain('Status')
    expect(await kinds('/apis')).toContain('APIGroupList')
    expect(await kinds('/api/v1')).toContain('APIResourceList')
    const metadata = `${protobuf};as=PartialObjectMetadata;g=meta.k8s.io;v=v1`
    expect(await kinds(`${maps}/m`, metadata)).toContain('PartialObjectMetadata')
  })

  it('is not answered by a watch', async () => {
    const watch = await api.watch(maps, { accept: protobuf })
    expect(watch.status).toBe(406)
  })
})

describe('YAML', () => {
  it('is answered to those who like it better than JSON, with keys in order', async () => {
    await api.post(`${maps}?fieldManager=m`, { metadata: { name: 'y' }, data: { b: '206', a: 'x\ny' } })
    const { text, headers } = await api.get(`${maps}/y`, {
      accept: 'application/json;q=0.5,application/yaml',
    })
    expect(headers['content-type']).toBe('application/yaml')
    const [before, after] = text.split('kind: ConfigMap\n')
    expect(before).toBe('apiVersion: v1\ndata:\n  a: |-\n    x\n    y\n  b: "206"\n')
    expect(after).toContain('  creationTimestamp: "2026-11-23T17:54:52Z"\n')
    expect(after).toContain('  managedFields:\n  - apiVersion: v1\n')
  })

  it('is the form of errors too', async () => {
    const { text, status } = await api.get(`${maps}/absent`, { accept: 'application/yaml' })
    expect(status).toBe(404)
    expect(text).toContain('message: configmaps "absent" not found\n')
  })

  it('keeps names that JavaScript has a meaning for', async () => {
    await api.post(maps, '{"metadata":{"name":"p"},"data":{"__proto__":"1","constructor":"2"}}')
    const { text } = await api.get(`${maps}/p`, { accept: 'application/yaml' })
    expect(text).toContain('data:\n  __proto__: "1"\n  constructor: "2"\n')
  })
})

describe('what nobody can be answered', () => {
  it.each([
    ['text/html', '406: Not Acceptable\n\nAvailable representations: '],
    ['application/cbor', '406: Not Acceptable\n\nAvailable representations: '],
    ['application/json;as=Table', 'only the following media types are accepted: '],
  ])('is refused: %s', async (accept, start) => {
    const { body, status } = await api.get(maps, { accept })
    expect(status).toBe(406)
    expect(body.message).toBe(`${start}application/json, application/yaml, ${protobuf}`)
  })
})

describe('compression', () => {
  it('is for large answers, to those who can read it', async () => {
    await api.post(maps, { metadata: { name: 'big' }, data: { a: 'x'.repeat(200_000) } })
    const headers = { 'accept-encoding': 'gzip, deflate' }
    const packed = await transport.request({ method: 'GET', path: `${maps}/big`, headers })
    await Array.fromAsync(packed.body)
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
    const unpacked = gunzipSync(await bytes(`${maps}/big`, { 'accept-encoding': 'gzip' })).toString('utf8')
    const plain = await api.get(`${maps}/big`)
    expect(plain.headers).not.toHaveProperty('content-encoding')
    expect(unpacked).toBe(plain.text)
    await api.post(maps, { metadata: { name: 'small' } })
    const small = await api.get(`${maps}/small`, { 'accept-encoding': 'gzip' })
    expect(small.headers).not.toHaveProperty('content-encoding')
  })
})
