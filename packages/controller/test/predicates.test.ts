import { ConfigMap, Secret } from '@rxkube/client'
import { generationChangedPredicate } from '@rxkube/controller'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const a = { name: 'a', namespace: 'default' }

describe('predicates and caches', () => {
  it('generationChangedPredicate lets the begin of a deletion through for a kind without generations', async () => {
    let cleanups = 0
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('holding', ConfigMap, { predicates: [generationChangedPredicate()] })
        .finalizer('example.com/hold', () => void (cleanups += 1))
        .reconcile(() => undefined)
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    await world.client.delete(ConfigMap, a)
    await world.advance('1s')
    expect(cleanups).toBe(1)
    await expect(world.client.get(ConfigMap, a)).rejects.toThrow(/not found/)
  })

  it('lister() knows no cache that another request has just asked for, and keeps one that it reads', async () => {
    const found: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('asking', ConfigMap)
        .options({ maxConcurrentReconciles: 2 })
        .reconcile(async ({ name }, { informer, lister, object }) => {
          if (name === 'a' && object?.data?.['ask'] === 'true') await informer(Secret)
          if (name !== 'b') return
          try {
            found.push(`${lister(Secret).namespace('default').list().length}`)
          } catch (error) {
            found.push((error as Error).name)
          }
        })
    })
    await world.client.create(Secret, { metadata: { name: 's', namespace: 'default' } })
    await world.advance('1s')
    const look = async () => {
      world.manager.controllers.get('asking')?.enqueue({ name: 'b', namespace: 'default' })
      await world.advance(1)
    }
    const slow = world.env.faults.respond({ view: 'controller', resource: 'secrets' }, 503)
    await world.client.create(ConfigMap, configMap('a', { ask: 'true' }))
    await world.advance(1)
    await look()
    slow.remove()
    await world.advance('1m')
    await look()
    await world.client.patch(ConfigMap, a, { data: { ask: 'false' } })
    await world.advance('1m')
    await look()
    expect(found).toEqual(['NoInformerError', '1', '1'])
  })
})
