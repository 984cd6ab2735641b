import { afterEach, beforeEach, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'

const services = '/api/v1/namespaces/default/services'
let server: ApiServer
let api: Api

beforeEach(() => {
  server = new ApiServer({ clock: new TestClock() })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

interface ServiceSpec {
  readonly clusterIP?: string
  readonly clusterIPs?: readonly string[]
  readonly ports?: readonly { readonly nodePort?: number }[]
}

async function create(name: string, spec: object = {}) {
  const { body, status } = await api.post(services, {
    metadata: { name },
    spec: { ports: [{ port: 80 }], ...spec },
  })
  return { status, message: body.message, spec: (body.spec ?? {}) as ServiceSpec }
}

it('gives each service an address of its own', async () => {
  const [one, two] = [await create('one'), await create('two')]
  expect(one.spec.clusterIP).toMatch(/^10\.0\.\d+\.\d+$/)
  expect(one.spec.clusterIPs).toEqual([one.spec.clusterIP])
  expect(two.spec.clusterIP).not.toBe(one.spec.clusterIP)
})

it('gives none to a headless service, nor to an external name', async () => {
  expect((await create('headless', { clusterIP: 'None' })).spec.clusterIPs).toEqual(['None'])
  const external = await create('external', { type: 'ExternalName', externalName: 'a.b' })
  expect(external.spec.clusterIP).toBeUndefined()
})

it('refuses an address that is taken until it is free again', async () => {
  await create('one', { clusterIP: '10.0.7.7' })
  expect((await create('two', { clusterIP: '10.0.7.7' })).message).toBe(
    'Service "two" is invalid: spec.clusterIPs: Invalid value: []string{"10.0.7.7"}: failed to allocate IP 10.0.7.7: provided IP is already allocated',
  )
  await api.delete(`${services}/one`)
  expect((await create('two', { clusterIP: '10.0.7.7' })).status).toBe(201)
})

it('takes nothing for a dry run', async () => {
  const body = { metadata: { name: 'dry' }, spec: { clusterIP: '10.0.7.8', ports: [{ port: 80 }] } }
  expect((await api.post(`${services}?dryRun=All`, body)).status).toBe(201)
  expect((await create('real', { clusterIP: '10.0.7.8' })).status).toBe(201)
})

it('keeps the address of a service that is replaced without one, and refuses another one', async () => {
  const { spec } = await create('s')
  const replaced = await api.put(`${services}/s`, {
    metadata: { name: 's' },
    spec: { ports: [{ port: 81 }] },
  })
  expect(replaced.body.spec).toMatchObject({ clusterIP: spec.clusterIP })
  const moved = await api.merge(`${services}/s`, {
    spec: { clusterIP: '10.0.9.9', clusterIPs: ['10.0.9.9'] },
  })
  expect(moved.body.message).toContain(
    'spec.clusterIPs[0]: Invalid value: []string{"10.0.9.9"}: may not change once set',
  )
})

it('gives node ports with the type that has them, and takes them back with it', async () => {
  await create('s')
  const open = (await api.merge(`${services}/s`, { spec: { type: 'NodePort' } })).body.spec as ServiceSpec
  const port = open.ports?.[0]?.nodePort
  expect(port).toBeGreaterThanOrEqual(30_000)
  expect((await create('t', { type: 'NodePort', ports: [{ port: 80, nodePort: port }] })).message).toContain(
    `spec.ports[0].nodePort: Invalid value: ${port}: provided port is already allocated`,
  )
  const closed = (await api.merge(`${services}/s`, { spec: { type: 'ClusterIP' } })).body.spec as ServiceSpec
  expect(closed.ports?.[0]?.nodePort).toBeUndefined()
  expect((await create('t', { type: 'NodePort', ports: [{ port: 80, nodePort: port }] })).status).toBe(201)
})
