import type { Api } from '../support/api.ts'
import { systemClock } from '@rxkube/clock'
import type { Exchange } from './normal-form.ts'
import { recorded } from './recorded.ts'
import {
  budget,
  configMap,
  deployment,
  deployments,
  node,
  pod,
  pods,
  replicaSet,
  replicaSets,
  web,
} from './objects.ts'
import type { Scene } from './scene.ts'

/** What is deleted stays until a test takes it away: no controllers. */
const bare = { controllers: [] } as const
const options = { gracePeriodSeconds: 0 }
const webs = ['web-7c45957897-5n4jt', 'web-7c45957897-h6f7z', 'web-7c45957897-tqpkz']
const watches = ({ path }: Exchange) => path.includes('watch=true')

/** The kubelet: once `sees` says so it ends pods, with what is left of their grace. */
const kubelet =
  (sees: (exchange: Exchange) => boolean, ...names: readonly string[]) =>
  (api: Api) =>
  async (exchange: Exchange): Promise<void> => {
    if (!sees(exchange)) return
    for (const name of names) await api.delete(`${pods}/${name}`, options)
  }

/** The garbage collector: once kubectl watches, the finalizer of an object is done. */
const collector = (path: string) => (api: Api) => (exchange: Exchange) =>
  watches(exchange) ? api.merge(path, { metadata: { finalizers: null } }) : undefined

const evicted = 'web-6c54dff4c7-f77xq'
const taken = 'web-6c54dff4c7-9lhx2'
const kept = 'web-6c54dff4c7-9rvtv'
/** What a cluster held when commands for nodes, and those that delete, were recorded. */
export const deletes: Readonly<Record<string, Scene>> = {
  '60-taint': { objects: [node('node-a')] },
  '61-untaint': { objects: [tainted()] },
  '62-cordon': { objects: [node('node-a')] },
  '63-uncordon': { objects: [node('node-a', true)] },
  '64-drain': {
    server: bare,
    verbose: true,
    objects: [node('node-b'), pod(evicted, 'node-b')],
    meddle: kubelet(({ method, path }) => method === 'GET' && path === `${pods}/${evicted}`, evicted),
  },
  '65-uncordon': { objects: [node('node-a', true)] },
  '66-delete-pod': {
    server: bare,
    objects: webs.map((name) => pod(name, 'node-a')),
    meddle: kubelet(watches, ...webs),
  },
  '67-delete-nowait': {},
  '68-delete-force': { objects: [pod('p2', 'node-a')] },
  '69-delete-fg': { server: bare, objects: [deployment('x1')], meddle: collector(`${deployments}/x1`) },
  '70-delete-orphan': { server: bare, objects: [deployment('x2')], meddle: collector(`${deployments}/x2`) },
  '71-delete-bg': {
    objects: [
      {
        at: replicaSets,
        object: {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          metadata: { name: 'x2-785b4684c6', labels: { app: 'x2' } },
          spec: {
            selector: { matchLabels: { app: 'x2' } },
            template: {
              metadata: { labels: { app: 'x2' } },
              spec: { containers: [{ name: 'nginx', image: 'nginx:1' }] },
            },
          },
        },
      },
    ],
  },
  '72-delete-all': {
    objects: ['cm1', 'kube-root-ca.crt', 'openshift-service-ca.crt'].map((name) => configMap(name)),
    // The publisher of root certificates writes its map again.
    meddle:
      (api) =>
      ({ method, path }) => {
        if (method !== 'DELETE' || !path.endsWith('/kube-root-ca.crt')) return undefined
        return api.post('/api/v1/namespaces/default/configmaps', { metadata: { name: 'kube-root-ca.crt' } })
      },
  },
  '73-delete-ns': {
    server: bare,
    objects: [
      { at: '/api/v1/namespaces', object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'n1' } } },
    ],
    meddle: (api) => (exchange) => {
      if (!watches(exchange)) return undefined
      const metadata = { name: 'n1' }
      return api.put('/api/v1/namespaces/n1/finalize', { metadata, spec: { finalizers: [] } })
    },
  },
  '74-delete-ignore': {},
  'd3-delete-ns-content': {
    objects: [
      ...['web-6c54dff4c7-pzhqc', 'web-6c54dff4c7-xkv8g', 'web-7fb64c7b7c-76tst', 'web-7fb64c7b7c-zxxgb'].map(
        (name) => pod(name, 'node-a'),
      ),
      pod('jj-996sk', 'node-a'),
      web('nginx:1.25'),
      {
        at: '/api/v1/namespaces/default/services',
        object: {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 'kubernetes' },
          spec: { ports: [{ port: 443 }] },
        },
      },
    ],
  },
  '64b-drain-pdb': {
    server: bare,
    objects: [
      node('node-a'),
      web('nginx:1.25'),
      replicaSet('nginx:1.25', 2, '1'),
      ...[taken, kept].map((name) => owned(name)),
      budget(),
    ],
    meddle: kubelet(({ method, path }) => method === 'GET' && path === `${pods}/${taken}`, taken),
    // The pod that was evicted is the one that was asked for first.
    before: inTurn,
    unordered: true,
    verbose: true,
    instead: {
      why: 'kubectl evicts at once: the recording has the answers of one eviction with the requests of another',
      requests: drained(),
    },
  },
}

function tainted() {
  const { object, ...rest } = node('node-a')
  const spec = { taints: [{ key: 'k', value: 'v', effect: 'NoExecute' }] }
  return { ...rest, object: { ...object, spec } }
}

function owned(name: string) {
  return pod(name, 'node-a', { owner: 'web-6c54dff4c7' })
}

/** Holds an eviction back until the other one was answered. */
async function inTurn(path: string, answered: readonly Exchange[]): Promise<void> {
  if (path !== `${pods}/${kept}/eviction`) return
  while (!answered.some((each) => each.path === `${pods}/${taken}/eviction`)) await systemClock.yield()
}

function drained(): readonly Exchange[] {
  const { requests = [] } = recorded.get('64b-drain-pdb') ?? {}
  const isEviction = ({ path }: Exchange) => path.endsWith('/eviction')
  const isPoll = ({ path }: Exchange) => path === `${pods}/${taken}`
  const others = requests.filter((request) => !isEviction(request) && !isPoll(request))
  const found = requests.find((request) => isPoll(request))
  const asked = requests.find((request) => isEviction(request))
  if (found === undefined || asked === undefined) return []
  const refused = { ...asked, path: `${pods}/${kept}/eviction`, status: 429 }
  const polls = [200, 404].map((status) => Object.assign({}, found, { status }))
  return [...others, ...polls, { ...asked, status: 201 }, refused, refused]
}
