import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { ConfigMap, deepCopy } from '@rxkube/meta'
import { SharedInformerFactory } from '@rxkube/shared-informer'

/** An informer end to end, in a Node whose prototypes are guarded as its arguments say; tells what a handler saw. */
const frozen = process.argv.includes('--frozen')
if (frozen) {
  for (const { prototype } of [Object, Array, Function, Map, Set, Promise]) Object.freeze(prototype)
}
const strange = ['constructor', 'then', 'tojson', 'valueof', 'hasownproperty']
const namespace = 'default'

await using server = new ApiServer()
await using client = new Client({ transport: server.transport(), qps: -1 })
const told: string[] = []
const waiting: { readonly count: number; readonly resolve: () => void }[] = []
const tell = (what: string): void => {
  told.push(what)
  for (const { count, resolve } of waiting) if (told.length >= count) resolve()
}
const toldOf = (count: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (told.length >= count) resolve()
  waiting.push({ count, resolve })
  return promise
}

await using factory = new SharedInformerFactory(client, { namespace })
const informer = factory.informerFor(ConfigMap, {
  indexers: { label: ({ metadata }) => Object.values(metadata.labels ?? {}) },
})
informer.addEventHandler({
  added: ({ metadata }) => tell(`+${metadata.name}`),
  updated: (_, { metadata, data }) =>
    tell(
      `~${metadata.name}:${Object.keys(data ?? {})
        .toSorted()
        .join()}`,
    ),
  deleted: ({ metadata }) => tell(`-${metadata.name}`),
})
// Parsed, so that they are keys and not prototypes.
const hostile = JSON.parse('{"__proto__":"a","constructor":"b","toString":"c"}') as Record<string, string>
const made = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace, labels: { app: name } },
})
await client.create(ConfigMap, made('first'))
factory.start()
await factory.waitForCacheSync({ timeout: '30s' })
for (const name of strange) await client.create(ConfigMap, made(name))
await client.update(ConfigMap, {
  ...(await client.get(ConfigMap, { name: 'first', namespace })),
  data: hostile,
})
await toldOf(strange.length + 2)
const indexed = strange.map((name) => informer.indexer.byIndex('label', name).length)
const kept = informer.indexer.getByKey(`${namespace}/first`)?.data ?? {}
for (const name of strange) await client.delete(ConfigMap, { name, namespace })
await toldOf(2 * strange.length + 2)
process.stdout.write(
  JSON.stringify({
    told: told.toSorted(),
    indexed,
    keys: Object.keys(kept).toSorted(),
    copied: Object.keys(deepCopy(hostile)).toSorted(),
    polluted: 'a' in {} || Object.keys(Object.prototype).length > 0,
  }),
)
