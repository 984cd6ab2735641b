import { ConfigMap, Secret } from '@rxkube/client'
import { enqueueOnIndex, requestKey } from '@rxkube/controller'
import { newControllerRef } from '@rxkube/meta'
import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const a = { name: 'a', namespace: 'default' }

describe('a controller', () => {
  it('looks at every object, again when it changes, and once more when it is gone', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('copier', ConfigMap).reconcile((request, { object }) => {
        if (request.name === 'a') seen.push(object?.data?.['x'] ?? 'gone')
      })
    })
    await world.client.create(ConfigMap, configMap('a', { x: '1' }))
    await world.advance('1s')
    await world.client.patch(ConfigMap, a, { data: { x: '2' } })
    await world.advance('1s')
    await world.client.delete(ConfigMap, a)
    await world.advance('1s')
    expect(seen).toEqual(['1', '2', 'gone'])
  })

  it('is woken for the owner of what it owns, by metadata alone, and for the owner that lost it', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('owner', ConfigMap)
        .owns(Secret)
        .reconcile((request, { causes, lister }) => {
          if (causes.some(({ source }) => source === 'secrets')) seen.push(request.name)
          expect(() => lister(Secret)).toThrow(/owner has no cache of secrets/)
          for (const secret of lister(Secret, 'metadata').list()) expect(secret).not.toHaveProperty('data')
        })
    })
    const owner = await world.client.create(ConfigMap, configMap('a'))
    const other = await world.client.create(ConfigMap, configMap('b'))
    await world.advance('1s')
    const metadata = { name: 'child', namespace: 'default' }
    await world.client.create(Secret, {
      metadata: { ...metadata, ownerReferences: [newControllerRef(owner, ConfigMap)] },
      data: { secret: 'eA==' },
    })
    await world.advance('1s')
    expect(seen).toEqual(['a'])
    await world.client.patch(Secret, metadata, {
      metadata: { ownerReferences: [newControllerRef(other, ConfigMap)] },
    })
    await world.advance('1s')
    expect(seen.toSorted()).toEqual(['a', 'a', 'b'])
    expect(world.outcomes.filter(({ error }) => error)).toEqual([])
  })

  it('is woken by what a function makes of other objects, also of what they were', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('mapped')
        .watches(Secret, (secret) => [
          { namespace: 'default', name: secret.metadata.labels?.['target'] ?? 'nobody' },
        ])
        .reconcile((request) => void seen.push(requestKey(request)))
    })
    const metadata = { name: 's', namespace: 'default' }
    await world.client.create(Secret, { metadata: { ...metadata, labels: { target: 'x' } } })
    await world.advance('1s')
    await world.client.patch(Secret, metadata, { metadata: { labels: { target: 'y' } } })
    await world.advance('1s')
    expect(seen.filter((key) => key !== 'default/nobody')).toEqual(['default/x', 'default/y', 'default/x'])
  })

  it('is woken through an index of its own objects by what they refer to', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('referring', ConfigMap, {
          indexers: {
            secret: ({ metadata, data }) => [`${metadata.namespace ?? ''}/${data?.['secret'] ?? ''}`],
          },
        })
        .watches(Secret, enqueueOnIndex('secret'))
        .reconcile((request, { causes }) => {
          if (causes.some(({ source }) => source === 'secrets')) seen.push(request.name)
        })
    })
    await world.client.create(ConfigMap, configMap('a', { secret: 's' }))
    await world.client.create(ConfigMap, configMap('b', { secret: 'other' }))
    await world.advance('1s')
    await world.client.create(Secret, { metadata: { name: 's', namespace: 'default' } })
    await world.advance('1s')
    expect(seen).toEqual(['a'])
  })

  it('is woken by streams, for single requests and for all objects', async () => {
    const some = new Subject<{ name: string; namespace: string }>()
    const all = new Subject<void>()
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('streamed', ConfigMap)
        .reconcileOn(some, 'some')
        .reconcileAllOn(all, 'all')
        .reconcile(({ name }, { causes }) => {
          for (const { type, source } of causes) if (type === 'requested') seen.push(`${source} ${name}`)
        })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    some.next({ name: 'no-object', namespace: 'default' })
    await world.advance('1s')
    all.next()
    await world.advance('1s')
    some.error(new Error('out of words'))
    expect(seen.slice(0, 2)).toEqual(['some no-object', 'all a'])
    expect(world.errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/the stream "some" of streamed ended with an error/),
    ])
  })

  it('FAULT-G11 converges from the last state when changes in between were never seen', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('level', ConfigMap).reconcile(({ name }, { object }) => {
        if (name === 'a') seen.push(object?.data?.['replicas'] ?? 'gone')
      })
    })
    await world.client.create(ConfigMap, configMap('a', { replicas: '3' }))
    await world.advance('1s')
    const down = world.env.faults.refuseConnections('controller')
    world.env.faults.endWatches({ view: 'controller' }, 'close')
    await world.client.patch(ConfigMap, a, { data: { replicas: '1' } })
    await world.client.patch(ConfigMap, a, { data: { replicas: '3' } })
    world.env.faults.expireHistory()
    await world.advance('10s')
    down.remove()
    await world.advance('2m')
    expect(seen.at(-1)).toBe('3')
    expect(seen).not.toContain('1')
  })

  it('refuses what cannot work, and says why', async () => {
    await using world = new ControllerWorld((manager) => {
      expect(() => manager.controller('idle').reconcile(() => undefined)).toThrow(/is woken by nothing/)
      expect(() => manager.controller('x').owns(Secret)).toThrow(/owns Secret before it is for anything/)
      expect(() => manager.controller('x', ConfigMap).for(Secret)).toThrow(/is for ConfigMap already/)
      const bad = { maxConcurrentReconciles: 0 }
      expect(() =>
        manager
          .controller('x', ConfigMap)
          .options(bad)
          .reconcile(() => undefined),
      ).toThrow(/maxConcurrentReconciles is 0: expected 1 or more/)
      manager.controller('x', ConfigMap).reconcile(() => undefined)
      expect(() => manager.controller('x', ConfigMap).reconcile(() => undefined)).toThrow(
        /there is a controller "x" already/,
      )
    })
    await world.advance('1s')
    expect(world.failure).toBeUndefined()
    world.env.verify()
  })
})
