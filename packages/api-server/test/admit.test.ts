import { afterEach, beforeEach, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type AdmissionRequest, type AdmissionResponse } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'
import { pods } from './support/pods.ts'

let server: ApiServer
let api: Api
let asked: AdmissionRequest[]
let answer: (request: AdmissionRequest) => AdmissionResponse | undefined

beforeEach(() => {
  asked = []
  answer = () => undefined
  const admit = (request: AdmissionRequest) => {
    asked.push(request)
    return answer(request)
  }
  server = new ApiServer({
    clock: new TestClock(),
    tokens: new Map([['t', { name: 'alice', groups: ['devs'] }]]),
    admit,
    compactionInterval: 0,
  })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const shown = () =>
  asked.map(({ operation, resource, subresource, name }) =>
    [operation, resource, subresource, name].join(' ').trim(),
  )

it('asks about each write, and about nothing that the server does by itself or that is only read', async () => {
  await api.post(maps, { metadata: { name: 'a' }, data: { k: 'v' } }, { authorization: 'Bearer t' })
  await api.merge(`${maps}/a`, { data: { k: 'w' } })
  await api.put(`${maps}/a`, { metadata: { name: 'a' }, data: { k: 'x' } })
  await api.apply(`${maps}/b?fieldManager=m`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'b' },
  })
  await api.get(maps)
  await api.delete(`${maps}/a`)
  await api.delete(maps)
  expect(asked.map(({ operation, name }) => `${operation} ${name}`)).toEqual([
    'CREATE a',
    'UPDATE a',
    'UPDATE a',
    'CREATE b',
    'DELETE a',
    'DELETE b',
  ])
  expect(asked[0]).toMatchObject({
    user: { name: 'alice' },
    group: '',
    version: 'v1',
    kind: 'ConfigMap',
    namespace: 'default',
    dryRun: false,
    object: { kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'a' }, data: { k: 'v' } },
    oldObject: undefined,
  })
  expect(asked[1]).toMatchObject({ object: { data: { k: 'w' } }, oldObject: { data: { k: 'v' } } })
  expect(asked[4]).toMatchObject({ object: undefined, oldObject: { data: { k: 'x' } } })
})

it('asks about subresources and connections', async () => {
  await api.post('/api/v1/nodes', { metadata: { name: 'n' } })
  await api.post(pods, { metadata: { name: 'p' }, spec: { containers: [{ name: 'c', image: 'a' }] } })
  await api.post(`${pods}/p/binding`, { metadata: { name: 'p' }, target: { name: 'n' } })
  await api.merge(`${pods}/p/status`, { status: { message: 'm' } })
  await api.post(`${pods}/p/exec?command=ls`)
  await api.post(`${pods}/p/eviction`, { metadata: { name: 'p' } })
  expect(shown()).toEqual([
    'CREATE nodes  n',
    'CREATE pods  p',
    'CREATE bindings binding p',
    'UPDATE pods status p',
    'CONNECT pods exec p',
    'CREATE pods eviction p',
  ])
})

it('refuses what it is told to, with a status of its own or a 403', async () => {
  answer = ({ name }) =>
    name === 'teapot'
      ? { allowed: false, status: { code: 418, reason: 'Teapot', message: 'short and stout' } }
      : { allowed: false, status: { message: 'not here' } }
  expect((await api.post(maps, { metadata: { name: 'a' } })).body).toMatchObject({
    code: 403,
    reason: 'Forbidden',
    message: 'admission hook denied the request: not here',
  })
  expect((await api.post(maps, { metadata: { name: 'teapot' } })).body).toMatchObject({
    code: 418,
    reason: 'Teapot',
    message: 'admission hook denied the request: short and stout',
  })
  expect((await api.get(maps)).body.items).toEqual([])
  answer = ({ operation }) => ({ allowed: operation !== 'DELETE' })
  await api.post(maps, { metadata: { name: 'a' } })
  expect((await api.delete(`${maps}/a`)).body.message).toBe(
    'admission hook denied the request without explanation',
  )
  expect((await api.get(`${maps}/a`)).status).toBe(200)
})

it('stores what it gives instead, but keeps names, identity and owners of fields', async () => {
  answer = ({ object }) =>
    object === undefined
      ? undefined
      : {
          object: {
            ...object,
            metadata: {
              ...object.metadata,
              name: 'other',
              uid: 'u',
              resourceVersion: '1',
              labels: { team: 'a' },
            },
            data: { k: 'changed' },
          },
        }
  const { body } = await api.post(maps, { metadata: { name: 'a' }, data: { k: 'v' } })
  expect(body).toMatchObject({ metadata: { name: 'a', labels: { team: 'a' } }, data: { k: 'changed' } })
  expect(body.metadata?.uid).not.toBe('u')
  expect(JSON.stringify(body.metadata?.managedFields)).not.toContain('f:labels')
  const updated = await api.merge(`${maps}/a`, { data: { k: 'again' } })
  expect(updated.body).toMatchObject({
    metadata: { name: 'a', uid: body.metadata?.uid },
    data: { k: 'changed' },
  })
})

it('validates what it gives instead', async () => {
  answer = ({ object }) => ({ object: { ...object, data: { 'not a key': 'v' } } as never })
  expect((await api.post(maps, { metadata: { name: 'a' } })).status).toBe(422)
})

it('cannot change what is stored by changing what it was given', async () => {
  const mine: Record<string, unknown>[] = []
  answer = ({ object, oldObject }) => {
    for (const each of [object, oldObject] as ({ data?: Record<string, unknown> } | undefined)[]) {
      if (each?.data !== undefined) each.data['k'] = 'corrupt'
    }
    if (object === undefined) return undefined
    const given = { ...object, data: { k: 'given' } }
    mine.push(given.data)
    return { object: given }
  }
  await api.post(maps, { metadata: { name: 'a' }, data: { k: 'v' } })
  for (const each of mine) each['k'] = 'corrupt'
  expect((await api.get(`${maps}/a`)).body.data).toEqual({ k: 'given' })
  answer = ({ oldObject }) => {
    const { data } = (oldObject ?? {}) as { data?: Record<string, unknown> }
    if (data !== undefined) data['k'] = 'corrupt'
    return { allowed: false }
  }
  await api.delete(`${maps}/a`)
  expect((await api.get(`${maps}/a`)).body.data).toEqual({ k: 'given' })
})

it('sees what the built-in admission did, and is told of dry runs', async () => {
  const spec = { containers: [{ name: 'c', image: 'a' }] }
  await api.post(`${pods}?dryRun=All`, { metadata: { generateName: 'p-' }, spec })
  expect(asked[0]).toMatchObject({ dryRun: true, object: { spec: { priority: 0, tolerations: [{}, {}] } } })
  expect(asked[0]?.name).toMatch(/^p-/)
})

it('warns the client', async () => {
  answer = () => ({ warnings: ['mind the gap'] })
  const header = async (made: ReturnType<Api['post']>) => (await made).headers['warning']
  expect(await header(api.post(maps, { metadata: { name: 'a' } }))).toEqual(['299 - "mind the gap"'])
  expect(await header(api.merge(`${maps}/a`, { data: { k: 'v' } }))).toEqual(['299 - "mind the gap"'])
  expect(await header(api.delete(`${maps}/a`))).toEqual(['299 - "mind the gap"'])
})

it('that throws is a 500, and nothing is stored', async () => {
  answer = () => {
    throw new TypeError('oops')
  }
  expect((await api.post(maps, { metadata: { name: 'a' } })).body).toMatchObject({ code: 500 })
  expect((await api.get(maps)).body.items).toEqual([])
})
