import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAllYaml } from '@kubernetes/client-node'
import { Client } from '@rxkube/client'
import { Deployment, Node, Pod } from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { createWeb, startManager, withToken } from './cluster.ts'

const deploy = join(import.meta.dirname, '../deploy')
const namespaced = '/apis/rbac.authorization.k8s.io/v1/namespaces/rxkube-system'
const collections: Readonly<Record<string, string>> = {
  Namespace: '/api/v1/namespaces',
  ServiceAccount: '/api/v1/namespaces/rxkube-system/serviceaccounts',
  ClusterRole: '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  ClusterRoleBinding: '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
  Role: `${namespaced}/roles`,
  RoleBinding: `${namespaced}/rolebindings`,
  Deployment: '/apis/apps/v1/namespaces/rxkube-system/deployments',
}

/** The bodies of the manifests, by kind, in the order of the kustomization. */
function manifests(): [kind: string, body: string][] {
  const [, list = ''] = readFileSync(join(deploy, 'kustomization.yaml'), 'utf8').split('resources:')
  const files = [...list.matchAll(/- (\S+)/g)].map(([, file = '']) => file)
  return files
    .flatMap((file) => readFileSync(join(deploy, file), 'utf8').split(/^---$/m))
    .map((body) => [/^kind: (\w+)$/m.exec(body)?.[1] ?? '', body])
}

async function cluster() {
  const name = 'system:serviceaccount:rxkube-system:rxkube-controller-manager'
  const tokens = new Map([
    ['admin', { name: 'admin', groups: ['system:masters'] }],
    ['manager', { name, groups: ['system:serviceaccounts', 'system:authenticated'] }],
  ])
  const env = new TestEnv({ server: { tokens, authorize: 'rbac', nodes: 3 } })
  const transport = withToken(env.server.transport(), 'admin')
  for (const [kind, body] of manifests()) {
    const path = collections[kind] ?? kind
    const headers = { 'content-type': 'application/yaml' }
    const { status } = await transport.request({ method: 'POST', path, headers, body })
    expect(`${kind} ${status}`).toBe(`${kind} 201`)
  }
  await env.advance('3s')
  startManager(env, ['--leader-elect-resource-namespace=rxkube-system'], 'manager')
  await env.advance('3s')
  return { env, admin: new Client({ transport, clock: env.clock, random: env.random, qps: -1 }) }
}

interface Rule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
}

/** What the ClusterRoles of a manifest grant, as `apps/deployments get`. */
function grants(file: string): string[] {
  const documents = loadAllYaml(readFileSync(file, 'utf8')) as { kind: string; rules?: readonly Rule[] }[]
  const all = documents
    .filter(({ kind }) => kind === 'ClusterRole')
    .flatMap(({ rules = [] }) => rules)
    .flatMap(({ apiGroups, resources, verbs }) =>
      apiGroups.flatMap((group) =>
        resources.flatMap((resource) => verbs.map((verb) => `${group}/${resource} ${verb}`)),
      ),
    )
  return [...new Set(all)].toSorted()
}

describe('the manifests', () => {
  it('grant what those of the single controllers grant, and nothing more', () => {
    const apps = join(import.meta.dirname, '../..')
    const single = ['deployment', 'endpoints', 'node-lifecycle', 'replicaset', 'taint'].flatMap((name) =>
      grants(join(apps, `${name}-controller`, 'deploy/rbac.yaml')),
    )
    expect(grants(join(deploy, 'rbac.yaml'))).toEqual([...new Set(single)].toSorted())
  })

  it('let all controllers do all of their work', async () => {
    const { env, admin } = await cluster()
    await using _ = env
    await createWeb(admin, 3)
    await env.advance('10s')
    const web = { name: 'web', namespace: 'default' }
    const image = { spec: { template: { spec: { containers: [{ name: 'web', image: 'web:2' }] } } } }
    await admin.patch(Deployment, web, image, { type: 'strategic' })
    await env.advance('1m')
    await admin.patch(Node, { name: 'node-0' }, { spec: { taints: [{ key: 'mine', effect: 'NoExecute' }] } })
    env.server.nodes.get('node-1')?.stop()
    await env.advance('10m')
    await admin.delete(Deployment, web)
    await env.advance('3m')
    expect((await admin.list(Pod, { labelSelector: 'app=web' })).items.length).toBeLessThanOrEqual(3)
    const refused = env.audit.filter(({ status }) => status === 401 || status === 403)
    expect(refused.map(({ method, path }) => `${method} ${path}`)).toEqual([])
    env.verify()
  })
})
