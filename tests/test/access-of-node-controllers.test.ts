import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, type Transport } from '@rxkube/client'
import { Manager } from '@rxkube/controller'
import { findCondition, Node, Pod } from '@rxkube/meta'
import { setup as setupNodeLifecycle } from '@rxkube/node-lifecycle-controller'
import { setup as setupTaints } from '@rxkube/taint-controller'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

const apps = join(import.meta.dirname, '../../apps')

const setups = { 'taint-controller': setupTaints, 'node-lifecycle-controller': setupNodeLifecycle }
type App = keyof typeof setups
const names = Object.keys(setups) as App[]

/** A transport whose requests carry a token. */
function withToken(transport: Transport, token: string): Transport {
  return {
    request: (request) =>
      transport.request({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }),
    close: () => transport.close(),
    [Symbol.asyncDispose]: () => transport.close(),
  }
}

const collections: Readonly<Record<string, string>> = {
  ServiceAccount: '/api/v1/namespaces/kube-system/serviceaccounts',
  ClusterRole: '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  ClusterRoleBinding: '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
  Role: '/apis/rbac.authorization.k8s.io/v1/namespaces/kube-system/roles',
  RoleBinding: '/apis/rbac.authorization.k8s.io/v1/namespaces/kube-system/rolebindings',
}

/** A cluster in which nobody may do more than its role says, and an app on it under the account of its manifest. */
async function cluster(
  app: App,
  manifest: string,
): Promise<{ env: TestEnv; admin: Client; statuses: () => Set<unknown> }> {
  const account = {
    name: `system:serviceaccount:kube-system:${app}`,
    groups: ['system:serviceaccounts', 'system:authenticated'],
  }
  const tokens = new Map([
    ['admin', { name: 'admin', groups: ['system:masters'] }],
    ['app', account],
  ])
  const env = new TestEnv({ server: { tokens, authorize: 'rbac', nodes: 3 } })
  const transport = withToken(env.server.transport(), 'admin')
  for (const body of manifest.split(/^---$/m)) {
    const kind = /^kind: (\w+)$/m.exec(body)?.[1] ?? ''
    const { status } = await transport.request({
      method: 'POST',
      path: collections[kind] ?? kind,
      headers: { 'content-type': 'application/yaml' },
      body,
    })
    expect(status).toBe(201)
  }
  await env.advance('3s')
  env.start('app', ({ transport: own, clock, random, signal }) => {
    const client = new Client({ transport: withToken(own, 'app'), clock, random, qps: -1 })
    const lease = { leaseName: app, leaseNamespace: 'kube-system' }
    const manager = new Manager({ client, leaderElection: lease })
    setups[app](manager)
    return manager.start({ signal })
  })
  await env.advance('5s')
  const admin = new Client({ transport, clock: env.clock, random: env.random, qps: -1 })
  return { env, admin, statuses: () => new Set(env.audit.map(({ status }) => status)) }
}

async function pod(admin: Client, env: TestEnv): Promise<void> {
  const spec = { nodeName: 'node-0', containers: [{ name: 'c', image: 'i' }] }
  await admin.create(Pod, { metadata: { name: 'p', namespace: 'default' }, spec })
  await env.advance('5s')
}

const manifestOf = (app: App): string => readFileSync(join(apps, app, 'deploy/rbac.yaml'), 'utf8')
const refused = (statuses: Set<unknown>): unknown[] =>
  [...statuses].filter((status) => status === 401 || status === 403)

describe('the role', () => {
  it('of taint-controller lets it work', async () => {
    const { env, admin, statuses } = await cluster('taint-controller', manifestOf('taint-controller'))
    await using _ = env
    await pod(admin, env)
    await admin.patch(Node, { name: 'node-0' }, { spec: { taints: [{ key: 'mine', effect: 'NoExecute' }] } })
    await env.advance('1m')
    expect((await admin.list(Pod, { namespace: 'default' })).items).toEqual([])
    expect(refused(statuses())).toEqual([])
    env.verify()
  })

  it('of node-lifecycle-controller lets it work', async () => {
    const { env, admin, statuses } = await cluster(
      'node-lifecycle-controller',
      manifestOf('node-lifecycle-controller'),
    )
    await using _ = env
    await pod(admin, env)
    await admin.patch(
      Node,
      { name: 'node-1' },
      { metadata: { labels: { 'beta.kubernetes.io/os': 'plan9' } } },
    )
    env.server.nodes.get('node-0')?.stop()
    await env.advance('90s')
    const { status } = await admin.get(Pod, { namespace: 'default', name: 'p' })
    expect(findCondition(status?.conditions, 'Ready')?.status).toBe('False')
    expect((await admin.get(Node, { name: 'node-0' })).spec?.taints).toHaveLength(2)
    expect((await admin.get(Node, { name: 'node-1' })).metadata.labels?.['beta.kubernetes.io/os']).toBe(
      'linux',
    )
    expect(refused(statuses())).toEqual([])
    env.verify()
  })

  it.each(names)('of %s is needed', async (app) => {
    const { env, statuses } = await cluster(
      app,
      manifestOf(app).replace('resources: [nodes]', 'resources: [secrets]'),
    )
    await using _ = env
    expect(statuses().has(403)).toBe(true)
  })
})
