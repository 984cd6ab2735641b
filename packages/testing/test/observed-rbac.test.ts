import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { Namespace, type ClusterRole, type Role } from '@rxkube/meta'
import {
  compareRbac,
  observeAccess,
  rbacManifests,
  rbacReport,
  type Access,
  type ObservedAccess,
} from '@rxkube/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { GuardedServer, serviceAccount, type Manifest } from './observed-rbac/guarded-server.ts'
import { forbiddenSteps } from './observed-rbac/program.ts'

let observed: ObservedAccess
beforeAll(async () => {
  // A run where everything is allowed shows what is needed.
  await using server = new ApiServer({ controllers: [] })
  await using client = new Client({ transport: server.transport(), qps: -1 })
  for (const name of ['shop', 'system']) await client.create(Namespace, { metadata: { name } })
  using seen = observeAccess(server)
  await forbiddenSteps(client)
  observed = seen
})

const isRole = (manifest: Manifest): manifest is ClusterRole | Role => 'rules' in manifest

async function forbiddenUnder(manifests: readonly Manifest[]): Promise<readonly string[]> {
  await using guarded = await GuardedServer.with(manifests)
  const forbidden = await forbiddenSteps(guarded.controller)
  return forbidden
}

describe('roles from what was observed', () => {
  const exact = () => rbacManifests(observed, { name: 'controller', serviceAccount, fallback: false })

  it('have a cluster role for what spans namespaces, and a role in each namespace for the rest', () => {
    const { clusterRole, roles } = rbacManifests(observed, { name: 'controller' })
    expect(clusterRole).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'controller' },
      rules: [
        { apiGroups: [''], resources: ['configmaps', 'nodes'], verbs: ['list', 'watch'] },
        { nonResourceURLs: ['/metrics'], verbs: ['get'] },
      ],
    })
    expect(roles).toEqual([
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'controller', namespace: 'shop' },
        rules: [
          { apiGroups: [''], resources: ['pods'], verbs: ['create', 'delete', 'deletecollection'] },
          { apiGroups: [''], resources: ['pods/eviction'], verbs: ['create'] },
          { apiGroups: [''], resources: ['pods/status'], verbs: ['patch'] },
          { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get'] },
        ],
      },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'controller', namespace: 'system' },
        rules: [
          {
            apiGroups: ['coordination.k8s.io'],
            resources: ['leases'],
            verbs: ['get', 'list', 'watch', 'create', 'patch'],
          },
        ],
      },
    ])
  })

  it.each([
    ['roles in namespaces', {}],
    ['one cluster role', { namespaces: 'cluster' }],
    ['named objects', { resourceNames: true }],
    ['exactly what was seen', { fallback: false }],
  ] as const)('let the program work: %s', async (_, options) => {
    const { all } = rbacManifests(observed, { name: 'controller', serviceAccount, ...options })
    expect(await forbiddenUnder(all)).toEqual([])
  })

  it('let it do nothing without their bindings', async () => {
    const { roles, clusterRole, bindings } = rbacManifests(observed, { name: 'controller' })
    expect(bindings).toEqual([])
    const forbidden = await forbiddenUnder([...(clusterRole ? [clusterRole] : []), ...roles])
    expect(forbidden).toHaveLength(14)
    expect(forbidden).not.toContain('discover')
  })

  it('are the least: without any verb of any resource of any rule, something is forbidden', async () => {
    const { all } = exact()
    const narrower = all.filter(isRole).flatMap((role) =>
      (role.rules ?? []).flatMap((rule, at) => {
        const others = (role.rules ?? []).filter((_, each) => each !== at)
        const what = rule.resources ?? rule.nonResourceURLs ?? []
        return what.flatMap((taken) =>
          rule.verbs.map((verb) => {
            const verbs = rule.verbs.filter((each) => each !== verb)
            const rest = what.filter((each) => each !== taken)
            const parts = [
              ...(rest.length === 0
                ? []
                : [{ ...rule, ...(rule.resources ? { resources: rest } : { nonResourceURLs: rest }) }]),
              ...(verbs.length === 0 ? [] : [{ ...rule, verbs }]),
            ]
            const changed = { ...role, rules: [...others, ...parts] } as Manifest
            return { without: `${verb} ${taken}`, all: all.map((each) => (each === role ? changed : each)) }
          }),
        )
      }),
    )
    expect(narrower).toHaveLength(14)
    const enough: string[] = []
    for (const { without, all: manifests } of narrower) {
      // oxlint-disable-next-line no-await-in-loop -- a server for each
      if ((await forbiddenUnder(manifests)).length === 0) enough.push(without)
    }
    expect(enough).toEqual([])
  })

  it('name objects only where single ones were touched, and when asked to', () => {
    const { roles } = rbacManifests(observed, { name: 'controller', resourceNames: true, fallback: false })
    expect(roles[1]?.rules).toEqual([
      {
        apiGroups: ['coordination.k8s.io'],
        resourceNames: ['leader'],
        resources: ['leases'],
        verbs: ['get', 'watch', 'patch'],
      },
      { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
    ])
    expect(roles[0]?.rules).toContainEqual({
      apiGroups: [''],
      resources: ['pods/eviction'],
      resourceNames: ['other'],
      verbs: ['create'],
    })
  })

  it('are empty of everything when nothing was observed', () => {
    const nothing = rbacManifests([], { name: 'controller', serviceAccount })
    expect(nothing).toEqual({ clusterRole: undefined, roles: [], bindings: [], all: [] })
  })
})

describe('comparing roles with what was observed', () => {
  it.each([{}, { namespaces: 'cluster' }, { resourceNames: true }, { fallback: false }] as const)(
    'finds nothing in roles that were made of it: %j',
    (options) => {
      const { all } = rbacManifests(observed, { name: 'controller', serviceAccount, ...options })
      const comparison = compareRbac(all, observed)
      expect(rbacReport(comparison)).toBe('')
      expect(comparison).toEqual({ missing: [], tooWide: [] })
    },
  )

  it('tells what is missing, in its namespace', () => {
    const { clusterRole, roles } = rbacManifests(observed, { name: 'controller' })
    const elsewhere = roles.map(({ rules }) => ({ metadata: { name: 'r', namespace: 'shop' }, rules }))
    const found = compareRbac([...(clusterRole ? [clusterRole] : []), ...elsewhere], observed)
    expect(rbacReport({ missing: found.missing, tooWide: [] }).split('\n')).toEqual([
      'missing: watch leases of coordination.k8s.io "leader" in system',
      'missing: create leases of coordination.k8s.io in system',
      'missing: get leases of coordination.k8s.io "leader" in system',
      'missing: patch leases of coordination.k8s.io "leader" in system',
    ])
    expect(rbacReport(compareRbac([], [{ type: 'path', verb: 'get', path: '/metrics' }]))).toBe(
      'missing: get /metrics',
    )
  })

  const access = (verb: string, resource: string, extra: object = {}): Access => ({
    type: 'resource',
    verb,
    apiGroup: '',
    resource,
    namespace: 'shop',
    name: '',
    ...extra,
  })
  const get = access('get', 'pods', { name: 'web' })

  it.each([
    ['a verb', { apiGroups: [''], resources: ['pods'], verbs: ['get', 'delete'] }, 'delete pods'],
    ['a resource', { apiGroups: [''], resources: ['pods', 'secrets'], verbs: ['get'] }, 'get secrets'],
    ['a group', { apiGroups: ['', 'apps'], resources: ['pods'], verbs: ['get'] }, 'get pods of apps'],
    ['all verbs', { apiGroups: [''], resources: ['pods'], verbs: ['*'] }, '* pods; get would do'],
    ['all resources', { apiGroups: [''], resources: ['*'], verbs: ['get'] }, '*; pods would do'],
    [
      'all groups',
      { apiGroups: ['*'], resources: ['pods'], verbs: ['get'] },
      'all API groups; the core group would do',
    ],
    [
      'a name',
      { apiGroups: [''], resources: ['pods'], resourceNames: ['web', 'old'], verbs: ['get'] },
      'the name "old"',
    ],
    ['subresources', { apiGroups: [''], resources: ['pods', '*/status'], verbs: ['get'] }, '*/status'],
    ['a path', { nonResourceURLs: ['/debug'], verbs: ['get'] }, 'get /debug'],
    ['paths', { nonResourceURLs: ['/metrics/*'], verbs: ['get'] }, 'get /metrics/*; /metrics/slis would do'],
  ])('tells of %s too much, and what would do instead', (_, rule, says) => {
    const needed = { apiGroups: [''], resources: ['pods'], verbs: ['get'] }
    const paths = [{ nonResourceURLs: ['/metrics/slis'], verbs: ['get'] }]
    const role = { metadata: { name: 'wide' }, rules: [needed, rule] }
    const observation: readonly Access[] = [get, { type: 'path', verb: 'get', path: '/metrics/slis' }]
    const { missing, tooWide } = compareRbac(
      [role, { metadata: { name: 'paths' }, rules: paths }],
      observation,
    )
    expect(missing).toEqual([])
    expect(rbacReport({ missing, tooWide })).toContain(`too wide: ClusterRole wide, rule 1: ${says}`)
  })

  it('knows a role by its namespace, and things of another namespace as not its own', () => {
    const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]
    const { missing, tooWide } = compareRbac([{ metadata: { name: 'r', namespace: 'other' }, rules }], [get])
    expect(missing).toEqual([get])
    expect(tooWide).toEqual([{ role: 'Role other/r', rule: 0, what: 'get pods', instead: [] }])
  })

  it('takes lists beside watches for granted', () => {
    const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] }]
    const roles = [{ metadata: { name: 'r' }, rules }]
    expect(compareRbac(roles, [access('watch', 'pods')])).toEqual({ missing: [], tooWide: [] })
    expect(compareRbac(roles, [access('list', 'pods')])).toEqual({ missing: [], tooWide: [] })
    expect(compareRbac(roles, [get]).tooWide).toHaveLength(2)
  })
})
