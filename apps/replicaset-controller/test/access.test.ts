import { Pod, ReplicaSet } from '@rxkube/meta'
import { expect, it } from 'vitest'
import { pod, replicaSet } from './support/objects.ts'
import { allowed, done } from './support/access.ts'
import { World } from './support/world.ts'

// Asked of the server without a request of its own: events (the tests listen to them), and blockOwnerDeletion.
const unseen = new Set(['/events create', '/events patch', 'apps/replicasets/finalizers update'])

it('deploy/rbac.yaml allows what the controller does, and nothing else', async () => {
  await using world = new World()
  const { spec } = replicaSet('web', 2)
  await world.client.create(Pod, {
    metadata: { name: 'orphan', namespace: 'default', labels: { app: 'web' } },
    spec: pod('x').spec,
  })
  await world.client.create(ReplicaSet, { metadata: { name: 'web', namespace: 'default' }, spec })
  await world.env.advance('1s')
  await world.scale('web', 0)
  await world.env.advance('1s')
  // A write of which nobody knows whether it was done has pods listed.
  world.env.faults.drop({ verb: 'create', resource: 'pods', count: 1 }, 'after')
  await world.scale('web', 1)
  await world.env.advance('2m')
  // A server that knows no watches with initial events has everything listed.
  world.env.faults.respond({ verb: 'watch', view: 'controller', count: 2 }, 422)
  world.start()
  await world.env.advance('1m')
  expect(done(world.env, 'controller')).toEqual(new Set([...allowed()].filter((each) => !unseen.has(each))))
})
