import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type User } from '@rxkube/api-server'
import { Api, type Answer } from './support/api.ts'
import { status as statusOf } from './support/pods.ts'

let clock: TestClock
let server: ApiServer
let api: Api

const admin = { authorization: 'Bearer admin' }
const alice = { authorization: 'Bearer alice' }
const rbac = '/apis/rbac.authorization.k8s.io/v1'
const users: readonly (readonly [string, User])[] = [
  ['admin', { name: 'admin', groups: ['system:masters'] }],
  ['alice', { name: 'alice', groups: ['devs'] }],
]

beforeEach(async () => {
  clock = new TestClock()
  server = new ApiServer({
    clock,
    random: clock.random,
    tokens: new Map(users),
    authorize: 'rbac',
    compactionInterval: 0,
  })
  api = new Api(server.transport())
  await clock.settle()
})
afterEach(async () => server.close())

interface Rule {
  readonly verbs: readonly string[]
  readonly apiGroups?: readonly string[]
  readonly resources?: readonly string[]
  readonly resourceNames?: readonly string[]
  readonly nonResourceURLs?: readonly string[]
}

const user = { kind: 'User', name: 'alice', apiGroup: 'rbac.authorization.k8s.io' }

async function made(answer: Promise<Answer>): Promise<void> {
  const { status, text } = await answer
  expect([status, text]).toEqual([201, text])
}

async function allow(rules: readonly Rule[], subject: object = user, namespace = 'default'): Promise<void> {
  const where = namespace === '' ? '' : `/namespaces/${namespace}`
  const kind = namespace === '' ? 'ClusterRole' : 'Role'
  const path = (name: string) => `${rbac}${where}/${namespace === '' ? `cluster${name}` : name}`
  await made(api.post(path('roles'), { metadata: { name: 'r' }, rules }, admin))
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind, name: 'r' }
  await made(api.post(path('rolebindings'), { metadata: { name: 'b' }, roleRef, subjects: [subject] }, admin))
}

async function bind(
  name: string,
  role: string,
  subject: object = user,
  namespace = 'default',
): Promise<void> {
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role }
  const body = { metadata: { name }, roleRef, subjects: [subject] }
  await made(api.post(`${rbac}/namespaces/${namespace}/rolebindings`, body, admin))
}

const code = async (path: string, headers: Record<string, string> = alice) =>
  (await api.get(path, headers)).status
const pods = '/api/v1/namespaces/default/pods'

describe('RBAC', () => {
  it('lets nobody do anything but what every user may', async () => {
    expect(await api.get(pods, alice)).toMatchObject({
      status: 403,
      body: {
        message:
          'pods is forbidden: User "alice" cannot list resource "pods" in API group "" in the namespace "default"',
        details: { kind: 'pods' },
      },
    })
    expect([await code('/apis'), await code('/version'), await code('/metrics')]).toEqual([200, 200, 403])
    expect([await code('/apis', {}), await code('/version', {})]).toEqual([403, 200])
    expect(await code(pods, admin)).toBe(200)
  })

  it('lets a role of a namespace count in that one alone', async () => {
    await allow([{ verbs: ['list'], apiGroups: [''], resources: ['pods'] }])
    expect([
      await code(pods),
      await code('/api/v1/namespaces/kube-system/pods'),
      await code('/api/v1/pods'),
    ]).toEqual([200, 403, 403])
    expect(await code('/api/v1/namespaces/default/secrets')).toBe(403)
  })

  it('lets a cluster role count everywhere, or in the namespace that binds it', async () => {
    await allow([{ verbs: ['list'], apiGroups: [''], resources: ['secrets'] }], user, '')
    expect([await code('/api/v1/secrets'), await code('/api/v1/namespaces/default/secrets')]).toEqual([
      200, 200,
    ])
    await bind('viewer', 'view')
    expect([await code(pods), await code('/api/v1/pods')]).toEqual([200, 403])
  })

  it.each([
    ['users', user],
    ['groups', { kind: 'Group', name: 'devs' }],
    ['everyone who is known', { kind: 'Group', name: 'system:authenticated' }],
  ])('finds %s', async (_whom, subject) => {
    await allow([{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }], subject)
    expect(await code(pods)).toBe(200)
  })

  it('tells verbs, subresources, names and groups apart', async () => {
    await allow([
      { verbs: ['get'], apiGroups: [''], resources: ['configmaps'], resourceNames: ['mine'] },
      { verbs: ['get'], apiGroups: ['apps'], resources: ['deployments/scale', '*/status'] },
    ])
    const maps = '/api/v1/namespaces/default/configmaps'
    expect([await code(`${maps}/mine`), await code(`${maps}/other`), await code(maps)]).toEqual([
      404, 403, 403,
    ])
    const deployments = '/apis/apps/v1/namespaces/default/deployments/x'
    expect([
      await code(`${deployments}/scale`),
      await code(`${deployments}/status`),
      await code(deployments),
    ]).toEqual([404, 404, 403])
    expect(await code('/apis/batch/v1/namespaces/default/jobs/x/status')).toBe(403)
  })

  it('takes a list or a watch of one name as about that name', async () => {
    const verbs = ['list', 'watch']
    await allow([{ verbs, apiGroups: [''], resources: ['configmaps'], resourceNames: ['mine'] }])
    const maps = '/api/v1/namespaces/default/configmaps'
    const of = (name: string) => `${maps}?fieldSelector=metadata.name%3D${name}`
    expect([await code(of('mine')), await code(of('other')), await code(maps)]).toEqual([200, 403, 403])
    const watch = await api.watch(of('mine'), alice)
    expect(watch.status).toBe(200)
    await watch.stop()
    expect((await api.get(of('other'), alice)).body.message).toContain('configmaps "other" is forbidden')
    expect(await code(`${maps}?fieldSelector=metadata.name!%3Dmine`)).toBe(403)
  })

  it('lets paths that are no resources be named', async () => {
    await allow([{ verbs: ['get'], nonResourceURLs: ['/metrics', '/logs/*'] }], user, '')
    expect(
      [await code('/metrics'), await code('/logs/x'), await code('/debug')].map((each) => each === 403),
    ).toEqual([false, false, true])
  })

  it('follows what is written to roles and bindings', async () => {
    await allow([{ verbs: ['list'], apiGroups: [''], resources: ['pods'] }])
    const at = `${rbac}/namespaces/default`
    const patch = { 'content-type': 'application/merge-patch+json', ...admin }
    await api.call('PATCH', `${at}/roles/r`, { rules: [] }, patch)
    expect(await code(pods)).toBe(403)
    await api.call(
      'PATCH',
      `${at}/roles/r`,
      { rules: [{ verbs: ['*'], apiGroups: [''], resources: ['*'] }] },
      patch,
    )
    expect(await code(pods)).toBe(200)
    await api.call('PATCH', `${at}/rolebindings/b`, { subjects: [] }, patch)
    expect(await code(pods)).toBe(403)
    await api.call('PATCH', `${at}/rolebindings/b`, { subjects: [user] }, patch)
    expect(await code(pods)).toBe(200)
    await api.call('DELETE', `${at}/rolebindings/b`, undefined, admin)
    expect(await code(pods)).toBe(403)
  })

  it('gathers rules of roles by their labels, those of custom ones too', async () => {
    await bind('viewer', 'view')
    const widgets = '/apis/rbac.authorization.k8s.io/v1/namespaces/default/roles'
    expect(await code(widgets)).toBe(403)
    const labels = { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' }
    const rules = [{ verbs: ['list'], apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'] }]
    await made(api.post(`${rbac}/clusterroles`, { metadata: { name: 'more', labels }, rules }, admin))
    await clock.settle()
    expect(await code(widgets)).toBe(200)
    for (const name of ['edit', 'admin']) {
      const { body } = await api.get(`${rbac}/clusterroles/${name}`, admin)
      expect(body['rules']).toContainEqual(rules[0])
    }
  })

  it('begins with the roles that every cluster has', async () => {
    const { body } = await api.get(`${rbac}/clusterroles`, admin)
    const names = body.items.map(({ metadata }) => metadata?.name)
    expect(names).toEqual(
      expect.arrayContaining(['admin', 'cluster-admin', 'edit', 'view', 'system:discovery', 'system:node']),
    )
    await bind('editor', 'edit')
    const may = (verb: string, resource: string, group = '') =>
      api
        .post(
          '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
          {
            spec: { resourceAttributes: { verb, resource, group, namespace: 'default' } },
          },
          alice,
        )
        .then(({ body: answer }) => statusOf(answer)['allowed'])
    expect([
      await may('create', 'deployments', 'apps'),
      await may('get', 'secrets'),
      await may('create', 'roles', rbac.slice(6, -3)),
    ]).toEqual([true, true, false])
  })

  it('says why in a review', async () => {
    await bind('viewer', 'view', { kind: 'Group', name: 'devs' })
    const ask = async (resource: string) => {
      const spec = {
        user: 'bob',
        groups: ['devs'],
        resourceAttributes: { verb: 'list', resource, namespace: 'default' },
      }
      return (await api.post('/apis/authorization.k8s.io/v1/subjectaccessreviews', { spec }, admin)).body[
        'status'
      ]
    }
    expect(await ask('pods')).toEqual({
      allowed: true,
      reason: 'RBAC: allowed by RoleBinding "viewer/default" of ClusterRole "view" to Group "devs"',
    })
    expect(await ask('secrets')).toEqual({ allowed: false })
    await bind('lost', 'gone', { kind: 'Group', name: 'devs' })
    expect(await ask('secrets')).toEqual({
      allowed: false,
      reason: 'RBAC: clusterrole.rbac.authorization.k8s.io "gone" not found',
    })
  })

  it('lists what somebody may do', async () => {
    await allow([{ verbs: ['get'], apiGroups: [''], resources: ['pods'], resourceNames: ['a'] }])
    const path = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews'
    const { body, status } = await api.post(path, { spec: { namespace: 'default' } }, alice)
    expect(status).toBe(201)
    const { resourceRules, nonResourceRules, incomplete } = statusOf(body)
    expect(resourceRules).toContainEqual({
      verbs: ['get'],
      apiGroups: [''],
      resources: ['pods'],
      resourceNames: ['a'],
    })
    expect(resourceRules).toContainEqual({
      verbs: ['create'],
      apiGroups: ['authorization.k8s.io'],
      resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
    })
    expect(nonResourceRules).toContainEqual({
      verbs: ['get'],
      nonResourceURLs: ['/healthz', '/livez', '/readyz', '/version', '/version/'],
    })
    expect(incomplete).toBe(false)
  })
})
