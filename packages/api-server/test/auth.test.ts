import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let server: ApiServer
let api: Api

beforeEach(() => {
  server = new ApiServer({
    clock: new TestClock(),
    tokens: new Map([
      ['alice-token', { name: 'alice', groups: [] }],
      ['root-token', { name: 'root', groups: ['system:masters'] }],
    ]),
    authorize: ({ user, verb }) => user.groups.includes('system:masters') || verb === 'watch',
  })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const as = (token: string) => ({ authorization: `Bearer ${token}` })
const denied = (message: string, details: unknown) => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message,
  reason: 'Forbidden',
  details,
  code: 403,
})

describe('a token', () => {
  it('that is unknown is a 401 with the body of a real server', async () => {
    expect((await api.get(maps, as('nonsense'))).text).toBe(
      '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}\n',
    )
  })

  it('that is known says who it is', async () => {
    expect((await api.get(maps, as('root-token'))).status).toBe(200)
  })

  it('that is missing makes the user anonymous', async () => {
    expect((await api.get(maps)).body.message).toContain('User "system:anonymous" cannot list')
  })
})

describe('a 403', () => {
  it.each([
    [
      '/api/v1/namespaces/default/pods',
      'pods is forbidden: User "alice" cannot list resource "pods" in API group "" in the namespace "default"',
      { kind: 'pods' },
    ],
    [
      '/api/v1/namespaces/default/pods/x',
      'pods "x" is forbidden: User "alice" cannot get resource "pods" in API group "" in the namespace "default"',
      { name: 'x', kind: 'pods' },
    ],
    [
      '/api/v1/nodes',
      'nodes is forbidden: User "alice" cannot list resource "nodes" in API group "" at the cluster scope',
      { kind: 'nodes' },
    ],
    [
      '/apis/apps/v1/namespaces/default/deployments/x/scale',
      'deployments.apps "x" is forbidden: User "alice" cannot get resource "deployments/scale" in API group "apps" in the namespace "default"',
      { name: 'x', group: 'apps', kind: 'deployments' },
    ],
    ['/metrics', 'forbidden: User "alice" cannot get path "/metrics"', {}],
  ])('has the body of a real server: %s', async (path, message, details) => {
    expect((await api.get(path, as('alice-token'))).body).toEqual(denied(message, details))
  })

  it('is asked for each verb by itself', async () => {
    const watch = await api.watch(maps, as('alice-token'))
    expect(watch.status).toBe(200)
    await watch.stop()
  })
})
