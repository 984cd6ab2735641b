import { createHash } from 'node:crypto'
import { ConfigMap, type Client } from '@rxkube/client'
import { Manager } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'

const shards = 2
const label = 'example.com/shard'
const shardOf = (name: string): string =>
  String(createHash('sha256').update(name).digest().readUInt32BE() % shards)

/** One process of each shard works on what has its label: it caches nothing else. */
function worker(client: Client, shard: string): Manager {
  const manager = new Manager({
    client,
    recorder: false,
    cache: {
      tweakListOptions: (options) => ({ ...options, labelSelector: `${label}=${shard}` }),
    },
    leaderElection: { leaseName: `worker-${shard}`, leaseNamespace: 'default' },
  })
  manager.controller(`worker-${shard}`, ConfigMap).reconcile((request, { object }) => {
    if (object) console.log(`shard ${shard} works on ${request.name}`)
  })
  return manager
}

/** Gives each object its label. It alone sees all of them, and only their metadata. */
function assigner(client: Client): Manager {
  const manager = new Manager({
    client,
    recorder: false,
    leaderElection: { leaseName: 'assigner', leaseNamespace: 'default' },
  })
  manager
    .controller('assigner')
    .watches(ConfigMap, ({ metadata: { namespace = '', name = '' } }) => [{ namespace, name }], {
      projection: 'metadata',
    })
    .reconcile(async (request, context) => {
      const object = context.lister(ConfigMap, 'metadata').getByKey(`${request.namespace}/${request.name}`)
      const shard = shardOf(request.name)
      if (!object || !request.name.startsWith('fruit-') || object.metadata.labels?.[label] === shard) return
      await context.client.patch(ConfigMap, request, { metadata: { labels: { [label]: shard } } })
    })
  return manager
}

await using env = new TestEnv()
env.start('assigner', ({ client, signal }) => assigner(client).start({ signal }))
for (const shard of ['0', '1']) {
  env.start(`worker-${shard}`, ({ client, signal }) => worker(client, shard).start({ signal }))
}
await env.advance('5s')
for (const name of ['fruit-apple', 'fruit-fig', 'fruit-kiwi', 'fruit-lime']) {
  await env.client.create(ConfigMap, { metadata: { namespace: 'default', name } })
  await env.advance('1s')
}
