import { ReplicaSet } from '@rxkube/meta'
import { expect, it } from 'vitest'
import { allowed, done } from './support/access.ts'
import { replicaSet } from './support/objects.ts'
import { World } from './support/world.ts'

// Asked of the server without a request of its own: events (the tests listen to them), and blockOwnerDeletion.
const unseen = new Set(['/events create', '/events patch', 'apps/deployments/finalizers update'])

it('deploy/rbac.yaml allows what the controller does, and nothing else', async () => {
  await using world = new World()
  await world.client.create(ReplicaSet, {
    metadata: { name: 'orphan', namespace: 'default', labels: { app: 'web' } },
    spec: replicaSet('orphan', 1, { image: 'web:0' }).spec,
  })
  await world.create({ replicas: 1, spec: { revisionHistoryLimit: 1 } })
  await world.rollOut(5)
  for (const image of ['web:2', 'web:3']) {
    await world.setImage(image)
    await world.rollOut(10)
  }
  await world.patch({ metadata: { annotations: { 'deprecated.deployment.rollback.to': '0' } } })
  await world.rollOut(10)
  // A server that knows no watches with initial events has everything listed.
  world.env.faults.respond({ verb: 'watch', view: 'deployments', count: 3 }, 422)
  world.start()
  await world.env.advance('1m')
  expect(done(world.env, 'deployments')).toEqual(new Set([...allowed()].filter((each) => !unseen.has(each))))
})
