import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { systemClock } from '@rxkube/clock'
import { Indexer } from '@rxkube/indexer'
import { byNode, pod, type Pod } from './support/pods.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** How many are still there, given that nobody holds them; weak references live until the turn ends. */
async function alive(references: readonly WeakRef<object>[]): Promise<number> {
  await systemClock.yield()
  collectGarbage()
  return references.filter((reference) => reference.deref() !== undefined).length
}

describe('what is no longer in the store', () => {
  it('FAULT-F14 is let go of after a list of which most was deleted, also by live queries', async () => {
    const indexer = new Indexer({ indexers: { node: byNode } })
    const subscription = indexer.select$({ index: 'node', value: 'n1' }).subscribe()
    const references: WeakRef<object>[] = []
    const fill = () => {
      const list: Pod[] = Array.from({ length: 100 }, (_, place) => pod(`p${place}`, { node: 'n1' }))
      for (const object of list) references.push(new WeakRef(object))
      references.push(new WeakRef(list))
      indexer.replace(list, '1')
      for (let place = 1; place < 100; place++) indexer.deleteByKey(`default/p${place}`)
    }
    fill()
    expect(await alive(references)).toBe(1)
    subscription.unsubscribe()
  })

  it('FAULT-F14 is let go of by live queries after a relist that brought the same versions again', async () => {
    const indexer = new Indexer<Pod>()
    const subscriptions = [indexer.select$({}).subscribe(), indexer.observe$('default/a').subscribe()]
    const references: WeakRef<object>[] = []
    for (let list = 0; list < 3; list++) {
      const object = pod('a', { uid: 'a', version: '1' })
      references.push(new WeakRef(object))
      indexer.replace([object], String(list))
    }
    expect(await alive(references)).toBe(1)
    for (const subscription of subscriptions) subscription.unsubscribe()
  })

  it('FAULT-F14 is let go of once nobody holds the snapshot that needed it', async () => {
    const indexer = new Indexer({ indexers: { node: byNode } })
    const references: WeakRef<object>[] = []
    const fill = () => {
      const object = pod('a', { node: 'n1' })
      references.push(new WeakRef(object))
      indexer.add(object)
      const snapshot = indexer.snapshot()
      indexer.deleteByKey('default/a')
      expect(snapshot.size).toBe(1)
      references.push(new WeakRef(snapshot))
    }
    fill()
    expect(await alive(references)).toBe(0)
  })
})
