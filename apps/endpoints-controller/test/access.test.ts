import { describe, expect, it } from 'vitest'

import { allowed, done } from './support/access.ts'
import { Cluster } from './support/cluster.ts'
import { story } from './support/scenario.ts'

// What a server may look at besides the request itself: owners that block, and addresses that pods do not have.
const onTheSide = new Set([
  '/endpoints/restricted create',
  'discovery.k8s.io/endpointslices/restricted create',
  '/services/finalizers update',
  // Repeated events are patched.
  '/events patch',
])

describe('deploy/rbac.yaml', () => {
  it('allows what the controllers do, and nothing more', async () => {
    await using cluster = await Cluster.started({ maxEndpointsPerSlice: 1, realEvents: true })
    for (const step of story) await step(cluster)
    await cluster.pod(9, { node: 'gone' })
    await cluster.deletePod(0)
    await cluster.deletePod(1)
    // A server that knows no watches with initial events has everything listed.
    cluster.env.faults.respond({ verb: 'watch', view: 'controllers', count: 5 }, 422)
    await cluster.start()
    await cluster.env.advance('1m')
    expect(done(cluster.env, 'controllers').difference(onTheSide)).toEqual(allowed().difference(onTheSide))
  })
})
