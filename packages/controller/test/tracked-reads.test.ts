import { ConfigMap, Secret } from '@rxkube/client'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const secret = (name: string, metadata: object = {}) => ({
  metadata: { name, namespace: 'default', ...metadata },
})

describe('tracked reads', () => {
  it('wake a request when an object changes that its last run has read, and not any more once it reads others', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('referring', ConfigMap)
        .reads(Secret)
        .options({ trackedReads: true })
        .reconcile(({ name }, { object, lister, causes }) => {
          const wanted = object?.data?.['secret']
          if (wanted === undefined) return
          const found = lister(Secret).getByKey(`default/${wanted}`)
          const why = causes.find(({ type }) => type === 'dependency')
          seen.push(`${name} ${wanted} ${found ? 'there' : 'missing'}${why ? ` by ${why.object ?? ''}` : ''}`)
        })
    })
    await world.client.create(ConfigMap, configMap('a', { secret: 's1' }))
    await world.advance('1s')
    await world.client.create(Secret, secret('s1'))
    await world.client.create(Secret, secret('s2'))
    await world.advance('1s')
    await world.client.patch(ConfigMap, { name: 'a', namespace: 'default' }, { data: { secret: 's2' } })
    await world.advance('1s')
    await world.client.delete(Secret, { name: 's1', namespace: 'default' })
    await world.advance('1s')
    await world.client.delete(Secret, { name: 's2', namespace: 'default' })
    await world.advance('1s')
    expect(seen).toEqual([
      'a s1 missing',
      'a s1 there by default/s1',
      'a s2 there',
      'a s2 missing by default/s2',
    ])
  })

  it('know lists by namespace and selector, and indices by value', async () => {
    const woken: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('listing')
        .watches(ConfigMap, ({ metadata }) => [{ namespace: 'default', name: metadata.name ?? '' }])
        .reads(Secret, { indexers: { tier: ({ metadata }) => [metadata.labels?.['tier'] ?? ''] } })
        .options({ trackedReads: true })
        .reconcile(({ name }, { lister, causes }) => {
          if (name === 'by-list') lister(Secret).namespace('default').list('app=web')
          else if (name === 'by-index') lister(Secret).byIndex('tier', 'front')
          else return
          for (const { type, object = '' } of causes)
            if (type === 'dependency') woken.push(`${name} ${object}`)
        })
    })
    await world.client.create(ConfigMap, configMap('by-list'))
    await world.client.create(ConfigMap, configMap('by-index'))
    await world.advance('1s')
    await world.client.create(Secret, secret('plain'))
    await world.client.create(Secret, secret('web', { labels: { app: 'web' } }))
    await world.client.create(Secret, secret('front', { labels: { tier: 'front' } }))
    await world.advance('1s')
    await world.client.patch(Secret, secret('web').metadata, { metadata: { labels: { app: null } } })
    await world.advance('1s')
    expect(woken).toEqual(['by-list default/web', 'by-index default/front', 'by-list default/web'])
  })

  it('are kept beside those of the last run when a run fails half-way', async () => {
    let broken = false
    let runs = 0
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('failing', ConfigMap)
        .reads(Secret)
        .options({ trackedReads: true })
        .reconcile(({ name }, { lister, causes }) => {
          if (name !== 'a') return
          if (causes.some(({ type, object }) => type === 'dependency' && object === 'default/late')) runs += 1
          if (broken) throw new Error('before it has read')
          lister(Secret).getByKey('default/late')
        })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    broken = true
    await world.client.patch(ConfigMap, { name: 'a', namespace: 'default' }, { data: { x: '1' } })
    await world.advance(1)
    await world.client.create(Secret, secret('late'))
    await world.advance(1)
    expect(runs).toBe(1)
  })

  it('hear of what a relist brings after the history has expired', async () => {
    let runs = 0
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('reading', ConfigMap)
        .reads(Secret)
        .options({ trackedReads: true })
        .reconcile(({ name }, { lister, causes }) => {
          if (name !== 'a') return
          if (causes.some(({ type, object }) => type === 'dependency' && object === 'default/s')) runs += 1
          lister(Secret).getByKey('default/s')
        })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    const down = world.env.faults.refuseConnections('controller')
    world.env.faults.endWatches({ view: 'controller' }, 'close')
    await world.client.create(Secret, secret('s'))
    world.env.faults.expireHistory()
    down.remove()
    await world.advance('2m')
    expect(runs).toBe(1)
  })
})

describe('a cache that a request asks for', () => {
  it('is started, shared, and stopped some time after the last run that asked for it', async () => {
    const found: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('asking', ConfigMap)
        .options({ trackedReads: true })
        .reconcile(async ({ name }, { object, informer }) => {
          if (object?.data?.['ask'] !== 'true') return
          const secrets = await informer(Secret)
          found.push(`${name} ${secrets.getByKey('default/s') ? 'there' : 'missing'}`)
        })
    })
    const watched = () =>
      world.manager.informers.informers.map(({ resource, held }) => `${resource.resource} ${held}`)
    await world.client.create(ConfigMap, configMap('a', { ask: 'true' }))
    await world.client.create(ConfigMap, configMap('b', { ask: 'true' }))
    await world.advance('1s')
    await world.client.create(Secret, secret('s'))
    await world.advance('1s')
    expect(found.toSorted()).toEqual(['a missing', 'a there', 'b missing', 'b there'])
    expect(watched()).toEqual(['configmaps 1', 'secrets 1'])
    for (const name of ['a', 'b']) {
      // oxlint-disable-next-line no-await-in-loop -- in order
      await world.client.patch(ConfigMap, { name, namespace: 'default' }, { data: { ask: 'false' } })
    }
    await world.advance('1s')
    expect(watched()).toEqual(['configmaps 1', 'secrets 0'])
    await world.advance('31s')
    expect(watched()).toEqual(['configmaps 1'])
    await world.client.patch(ConfigMap, { name: 'a', namespace: 'default' }, { data: { ask: 'true' } })
    await world.advance('1s')
    expect(found.at(-1)).toBe('a there')
  })
})
