import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Transport } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type RequestAttributes } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let asked: RequestAttributes[]
let refused: string
let server: ApiServer
let transport: Transport

beforeEach(() => {
  asked = []
  refused = ''
  server = new ApiServer({
    clock: new TestClock(),
    tokens: new Map([['root-token', { name: 'root', groups: ['system:masters'] }]]),
    authorize: (attributes) => {
      if (attributes.verb === 'impersonate') asked.push(attributes)
      return attributes.resource !== refused
    },
  })
  transport = server.transport()
})
afterEach(async () => server.close())

const whoami = async (headers: Record<string, string | readonly string[]>) => {
  const { status, body } = await transport.request({
    method: 'POST',
    path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    headers: { authorization: 'Bearer root-token', 'content-type': 'application/json', ...headers },
    body: '{"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"}',
  })
  const chunks = await Array.fromAsync(body)
  const answer = JSON.parse(Buffer.concat(chunks).toString()) as {
    message?: string
    status?: { userInfo?: unknown }
  }
  return status === 201 ? answer.status?.userInfo : [status, answer.message]
}

describe('impersonation', () => {
  it.each([
    [{}, { username: 'root', groups: ['system:masters', 'system:authenticated'] }],
    [{ 'impersonate-user': 'eve' }, { username: 'eve', groups: ['system:authenticated'] }],
    [
      { 'impersonate-user': 'eve', 'impersonate-group': ['ops', 'a, b'] },
      { username: 'eve', groups: ['ops', 'a, b', 'system:authenticated'] },
    ],
    [
      { 'impersonate-user': 'eve', 'impersonate-group': 'system:unauthenticated' },
      { username: 'eve', groups: ['system:unauthenticated'] },
    ],
    [
      { 'impersonate-user': 'system:anonymous' },
      { username: 'system:anonymous', groups: ['system:unauthenticated'] },
    ],
    [
      { 'impersonate-user': 'system:serviceaccount:default:bot' },
      {
        username: 'system:serviceaccount:default:bot',
        groups: ['system:serviceaccounts', 'system:serviceaccounts:default', 'system:authenticated'],
      },
    ],
    [
      {
        'impersonate-user': 'eve',
        'impersonate-uid': 'u-1',
        'impersonate-extra-acme.com%2fproject': ['p', 'q'],
        'impersonate-extra-%zz': 'odd',
      },
      {
        username: 'eve',
        uid: 'u-1',
        groups: ['system:authenticated'],
        extra: { 'acme.com/project': ['p', 'q'], '%zz': ['odd'] },
      },
    ],
  ])('%j is %j', async (headers, user) => {
    expect(await whoami(headers)).toEqual(user)
  })

  it('asks the authorizer about everything that it claims', async () => {
    await whoami({
      'impersonate-user': 'system:serviceaccount:default:bot',
      'impersonate-group': ['ops'],
      'impersonate-uid': 'u-1',
      'impersonate-extra-scope': 'all',
    })
    const shown = asked.map(({ group, resource, subresource, namespace, name, user }) =>
      [user.name, group, resource, subresource, namespace, name].join('|'),
    )
    expect(shown).toEqual([
      'root||serviceaccounts||default|bot',
      'root||groups|||ops',
      'root|authentication.k8s.io|userextras|scope||all',
      'root|authentication.k8s.io|uids|||u-1',
    ])
  })

  it('is a 403 when the authorizer says no', async () => {
    refused = 'users'
    expect(await whoami({ 'impersonate-user': 'eve' })).toEqual([
      403,
      'users "eve" is forbidden: User "root" cannot impersonate resource "users" in API group "" at the cluster scope',
    ])
  })

  it('needs a user', async () => {
    expect(await whoami({ 'impersonate-group': 'ops' })).toEqual([
      400,
      'requested to impersonate groups without impersonating a user',
    ])
  })
})

describe('tokens', () => {
  const list = async (token: string) =>
    (await new Api(transport).get(maps, { authorization: `Bearer ${token}` })).status

  it('can be added and revoked while the server runs', async () => {
    expect(await list('new-token')).toBe(401)
    server.tokens.set('new-token', { name: 'new', groups: [] })
    expect(await list('new-token')).toBe(200)
    expect(server.tokens.delete('new-token')).toBe(true)
    expect(await list('new-token')).toBe(401)
  })

  it('are all refused when the last is revoked, and anonymous users are let in as before', async () => {
    server.tokens.clear()
    expect(await list('root-token')).toBe(401)
    expect((await new Api(transport).get(maps)).status).toBe(200)
  })

  it('begin to matter with the first that is set', async () => {
    const open = new ApiServer({ clock: new TestClock() })
    const api = new Api(open.transport())
    const as = { authorization: 'Bearer anything' }
    expect((await api.get(maps, as)).status).toBe(200)
    open.tokens.set('something', { name: 'x', groups: [] })
    expect((await api.get(maps, as)).status).toBe(401)
    await open.close()
  })
})

describe('anonymous users', () => {
  it('may ask whether the server is well, whatever the authorizer says', async () => {
    const closed = new ApiServer({ clock: new TestClock(), authorize: () => false })
    const api = new Api(closed.transport())
    const status = async (path: string) => (await api.get(path)).status
    expect(await Promise.all(['/healthz', '/livez', '/readyz', '/version', maps].map(status))).toEqual([
      200, 200, 200, 403, 403,
    ])
    await closed.close()
  })
})
