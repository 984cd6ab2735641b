import { ApiServer } from '@rxkube/api-server'
import { Client, ConfigMap } from '@rxkube/client'
import { defineCustomResource, installCustomResources, Manager, requestKey } from '@rxkube/controller'
import { newControllerRef } from '@rxkube/meta'
import { filter, firstValueFrom } from 'rxjs'
import { z } from 'zod'

const Generator = defineCustomResource({
  group: 'example.com',
  kind: 'ConfigMapGenerator',
  scope: 'Namespaced',
  versions: [{ name: 'v1', spec: z.object({ content: z.string() }) }],
})

await using server = new ApiServer() // for a cluster: Client.fromKubeConfig(await loadKubeConfig())
await using client = new Client({ transport: server.transport() })
await installCustomResources(client, [Generator])

await using manager = new Manager({ client, recorder: false })
manager
  .controller('generator', Generator)
  .owns(ConfigMap, { projection: 'full' })
  .reconcile(async (request, context) => {
    const { object } = context
    if (!object) return
    const { content } = object.spec
    if (context.lister(ConfigMap).getByKey(requestKey(request))?.data?.['content'] === content) return
    const metadata = { ...request, ownerReferences: [newControllerRef(object, Generator)] }
    await context.client.apply(ConfigMap, { metadata, data: { content } })
  })
manager.outcomes$.subscribe(({ causes, writes }) => {
  console.log('  because', causes.map(({ type, source }) => `${source} ${type}`).join(), '→ writes:', writes)
})
void manager.start()

const settled = () => firstValueFrom(manager.outcomes$.pipe(filter(({ writes }) => writes === 0)))
const greeting = { namespace: 'default', name: 'greeting' }
const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  'a generator is made': () => client.create(Generator, { metadata: greeting, spec: { content: 'hello' } }),
  'it changes': () => client.patch(Generator, greeting, { spec: { content: 'hello again' } }),
  'somebody deletes the ConfigMap': () => client.delete(ConfigMap, greeting),
}
for (const [what, step] of Object.entries(steps)) {
  console.log(what)
  const rest = settled()
  await step()
  await rest
}
console.log(`in the end: ${(await client.get(ConfigMap, greeting)).data?.['content']}`)
