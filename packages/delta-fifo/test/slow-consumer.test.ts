import { DeltaFIFO, FIFO, RealFIFO, type Queue } from '@rxkube/delta-fifo'
import { metaNamespaceKey } from '@rxkube/meta'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slowHistory, SlowWorld, type SlowStep } from './support/slow-world.ts'
import { Cache, popAll, thing, type Thing } from './support/things.ts'

const queues: readonly (readonly [string, (cache: Cache) => Queue<Thing>])[] = [
  ['an atomic RealFIFO', () => new RealFIFO({ batchSize: 3 })],
  [
    'a RealFIFO that compares with the cache',
    (knownObjects) => new RealFIFO({ atomicEvents: false, knownObjects, batchSize: 3 }),
  ],
  ['a DeltaFIFO', (knownObjects) => new DeltaFIFO({ knownObjects, batchSize: 3 })],
]

/** Plays steps against a consumer that is told when to go on. */
async function play(make: (cache: Cache) => Queue<Thing>, steps: readonly SlowStep[]): Promise<SlowWorld> {
  const world = new SlowWorld(make)
  for (const step of steps) await world.act(step)
  await world.end()
  return world
}

describe.each(queues)('%s before a consumer that takes its time', (_, make) => {
  it('GUAR-G4 INV-I17 leaves the consumer with what was told last, whatever came while it worked', async () => {
    await fc.assert(
      fc.asyncProperty(slowHistory, async (steps) => {
        const { cache, told } = await play(make, steps)
        expect(cache.versions()).toEqual(told())
      }),
      { numRuns: 300 },
    )
  })

  it('GUAR-G1 takes no key back to an older version, whatever came while it worked', async () => {
    await fc.assert(
      fc.asyncProperty(slowHistory, async (steps) => {
        const { regressions } = await play(make, steps)
        expect(regressions).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('a FIFO before a consumer that takes its time', () => {
  it('FEAT-D7 leaves the consumer with the newest state of each object that there is', async () => {
    await fc.assert(
      fc.asyncProperty(slowHistory, async (steps) => {
        const { cache, told } = await play(() => new FIFO(), steps)
        expect(cache.versions()).toMatchObject(told())
      }),
      { numRuns: 300 },
    )
  })

  it('FEAT-D6 has not synced while another list is in line, even if an object of the former one is in work', async () => {
    const queue = new FIFO<Thing>()
    queue.replace([thing('a', 1), thing('b', 1)], '1')
    const work = Promise.withResolvers<void>()
    const first = queue.pop(() => work.promise)
    queue.replace([thing('c', 2)], '2')
    work.resolve()
    await first
    expect(queue.hasSynced()).toBe(false)
    await popAll(queue)
    expect(queue.hasSynced()).toBe(true)
  })
})

describe('a DeltaFIFO while a pop is worked off', () => {
  const start = (...objects: Thing[]) => {
    const cache = new Cache()
    for (const object of objects) cache.objects.set(metaNamespaceKey(object), object)
    const queue = new DeltaFIFO<Thing>({ knownObjects: cache })
    const work = Promise.withResolvers<void>()
    return { cache, queue, work }
  }

  it('FEAT-D8 queues the deletion of an object that only the deltas in work bring', async () => {
    const { cache, queue, work } = start()
    queue.add(thing('a', 1))
    const popped = queue.pop(async (deltas) => {
      await work.promise
      cache.apply(deltas)
    })
    queue.delete(thing('a', 2))
    work.resolve()
    await popped
    expect(await popAll(queue)).toEqual([['Deleted a2']])
  })

  it('FEAT-D8 resyncs what is in work in its newest state, and not what is being deleted', async () => {
    const { queue, work } = start(thing('a', 1), thing('b', 1), thing('c', 1))
    queue.update(thing('a', 2))
    queue.delete(thing('b', 2))
    const popped = [
      queue.popBatch(
        () => work.promise,
        () => work.promise,
      ),
    ]
    queue.resync()
    work.resolve()
    await Promise.all(popped)
    expect(await popAll(queue)).toEqual([['Sync a2'], ['Sync c1']])
    queue.resync()
    expect(await popAll(queue)).toEqual([['Sync a1'], ['Sync b1'], ['Sync c1']])
  })

  it('FEAT-D3 deletes at a relist what only the deltas in work bring, with their newest state', async () => {
    const { queue, work } = start(thing('b', 1))
    queue.add(thing('a', 1))
    queue.update(thing('a', 2))
    const popped = queue.pop(() => work.promise)
    queue.replace([thing('b', 1)], '3')
    work.resolve()
    await popped
    expect(await popAll(queue)).toEqual([['Replaced b1'], ['Deleted a?2']])
  })

  it('FEAT-D3 tells at a relist of no second end of an object whose deletion is in work', async () => {
    const { queue, work } = start(thing('a', 1))
    queue.delete(thing('a', 2))
    const popped = queue.pop(() => work.promise)
    queue.replace([], '3')
    work.resolve()
    await popped
    expect(queue.size).toBe(0)
  })

  it('goes by the cache again once working it off has failed', async () => {
    const { queue } = start(thing('a', 1))
    queue.delete(thing('a', 2))
    await expect(queue.pop(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    queue.replace([], '3')
    expect(await popAll(queue)).toEqual([['Deleted a?1']])
  })
})

describe('an atomic RealFIFO while a resync is worked off', () => {
  it('FEAT-D6 has not synced before the first list that came meanwhile is worked off', async () => {
    const queue = new RealFIFO<Thing>()
    queue.resync()
    const work = Promise.withResolvers<void>()
    const first = queue.pop(() => work.promise)
    queue.replace([thing('a', 1)], '1')
    work.resolve()
    await first
    expect(queue.hasSynced()).toBe(false)
    await popAll(queue)
    expect(queue.hasSynced()).toBe(true)
  })
})
