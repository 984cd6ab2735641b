import { ApiServer } from '@rxkube/api-server'
import { ApiError, Client, ConfigMap } from '@rxkube/client'
import {
  defineCustomResource,
  InvalidCustomResourceError,
  installCustomResources,
  Manager,
  type CustomResourceOf,
} from '@rxkube/controller'
import { deepEqual, newControllerRef } from '@rxkube/meta'
import { watchObject } from '@rxkube/reflector'
import { filter, firstValueFrom } from 'rxjs'
import { z } from 'zod'

// One definition: the manifest, the types, and a resource like Pod.
const Website = defineCustomResource({
  group: 'example.com',
  kind: 'Website',
  shortNames: ['web'],
  scope: 'Namespaced',
  versions: [
    {
      name: 'v1',
      spec: z
        .object({
          host: z.hostname().describe('Where it is found.'),
          replicas: z.int32().min(1).default(1),
          tier: z.enum(['free', 'paid']).default('free'),
        })
        .meta({
          'x-kubernetes-validations': [
            { rule: "self.tier == 'paid' || self.replicas == 1", message: 'pay for more' },
          ],
        }),
      status: z.object({ url: z.string(), replicas: z.int() }),
      printerColumns: [{ name: 'URL', type: 'string', jsonPath: '.status.url' }],
      scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' },
    },
  ],
})
type Website = CustomResourceOf<typeof Website>

await using server = new ApiServer()
await using client = new Client({ transport: server.transport() })

// A program that starts brings its definitions with it.
const [crd] = await installCustomResources(client, [Website], {
  fieldManager: 'website-controller',
  timeout: '1m',
})
console.log('installed', crd?.metadata.name, crd?.status?.storedVersions)

await using manager = new Manager({ client, name: 'website-controller', recorder: false })
manager
  .controller('websites', Website)
  .owns(ConfigMap)
  .reconcile(async ({ name, namespace }, { object: site, client: writes, signal }) => {
    if (site === undefined) return
    const { host, replicas } = site.spec
    const status: Website['status'] = { url: `https://${host}/`, replicas }
    if (deepEqual(site.status, status)) return
    const metadata = { name, namespace, ownerReferences: [newControllerRef(site, Website)] }
    await writes.apply(ConfigMap, { metadata, data: { host } }, { signal })
    await writes.patchStatus(Website, { name, namespace }, { status }, { signal })
  })
void manager.start()

// Types and defaults, here as on the server.
const shop = Website.of({
  metadata: { name: 'shop', namespace: 'default' },
  spec: { host: 'shop.example.com' },
})
console.log('made', shop.spec)
await client.create(Website, shop)
const ready = watchObject(client, Website, { name: 'shop', namespace: 'default' }).pipe(
  filter((site) => site?.status !== undefined),
)
console.log('url:', (await firstValueFrom(ready))?.status?.url)

// What the schema refuses, both refuse.
const wrong = {
  ...shop,
  metadata: { name: 'wrong', namespace: 'default' },
  spec: { ...shop.spec, replicas: 0 },
}
try {
  Website.parse(wrong)
} catch (error) {
  if (error instanceof InvalidCustomResourceError) console.log('here:', error.message)
}
for (const replicas of [0, 2]) {
  const refused = await client
    .create(Website, { ...wrong, spec: { ...wrong.spec, replicas } })
    .catch((error: unknown) => error)
  if (refused instanceof ApiError) console.log('server:', refused.code, refused.details.causes?.[0]?.message)
}
await manager.stop()
