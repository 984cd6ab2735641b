import { isForbidden, isNotFound, type Client } from '@rxkube/client'
import { ConfigMap, Deployment, Lease, Node, Pod } from '@rxkube/meta'

const pod = {
  metadata: { name: 'web', namespace: 'shop' },
  spec: { containers: [{ name: 'main', image: 'nginx' }] },
}
const lease = { name: 'leader', namespace: 'system' }

/** What a controller does in its life, step by step: reads, watches, writes, in namespaces and in the cluster. */
const steps: readonly (readonly [step: string, run: (client: Client) => Promise<unknown>])[] = [
  ['list nodes', (client) => client.list(Node)],
  ['watch configmaps everywhere', (client) => watched(client)],
  ['watch one lease', (client) => watched(client, lease.name)],
  ['read configmaps of one namespace', (client) => client.list(ConfigMap, { namespace: 'shop' })],
  ['create a lease', (client) => client.create(Lease, { metadata: lease, spec: {} })],
  ['read the lease', (client) => client.get(Lease, lease)],
  ['renew the lease', (client) => client.patch(Lease, lease, { spec: { holderIdentity: 'me' } })],
  ['create a pod', (client) => client.create(Pod, pod)],
  [
    'tell the status of a pod',
    (client) => client.patchStatus(Pod, pod.metadata, { status: { phase: 'Running' } }),
  ],
  ['evict a pod', (client) => client.evict({ ...pod.metadata, name: 'other' })],
  ['delete a pod', (client) => client.delete(Pod, pod.metadata, { gracePeriodSeconds: 0 })],
  ['delete all pods', (client) => client.deleteCollection(Pod, { namespace: 'shop' })],
  [
    'look for a deployment that is not there',
    (client) => client.get(Deployment, { name: 'none', namespace: 'shop' }),
  ],
  ['read metrics', (client) => client.request({ path: '/metrics' })],
  ['discover', (client) => client.request({ path: '/apis/apps/v1' })],
]

async function watched(client: Client, name?: string): Promise<void> {
  const stream =
    name === undefined
      ? await client.watch(ConfigMap)
      : await client.watch(Lease, { namespace: lease.namespace, fieldSelector: `metadata.name=${name}` })
  stream.stop()
}

/** Does all of it and tells which steps were forbidden; that something is not there is nobody's fault. */
export async function forbiddenSteps(client: Client): Promise<readonly string[]> {
  const forbidden: string[] = []
  for (const [step, run] of steps) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one step needs the one before
      await run(client)
    } catch (error) {
      if (isForbidden(error)) forbidden.push(step)
      else if (!isNotFound(error)) throw error
    }
  }
  return forbidden
}
