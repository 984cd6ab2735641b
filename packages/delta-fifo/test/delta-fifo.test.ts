import { KeyError } from '@rxkube/meta'
import { DeltaFIFO, type DeltaFIFOOptions } from '@rxkube/delta-fifo'
import { describe, expect, it } from 'vitest'
import { Cache, popAll, thing, tombstone, words, type Thing } from './support/things.ts'

function start(
  known: readonly Thing[],
  options: DeltaFIFOOptions<Thing> = {},
): { cache: Cache; queue: DeltaFIFO<Thing> } {
  const cache = new Cache()
  for (const object of known) cache.objects.set(object.metadata.name, object)
  return { cache, queue: new DeltaFIFO<Thing>({ knownObjects: cache, ...options }) }
}

describe('DeltaFIFO', () => {
  it('DF-1 keeps the order of each of ten producers over 1000 additions', async () => {
    const queue = new DeltaFIFO<Thing>()
    const producer = async (id: number): Promise<void> => {
      for (let index = 0; index < 100; index++) {
        queue.add(thing(`p${id}-${index}`, 1))
        if (index % 3 === 0) await Promise.resolve()
      }
    }
    await Promise.all(Array.from({ length: 10 }, (_, id) => producer(id)))
    const popped = (await popAll(queue)).flat()
    expect(popped).toHaveLength(1000)
    const mine = popped.filter((word) => word.startsWith('Added p7-'))
    expect(mine).toEqual(Array.from({ length: 100 }, (_, index) => `Added p7-${index}1`))
  })

  it('DF-1 lets nobody jump the line', async () => {
    const queue = new DeltaFIFO<Thing>()
    queue.add(thing('a', 1))
    queue.add(thing('b', 2))
    queue.add(thing('a', 3))
    queue.add(thing('c', 4))
    expect(await popAll(queue)).toEqual([['Added a1', 'Added a3'], ['Added b2'], ['Added c4']])
  })

  it('DF-4 FEAT-D7 pops all that happened to a key at once', async () => {
    const { queue } = start([])
    queue.add(thing('a', 1))
    queue.update(thing('a', 2))
    queue.delete(thing('a', 3))
    queue.add(thing('b', 4))
    expect(await popAll(queue)).toEqual([['Added a1', 'Updated a2', 'Deleted a3'], ['Added b4']])
  })

  it('DF-4 pops an addition with the replacement of the same key', async () => {
    const { queue } = start([])
    queue.add(thing('a', 1))
    queue.replace([thing('a', 15)], '15')
    expect(await popAll(queue)).toEqual([['Added a1', 'Replaced a15']])
  })

  it.each([
    ['the older of two', thing('a', 2), thing('a', 3), 'Deleted a2'],
    ['what is not a tombstone', tombstone('a', 1), thing('a', 3), 'Deleted a3'],
    ['the newer of two tombstones', tombstone('a', 1), tombstone('a', 2), 'Deleted a?2'],
  ])('FEAT-D7 makes two deletions in a row one: %s', async (_, first, second, expected) => {
    const { queue } = start([thing('a', 1)])
    queue.delete(first)
    queue.delete(second)
    expect(queue.size).toBe(1)
    expect(await popAll(queue)).toEqual([[expected]])
  })

  it('DF-2 FAULT-A7 keeps what a relist brings in place of what a pending deletion takes', async () => {
    const { queue } = start([thing('a', 1)], { emitReplaced: false })
    queue.delete(thing('a', 2))
    queue.replace([thing('a', 3)], '3')
    expect(await popAll(queue)).toEqual([['Deleted a2', 'Sync a3']])
  })

  it.each([
    ['added', [['add', 1]], [['Added a1', 'Deleted a?1']]],
    [
      'added and updated',
      [
        ['add', 1],
        ['update', 2],
      ],
      [['Added a1', 'Updated a2', 'Deleted a?2']],
    ],
    [
      'added and deleted',
      [
        ['add', 1],
        ['delete', 2],
      ],
      [['Added a1', 'Deleted a2']],
    ],
    ['updated', [['update', 1]], [['Updated a1', 'Deleted a?1']]],
    [
      'deleted and added',
      [
        ['add', 1],
        ['delete', 2],
        ['add', 3],
      ],
      [['Added a1', 'Deleted a2', 'Added a3', 'Deleted a?3']],
    ],
    [
      'deleted twice',
      [
        ['add', 1],
        ['delete', 2],
        ['delete', 3],
      ],
      [['Added a1', 'Deleted a2']],
    ],
  ] as const)('DF-3 FAULT-A6 deletes once what is only in the queue: %s', async (_, history, expected) => {
    const { queue } = start([])
    for (const [verb, version] of history) queue[verb](thing('a', version))
    queue.replace([], '9')
    expect(await popAll(queue)).toEqual(expected)
  })

  it('DF-3 names the newest queued object, or the known one, in deletions, which come last', async () => {
    const { queue } = start([thing('a', 1), thing('b', 1)])
    queue.update(thing('a', 2))
    queue.replace([thing('c', 5)], '5')
    expect(await popAll(queue)).toEqual([['Updated a2', 'Deleted a?2'], ['Replaced c5'], ['Deleted b?1']])
  })

  it('DF-3 deletes with nothing known when the cache cannot say', async () => {
    const unreadable = (): never => {
      throw new Error('unreadable')
    }
    const queue = new DeltaFIFO<Thing>({ knownObjects: { listKeys: () => ['a'], getByKey: unreadable } })
    queue.resync()
    queue.replace([], '1')
    expect(await popAll(queue)).toEqual([['Deleted a?']])
  })

  it('DF-5 transforms each object once, neither tombstones nor what the cache holds', async () => {
    const seen: string[] = []
    const transformer = (object: Thing): Thing => {
      seen.push(object.metadata.name + object.metadata.resourceVersion)
      return { ...object, seen: (object.seen ?? 0) + 1 }
    }
    const { queue } = start([thing('known', 1)], { transformer })
    queue.resync()
    queue.add(thing('a', 1))
    queue.delete(thing('a', 2))
    queue.delete(tombstone('known', 1))
    queue.replace([thing('b', 3)], '3')
    const counts: unknown[] = []
    while (queue.size > 0)
      await queue.pop((deltas) => {
        for (const delta of deltas)
          if ('object' in delta && 'metadata' in delta.object) counts.push([delta.type, delta.object.seen])
      })
    expect(seen).toEqual(['a1', 'a2', 'b3'])
    expect(counts).toEqual([
      ['Sync', undefined],
      ['Added', 1],
      ['Deleted', 1],
      ['Replaced', 1],
    ])
  })

  it('DF-6 FEAT-D7 drops the deletion of what nobody knows', () => {
    const alone = new DeltaFIFO<Thing>()
    const { queue } = start([])
    for (const one of [alone, queue]) {
      one.delete(thing('a', 1))
      expect(one.size).toBe(0)
      expect(one.hasSynced()).toBe(true)
    }
  })

  it('DF-6 keeps the deletion of what the cache knows, or only the queue', async () => {
    const { queue } = start([thing('a', 1)])
    queue.delete(thing('a', 2))
    queue.add(thing('b', 3))
    queue.delete(thing('b', 4))
    expect(await popAll(queue)).toEqual([['Deleted a2'], ['Added b3', 'Deleted b4']])
  })

  it('DF-6 keeps a deletion when the cache cannot say whether it knows the object', () => {
    const unreadable = (): never => {
      throw new Error('unreadable')
    }
    const queue = new DeltaFIFO<Thing>({ knownObjects: { listKeys: () => [], getByKey: unreadable } })
    queue.delete(thing('a', 1))
    expect(queue.size).toBe(1)
  })

  it('DF-7 FEAT-D8 INV-I17 resyncs what is known and idle, nothing else', async () => {
    const { queue } = start([thing('a', 1), thing('b', 1), thing('c', 1)])
    queue.delete(thing('a', 2))
    queue.update(thing('b', 2))
    queue.add(thing('d', 3))
    queue.resync()
    expect(await popAll(queue)).toEqual([['Deleted a2'], ['Updated b2'], ['Added d3'], ['Sync c1']])
  })

  it('DF-7 resyncs nothing without a cache', () => {
    const queue = new DeltaFIFO<Thing>()
    queue.resync()
    expect(queue.size).toBe(0)
  })

  it.each<[string, (queue: DeltaFIFO<Thing>) => void, boolean]>([
    ['nothing', () => undefined, false],
    ['an addition', (queue) => queue.add(thing('a', 1)), true],
    ['an update', (queue) => queue.update(thing('a', 1)), true],
    ['a deletion', (queue) => queue.delete(thing('a', 1)), true],
    ['an empty list', (queue) => queue.replace([], '1'), true],
    ['a list', (queue) => queue.replace([thing('a', 1)], '1'), false],
    [
      'an addition before a list',
      (queue) => (queue.add(thing('a', 1)), queue.replace([thing('b', 1)], '1')),
      true,
    ],
  ])('DF-8 FEAT-D6 tells whether it has synced after %s', (_, act, expected) => {
    const { queue } = start([])
    act(queue)
    expect(queue.hasSynced()).toBe(expected)
  })

  it('DF-8 counts an object that is listed twice once', async () => {
    const { queue } = start([])
    queue.replace([thing('a', 1), thing('a', 1), thing('b', 1)], '1')
    expect((await popAll(queue)).flat()).toEqual(['Replaced a1', 'Replaced b1'])
    expect(queue.hasSynced()).toBe(true)
  })

  it('DF-8 flags deletions of the first list initial, and has synced after them', async () => {
    const { queue } = start([thing('a', 1)])
    queue.replace([thing('b', 2), thing('c', 2)], '2')
    const flags: string[] = []
    while (queue.size > 0)
      await queue.pop((deltas, initial) => {
        flags.push(`${words(deltas).join()} ${initial} ${queue.hasSynced()}`)
      })
    expect(flags).toEqual(['Replaced b2 true false', 'Replaced c2 true false', 'Deleted a?1 true false'])
    expect(queue.hasSynced()).toBe(true)
  })

  it('queues nothing when an object has no key or the transformer throws', () => {
    const { queue } = start([thing('a', 1)])
    expect(() => queue.add({} as Thing)).toThrow(KeyError)
    expect(() => queue.replace([thing('b', 1), {} as Thing], '1')).toThrow(KeyError)
    const failing = new DeltaFIFO<Thing>({
      transformer() {
        throw new Error('no such field')
      },
    })
    expect(() => failing.add(thing('a', 1))).toThrow('no such field')
    expect(queue.size + failing.size).toBe(0)
    expect(queue.hasSynced() || failing.hasSynced()).toBe(false)
  })
})
