import { ConfigMap } from '@rxkube/client'
import { Manager, type ReadYourWrites } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'

/** Three children are wanted; those that are missing in the cache are made. How many are made, if the cache is late? */
async function childrenMade(readYourWrites: ReadYourWrites): Promise<number> {
  await using env = new TestEnv({ server: { controllers: [] } })
  env.faults.lag({ view: 'controller' }, '500ms')
  env.start('controller', async ({ client, signal }) => {
    const manager = new Manager({ client, recorder: false, cache: { namespace: 'default' } })
    manager
      .controller('three-children')
      .watches(ConfigMap, () => [{ namespace: 'default', name: 'parent' }])
      .options({ readYourWrites })
      .reconcile(async (_request, context) => {
        const children = context.lister(ConfigMap).list('child')
        for (let there = children.length; there < 3; there += 1) {
          const metadata = { generateName: 'child-', namespace: 'default', labels: { child: 'true' } }
          await context.client.create(ConfigMap, { metadata })
        }
      })
    await manager.start({ signal })
  })
  await env.advance('5s')
  await env.client.create(ConfigMap, { metadata: { name: 'parent', namespace: 'default' } })
  await env.advance('200ms')
  // Something changes while the cache does not show the first three yet.
  const parent = { name: 'parent', namespace: 'default' }
  await env.client.patch(ConfigMap, parent, { metadata: { labels: { team: 'a' } } })
  await env.advance('1m')
  const { items } = await env.client.list(ConfigMap, { labelSelector: 'child' })
  return items.length
}

for (const mode of ['off', 'wait', 'overlay', 'requeue'] as const) console.log(mode, await childrenMade(mode))
