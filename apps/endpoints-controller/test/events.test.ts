import { Event } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

import { Cluster } from './support/cluster.ts'

describe('events', () => {
  it('S-8 are recorded on the server, in the name of the component that upstream has', async () => {
    await using cluster = await Cluster.started({ realEvents: true })
    await cluster.pod(0, { node: 'gone' })
    using refused = cluster.env.faults.respond({ verb: 'create', resource: 'endpoints', count: 1 }, 500)
    await cluster.service()
    await cluster.env.advance('10s')
    const { items } = await cluster.env.client.list(Event, { namespace: 'default' })
    const found = items.map(({ source, type, reason, involvedObject }) =>
      [source?.component, type, reason, involvedObject.kind, involvedObject.name].join(' '),
    )
    expect(refused.strikes).toBe(1)
    expect(new Set(found)).toEqual(
      new Set([
        'endpoint-controller Warning FailedToCreateEndpoint Endpoints foo',
        'endpoint-slice-controller Warning FailedToUpdateEndpointSlices Service foo',
      ]),
    )
  })
})
