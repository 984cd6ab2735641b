import { afterEach, beforeEach, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'

let server: ApiServer
let api: Api

beforeEach(() => {
  server = new ApiServer({
    clock: new TestClock({ start: '2026-11-23T18:16:56Z' }),
    tokens: new Map([['t', { name: 'alice', groups: ['devs'] }]]),
    // Everyone may ask; alice may read pods and see health, and bob's group may do everything.
    authorize: ({ user, verb, resource, path, group }) =>
      group.startsWith('auth') ||
      user.groups.includes('admins') ||
      (user.name === 'alice' && ((verb === 'get' && resource === 'pods') || path === '/healthz')),
  })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const headers = { authorization: 'Bearer t' }

async function may(resource: string, spec: object): Promise<unknown> {
  const namespaced = resource.startsWith('local') ? 'namespaces/default/' : ''
  const path = `/apis/authorization.k8s.io/v1/${namespaced}${resource}`
  const { body, status } = await api.post(path, { spec }, headers)
  expect(status).toBe(201)
  return (body['status'] as { allowed?: unknown }).allowed
}

it('say what the one who asks may do', async () => {
  const ask = (verb: string, resource: string) =>
    may('selfsubjectaccessreviews', { resourceAttributes: { verb, resource } })
  expect([await ask('get', 'pods'), await ask('list', 'pods'), await ask('get', 'secrets')]).toEqual([
    true,
    false,
    false,
  ])
  const health = { nonResourceAttributes: { verb: 'get', path: '/healthz' } }
  expect(await may('selfsubjectaccessreviews', health)).toBe(true)
})

it.each(['subjectaccessreviews', 'localsubjectaccessreviews'])(
  'say what others may do: %s',
  async (resource) => {
    const namespace = resource.startsWith('local') ? { namespace: 'default' } : {}
    const resourceAttributes = { verb: 'get', resource: 'secrets', ...namespace }
    expect(await may(resource, { user: 'bob', groups: ['admins'], resourceAttributes })).toBe(true)
    expect(await may(resource, { user: 'bob', resourceAttributes })).toBe(false)
  },
)

it('say who somebody is', async () => {
  const { text } = await api.post('/apis/authentication.k8s.io/v1/selfsubjectreviews', {}, headers)
  expect(text).toBe(
    '{"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1","metadata":{"creationTimestamp":"2026-11-23T18:16:56Z"},"status":{"userInfo":{"username":"alice","groups":["devs","system:authenticated"]}}}\n',
  )
})

it('do not list rules, which no function can', async () => {
  const path = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews'
  const { body } = await api.post(path, { spec: { namespace: 'default' } }, headers)
  expect(body['status']).toMatchObject({ resourceRules: [], nonResourceRules: [], incomplete: true })
  expect((await api.post(path, { spec: {} }, headers)).body).toMatchObject({
    code: 400,
    message: 'no namespace on request',
  })
})

it('say whose a token is', async () => {
  const path = '/apis/authentication.k8s.io/v1/tokenreviews'
  const known = await api.post(path, { spec: { token: 't' } }, headers)
  expect(known.status).toBe(201)
  expect(known.body['status']).toEqual({
    authenticated: true,
    user: { username: 'alice', groups: ['devs', 'system:authenticated'] },
    audiences: ['https://kubernetes.default.svc'],
  })
  const unknown = await api.post(path, { spec: { token: 'x' } }, headers)
  expect(unknown.body['status']).toMatchObject({ user: {}, error: 'invalid bearer token' })
  expect((await api.post(path, { spec: {} }, headers)).status).toBe(422)
})

it.each([
  ['neither', {}, 422],
  ['both', { resourceAttributes: { verb: 'get' }, nonResourceAttributes: { verb: 'get' } }, 422],
  ['nobody', { resourceAttributes: { verb: 'get' } }, 422],
  ['another namespace', { user: 'bob', resourceAttributes: { namespace: 'other' } }, 400],
])('refuse a review of %s', async (_what, spec, code) => {
  const path = '/apis/authorization.k8s.io/v1/namespaces/default/localsubjectaccessreviews'
  expect((await api.post(path, { spec }, headers)).status).toBe(code)
})
