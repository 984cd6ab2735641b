import { KeyError } from '@rxkube/meta'
import { QueueOptionsError, RealFIFO } from '@rxkube/delta-fifo'
import { describe, expect, it } from 'vitest'
import { Cache, pop, popAll, stateOf, thing, tombstone, type Thing } from './support/things.ts'

const atomic = (): RealFIFO<Thing> => new RealFIFO<Thing>()

describe('RealFIFO', () => {
  it('RQ-1 FEAT-D1 pops in the order of arrival across keys, every event by itself', async () => {
    const queue = atomic()
    queue.add(thing('a', 1))
    queue.add(thing('b', 1))
    queue.update(thing('a', 2))
    queue.update(thing('b', 2))
    expect(await popAll(queue)).toEqual([['Added a1'], ['Added b1'], ['Updated a2'], ['Updated b2']])
  })

  it('RQ-1 keeps the order of each of two producers', async () => {
    const queue = atomic()
    const producer = async (name: string): Promise<void> => {
      for (let version = 1; version <= 500; version++) {
        queue.add(thing(name, version))
        if (version % 7 === 0) await Promise.resolve()
      }
    }
    await Promise.all([producer('a'), producer('b')])
    const popped = (await popAll(queue)).flat()
    for (const name of ['a', 'b']) {
      const versions = popped.filter((word) => word.startsWith(`Added ${name}`))
      expect(versions).toEqual(Array.from({ length: 500 }, (_, index) => `Added ${name}${index + 1}`))
    }
  })

  it('RQ-1 delivers a deletion, and what was there before it', async () => {
    const queue = atomic()
    queue.add(thing('a', 1))
    queue.delete(thing('a', 2))
    queue.delete(thing('a', 2))
    expect((await popAll(queue)).flat()).toEqual(['Added a1', 'Deleted a2', 'Deleted a2'])
  })

  it('RQ-2 queues the deletion of what it never saw', async () => {
    const known = new Cache()
    for (const queue of [atomic(), new RealFIFO<Thing>({ atomicEvents: false, knownObjects: known })]) {
      queue.delete(thing('a', 1))
      queue.delete(tombstone('b', 2))
      expect((await popAll(queue)).flat()).toEqual(['Deleted a1', 'Deleted b?2'])
    }
  })

  it('RQ-10 FEAT-D2 keeps relists apart from each other and from what came between', async () => {
    const queue = atomic()
    queue.bookmark('0')
    queue.add(thing('a', 1))
    queue.replace([thing('b', 2)], '2')
    queue.add(thing('c', 3))
    queue.replace(new Map([['d', thing('d', 4)]]), '4')
    queue.bookmark('5')
    expect((await popAll(queue)).flat()).toEqual([
      'Bookmark 0',
      'Added a1',
      'ReplacedAll 2 b2',
      'Added c3',
      'ReplacedAll 4 d4',
      'Bookmark 5',
    ])
  })

  it('RQ-10 FEAT-D6 delivers an empty list, and has synced when that was worked off', async () => {
    const queue = atomic()
    queue.replace([], '7')
    expect(queue.hasSynced()).toBe(false)
    expect(await pop(queue)).toEqual(['ReplacedAll 7 '])
    expect(queue.hasSynced()).toBe(true)
  })

  it('takes over the map of a replacement without a copy', async () => {
    const queue = atomic()
    const list = new Map([['a', thing('a', 1)]])
    queue.replace(list, '1')
    await queue.pop(([delta]) =>
      expect(delta).toEqual({ type: 'ReplacedAll', resourceVersion: '1', objects: list }),
    )
    queue.replace(list, '2')
    let taken: unknown
    await queue.pop(([delta]) => {
      taken = delta?.type === 'ReplacedAll' ? delta.objects : undefined
    })
    expect(taken).toBe(list)
  })

  it('RQ-6 FEAT-D2 resyncs with one delta, which does not pile up while it waits', async () => {
    const queue = atomic()
    queue.resync()
    queue.add(thing('a', 1))
    queue.resync()
    expect((await popAll(queue)).flat()).toEqual(['SyncAll', 'Added a1'])
    queue.resync()
    expect(await popAll(queue)).toEqual([['SyncAll']])
  })

  it('FAULT-F11 has at most one resync waiting however slow its consumer is', () => {
    const queue = atomic()
    for (let tick = 0; tick < 100; tick++) queue.resync()
    expect(queue.size).toBe(1)
  })

  it('drops bookmarks when told to', () => {
    const queue = new RealFIFO<Thing>({ emitBookmark: false })
    queue.bookmark('1')
    expect(queue.size).toBe(0)
  })

  it('RQ-5 transforms each object once, tombstones never, and compresses nothing', async () => {
    const seen: string[] = []
    const queue = new RealFIFO<Thing>({
      transformer(object) {
        seen.push(object.metadata.name + object.metadata.resourceVersion)
        return { ...object, seen: (object.seen ?? 0) + 1 }
      },
    })
    queue.add(thing('a', 1))
    queue.update(thing('a', 2))
    queue.delete(tombstone('a', 3))
    queue.delete(thing('a', 4))
    queue.replace([thing('b', 5)], '5')
    queue.replace(new Map([['c', thing('c', 6)]]), '6')
    const counts: (number | undefined)[] = []
    while (queue.size > 0) {
      await queue.pop(([delta]) => {
        if (delta?.type === 'ReplacedAll')
          counts.push(...[...delta.objects.values()].map((object) => object.seen))
        else if (delta && 'object' in delta)
          counts.push('metadata' in delta.object ? delta.object.seen : undefined)
      })
    }
    expect(counts).toEqual([1, 1, undefined, 1, 1, 1])
    expect(seen).toEqual(['a1', 'a2', 'a4', 'b5', 'c6'])
  })

  it('queues nothing when the transformer or the key function throws', () => {
    const failing = new RealFIFO<Thing>({
      transformer() {
        throw new Error('no such field')
      },
    })
    expect(() => failing.add(thing('a', 1))).toThrow('no such field')
    expect(() => failing.replace([thing('a', 1)], '1')).toThrow('no such field')
    expect(failing.size).toBe(0)
    const keyless = atomic()
    expect(() => keyless.replace([{} as Thing], '1')).toThrow(KeyError)
    expect(keyless.size).toBe(0)
  })

  it('refuses options that exclude each other', () => {
    const knownObjects = new Cache()
    expect(() => new RealFIFO({ knownObjects })).toThrow(QueueOptionsError)
    expect(() => new RealFIFO({ atomicEvents: false })).toThrow('give it knownObjects')
    for (const extra of [{ unlockWhileProcessing: true }, { emitBookmark: true }])
      expect(() => new RealFIFO({ atomicEvents: false, knownObjects, ...extra })).toThrow(QueueOptionsError)
  })
})

describe('RealFIFO and its producers', () => {
  it('RQ-11 FEAT-D5 lets producers go on during a slow process', async () => {
    const queue = atomic()
    queue.add(thing('a', 1))
    const slow = Promise.withResolvers<void>()
    const popped = queue.pop(() => slow.promise)
    expect(queue.ready()).toBeUndefined()
    queue.add(thing('b', 2))
    slow.resolve()
    await popped
    expect(queue.size).toBe(1)
  })

  it('RQ-11 FEAT-D5 holds producers during a slow process with 2000 queued, and until one is taken', async () => {
    const queue = atomic()
    for (let version = 0; version <= 2000; version++) queue.add(thing(`a${version}`, version))
    const slow = Promise.withResolvers<void>()
    const popped = queue.pop(() => slow.promise)
    expect(queue.size).toBe(2000)
    const ready = queue.ready() as Promise<void>
    expect(await stateOf(ready)).toBe('pending')
    slow.resolve()
    await popped
    expect(await stateOf(ready)).toBe('pending')
    await pop(queue)
    await ready
  })

  it('RQ-11 holds producers during any process when it does not unlock', async () => {
    const queue = new RealFIFO<Thing>({ unlockWhileProcessing: false })
    queue.add(thing('a', 1))
    expect(queue.ready()).toBeUndefined()
    const slow = Promise.withResolvers<void>()
    const popped = queue.pop(() => slow.promise)
    const ready = queue.ready() as Promise<void>
    expect(await stateOf(ready)).toBe('pending')
    slow.resolve()
    await Promise.all([popped, ready])
  })
})
