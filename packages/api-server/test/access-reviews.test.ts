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
    const resourceAttributes = { verb: 'get', resource: 'secrets' }
    expect(await may(resource, { user: 'bob', groups: ['admins'], resourceAttributes })).toBe(true)
    expect(await may(resource, { user: 'bob', resourceAttributes })).toBe(false)
  },
)

it('say who somebody is', async () => {
  const { text } = await api.post('/apis/authentication.k8s.io/v1/selfsubjectreviews', {}, headers)
  expect(text).toBe(
    '{"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1","metadata":{"creationTimestamp":"2026-11-23T18:16:56Z"},"status":{"userInfo":{"username":"alice","groups":["devs"]}}}\n',
  )
})

it('do not say rules, which no function can list, nor whose tokens are', async () => {
  for (const path of [
    'authorization.k8s.io/v1/selfsubjectrulesreviews',
    'authentication.k8s.io/v1/tokenreviews',
  ]) {
    expect((await api.post(`/apis/${path}`, { spec: {} }, headers)).status).toBe(501)
  }
})
