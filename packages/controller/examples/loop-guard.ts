import { ConfigMap } from '@rxkube/client'
import { Manager } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'

await using env = new TestEnv({ start: '2025-01-01T00:00:00Z' })
env.start(
  'controller',
  async ({ client, signal }) => {
    const manager = new Manager({ client, recorder: false })
    manager.controller('stamper', ConfigMap).reconcile(async (request, { object, client: own, clock }) => {
      if (request.name !== 'page' || !object) return
      // Wrong: the time is another one at each look, so that there is always something to write.
      await own.patch(ConfigMap, request, { data: { checkedAt: new Date(clock.now()).toISOString() } })
    })
    manager.error$.subscribe(({ name }) => console.log(name))
    await manager.start({ signal })
  },
  { latency: 20 },
)

const patches = () => env.audit.filter(({ method }) => method === 'PATCH').length
await env.client.create(ConfigMap, { metadata: { name: 'page', namespace: 'default' } })
let before = 0
for (const minute of [1, 2, 3, 10, 20]) {
  await env.advance((minute - before) * 60_000)
  before = minute
  console.log(`after ${minute} min: ${patches()} writes`)
}
