import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, ConfigMap, Deployment, Event, Namespace, type Transport } from '@rxkube/client'
import {
  ClusterRole,
  ClusterRoleBinding,
  CustomResourceDefinition,
  Role,
  RoleBinding,
  ServiceAccount,
  type KubernetesObject,
  type Resource,
} from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { loadAll } from 'js-yaml'
import { websiteManager } from '../src/website-manager.ts'
import { Website } from '../src/website.ts'

const tokens = new Map([
  ['admin', { name: 'admin', groups: ['system:masters'] }],
  [
    'controller',
    {
      name: 'system:serviceaccount:website-system:website-controller',
      groups: ['system:serviceaccounts', 'system:authenticated'],
    },
  ],
])
const kinds: readonly Resource[] = [
  Namespace,
  ServiceAccount,
  CustomResourceDefinition,
  ClusterRole,
  ClusterRoleBinding,
  Role,
  RoleBinding,
  Deployment,
]

/** The objects in a file of `deploy/`. */
export function manifest(file: string): readonly KubernetesObject[] {
  const text = readFileSync(join(import.meta.dirname, '../deploy', file), 'utf8')
  return loadAll(text) as KubernetesObject[]
}

/** A cluster in virtual time with these objects on it. Nobody may do more than RBAC allows, unless all may do everything. */
export async function clusterWith(
  objects: readonly KubernetesObject[],
  { rbac }: { readonly rbac: boolean },
): Promise<{ readonly env: TestEnv; readonly admin: Client }> {
  const env = new TestEnv({ server: { tokens, ...(rbac && { authorize: 'rbac' }) } })
  const { clock, random } = env
  const admin = new Client({ transport: withToken(env.server.transport(), 'admin'), clock, random, qps: -1 })
  for (const object of objects) await admin.create(resourceOf(object), object)
  await admin.create(Namespace, { metadata: { name: 'shop' } })
  await env.advance('5s')
  return { env, admin }
}

const shop = { namespace: 'shop', name: 'shop' }

/** Has two pods of the program, as its ServiceAccount, do everything that they ever do; says what did not come of it. */
export async function publish(env: TestEnv, admin: Client): Promise<readonly string[]> {
  const [first] = ['pod-0', 'pod-1'].map((pod) =>
    env.start(pod, async ({ transport, clock, random, signal }) => {
      const own = withToken(transport, 'controller')
      const client = new Client({ transport: own, clock, random, fieldManager: 'website-controller' })
      const manager = websiteManager({ client, namespace: 'website-system' })
      // Some tests take rights away: what is refused is told here, and seen in what is not done.
      manager.error$.subscribe()
      manager.outcomes$.subscribe()
      await manager.start({ signal })
    }),
  )
  await env.advance('20s')
  await admin.create(Website, Website.of({ metadata: shop, spec: { html: '<h1>Shop</h1>' } }))
  await env.advance('20s')
  // The pod that leads ends, and the other one takes over.
  const stopped = first?.stop()
  await env.advance('20s')
  await stopped
  for (const html of ['<h1>Sale</h1>', '<h1>Last days</h1>']) {
    await admin.patch(Website, shop, { spec: { html, replicas: 2 } })
    await env.advance('20s')
  }
  const configMaps = await admin.list(ConfigMap, { namespace: 'shop' })
  const deployments = await admin.list(Deployment, { namespace: 'shop' })
  const events = await admin.list(Event, { namespace: 'shop' })
  const { status } = await admin.get(Website, shop)
  const made = {
    page: configMaps.items.some(({ data }) => data?.['index.html'] === '<h1>Last days</h1>'),
    pods: deployments.items.some(({ spec }) => spec.replicas === 2),
    status: status?.observedGeneration === 3,
    events: events.items.reduce((sum, { count = 0 }) => sum + count, 0) === 3,
  }
  return Object.entries(made).flatMap(([what, isMade]) => (isMade ? [] : [what]))
}

function resourceOf({ kind }: KubernetesObject): Resource {
  const found = kinds.find((each) => each.kind === kind)
  if (!found) throw new Error(`no manifest of kind ${kind} is expected here`)
  return found
}

function withToken(transport: Transport, token: string): Transport {
  return {
    request: (request) =>
      transport.request({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }),
    close: () => transport.close(),
    [Symbol.asyncDispose]: () => transport.close(),
  }
}
