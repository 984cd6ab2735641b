import { ConfigMap, Secret } from '@rxkube/client'
import type { Projection } from '@rxkube/controller'
import { newControllerRef } from '@rxkube/meta'
import { NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from '../support/controller-world.ts'

describe('manager.inspect()', () => {
  it('is the pipeline as a graph with counts that JSON can hold', async () => {
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('copier', ConfigMap)
          .owns(Secret)
          .reconcileOn(NEVER, 'webhooks')
          .reconcile(async ({ name, namespace }, { object, client, lister }) => {
            if (!object || lister(Secret, 'metadata').getByKey(`${namespace}/${name}`)) return
            const ownerReferences = [newControllerRef(object, ConfigMap)]
            await client.create(Secret, { metadata: { name, namespace, ownerReferences } })
          })
      },
      {
        start: '2026-01-01T00:00:00Z',
        manager: {
          name: 'demo',
          recorder: undefined,
          cache: { namespace: 'default' },
          leaderElection: { leaseName: 'demo', leaseNamespace: 'default', identity: 'one' },
        },
      },
    )
    await world.advance('1s')
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('5s')
    const inspection = world.manager.inspect()
    expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection)
    const { nodes, edges, ...manager } = inspection
    expect(manager).toEqual({ name: 'demo', phase: 'working', at: '2026-01-01T00:00:06.000Z' })
    expect(edges.map(({ from, to, type }) => `${from} ${type} ${to}`)).toEqual([
      'informer:configmaps delivers handler:configmaps:copier configmaps',
      'informer:secrets (metadata) delivers handler:secrets (metadata):copier secrets',
      'handler:configmaps:copier configmaps enqueues queue:copier',
      'handler:secrets (metadata):copier secrets enqueues queue:copier',
      'source:copier:0 enqueues queue:copier',
      'queue:copier handsOut controller:copier',
      'informer:configmaps reads controller:copier',
      'informer:secrets (metadata) reads controller:copier',
      'elector leads controller:copier',
      'controller:copier records recorder',
    ])
    expect(nodes).toEqual([
      informer('configmaps', 'full', world),
      informer('secrets', 'metadata', world),
      handler('configmaps', 'configmaps'),
      handler('secrets (metadata)', 'secrets'),
      { id: 'source:copier:0', type: 'source', name: 'webhooks' },
      { id: 'queue:copier', type: 'queue', controller: 'copier', ...queue },
      {
        id: 'controller:copier',
        type: 'controller',
        name: 'copier',
        phase: 'working',
        maxConcurrentReconciles: 1,
        active: 0,
        waitingForCaches: 0,
        loopPauses: 0,
        results: { ...noResults, success: 2 },
      },
      {
        id: 'elector',
        type: 'elector',
        name: 'default/demo',
        phase: 'leading',
        identity: 'one',
        leader: 'one',
        isLeader: true,
        leaderTransitions: 0,
      },
      { id: 'recorder', type: 'recorder', ...events, drops },
    ])
  })

  it('says what of a cache went wrong, and what a controller waits for', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('lagging', ConfigMap).reconcile(() => undefined)
    })
    world.env.faults.respond({ view: 'controller', path: /configmaps/ }, 403)
    await world.advance('5s')
    const { phase, nodes, edges } = world.manager.inspect()
    expect(phase).toBe('syncing')
    expect(nodes.find(({ type }) => type === 'controller')).toMatchObject({ phase: 'syncing' })
    expect(nodes.find(({ type }) => type === 'informer')).toMatchObject({
      phase: 'retrying',
      synced: false,
      attempts: expect.any(Number),
      lastError: 'ListFailedError: Forbidden (403)',
    })
    expect(edges.filter(({ type }) => type === 'leads' || type === 'records')).toEqual([])
  })
})

const queue = { depth: 0, processing: 0, delayed: 0, adds: 2, retries: 0 }
const events = { offered: 0, queued: 0, sent: 0, combined: 0, dropped: 0, retries: 0 }
const drops = { invalid: 0, noSink: 0, queueFull: 0, spam: 0, rejected: 0, retriesExhausted: 0, shutDown: 0 }
const noResults = {
  success: 0,
  requeue_after: 0,
  error: 0,
  terminal: 0,
  timeout: 0,
  namespace_terminating: 0,
  aborted: 0,
}

/** A cache of one object that was told of it five seconds ago. */
function informer(resource: string, projection: Projection, { manager }: ControllerWorld): object {
  const { status } = must(manager.informers.informers.find((one) => one.resource.resource === resource))
  return {
    id: projection === 'full' ? `informer:${resource}` : `informer:${resource} (metadata)`,
    type: 'informer',
    group: '',
    version: 'v1',
    resource,
    projection,
    held: 1,
    phase: 'watching',
    synced: true,
    objects: 1,
    bytes: status.bytes,
    queued: 0,
    dropped: 0,
    quarantined: 0,
    attempts: 0,
    staleness: 5000,
    resourceVersion: status.resourceVersion,
  }
}

function handler(informerName: string, resource: string): object {
  return {
    id: `handler:${informerName}:copier ${resource}`,
    type: 'handler',
    name: `copier ${resource}`,
    informer: `informer:${informerName}`,
    backlog: 0,
    dropped: 0,
    synced: true,
  }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is no such cache')
  return value
}
