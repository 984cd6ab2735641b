import { ApiServer } from '@rxkube/api-server'
import { Client, ConfigMap, isForbidden, Lease, type Transport } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { Role, RoleBinding } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

const tokens = new Map([
  ['admin', { name: 'admin', groups: ['system:masters'] }],
  ['alice', { name: 'alice', groups: [] }],
])

function withToken(transport: Transport, token: string): Transport {
  return {
    request: (request) =>
      transport.request({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }),
    close: () => transport.close(),
    [Symbol.asyncDispose]: () => transport.close(),
  }
}

/** A server on which alice may do these things to config maps and leases of the namespace `default`. */
async function allowed(verbs: string[]) {
  const clock = new TestClock()
  const server = new ApiServer({ clock, tokens, authorize: 'rbac', controllers: [] })
  const [admin, alice] = ['admin', 'alice'].map(
    (token) => new Client({ transport: withToken(server.transport(), token), clock, qps: -1 }),
  ) as [Client, Client]
  const metadata = { name: 'alice', namespace: 'default' }
  const apiGroup = 'rbac.authorization.k8s.io'
  const rules = [{ apiGroups: ['', 'coordination.k8s.io'], resources: ['configmaps', 'leases'], verbs }]
  await admin.create(Role, { metadata, rules })
  const subjects = [{ kind: 'User', name: 'alice', apiGroup }]
  await admin.create(RoleBinding, { metadata, roleRef: { apiGroup, kind: 'Role', name: 'alice' }, subjects })
  return { admin, alice, [Symbol.asyncDispose]: () => server.close() }
}

const page = { metadata: { name: 'page', namespace: 'default' }, data: { a: '1' } }
const lease = { metadata: { name: 'lease', namespace: 'default' }, spec: {} }
const error = (thrown: unknown) => thrown

describe('a write that creates', () => {
  it('by an apply needs the verb create besides patch', async () => {
    await using patching = await allowed(['patch'])
    const refused = await patching.alice.apply(ConfigMap, page).catch(error)
    expect(isForbidden(refused)).toBe(true)
    expect(String(refused)).toContain('cannot create resource "configmaps"')
    await patching.admin.create(ConfigMap, page)
    expect((await patching.alice.apply(ConfigMap, page, { force: true })).data).toEqual({ a: '1' })
    await using both = await allowed(['patch', 'create'])
    expect((await both.alice.apply(ConfigMap, page)).data).toEqual({ a: '1' })
  })

  it('by an update, where one may, needs it besides update', async () => {
    await using updating = await allowed(['update'])
    expect(isForbidden(await updating.alice.update(Lease, lease).catch(error))).toBe(true)
    await using both = await allowed(['update', 'create'])
    expect((await both.alice.update(Lease, lease)).metadata.name).toBe('lease')
  })

  it('is not what a patch of another kind is: that finds nothing, and needs patch alone', async () => {
    await using patching = await allowed(['patch'])
    const missing = await patching.alice.patch(ConfigMap, page.metadata, { data: {} }).catch(error)
    expect(String(missing)).toContain('404')
  })
})
