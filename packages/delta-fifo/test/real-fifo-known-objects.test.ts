import { KeyError } from '@rxkube/meta'
import { RealFIFO } from '@rxkube/delta-fifo'
import { describe, expect, it } from 'vitest'
import { Cache, popAll, thing, tombstone, words, type Thing } from './support/things.ts'

function start(...known: Thing[]): { cache: Cache; queue: RealFIFO<Thing> } {
  const cache = new Cache()
  for (const object of known) cache.objects.set(object.metadata.name, object)
  return { cache, queue: new RealFIFO<Thing>({ atomicEvents: false, knownObjects: cache }) }
}

describe('RealFIFO that compares with the cache', () => {
  it('RQ-3 FAULT-A7 keeps a pending deletion before the replacement of the same key', async () => {
    const { queue } = start(thing('a', 1))
    queue.delete(thing('a', 2))
    queue.replace([thing('a', 3)], '3')
    expect((await popAll(queue)).flat()).toEqual(['Deleted a2', 'Replaced a3'])
  })

  it.each([
    ['added', (queue: RealFIFO<Thing>) => queue.add(thing('a', 1)), ['Added a1', 'Deleted a?1']],
    [
      'added and updated',
      (queue: RealFIFO<Thing>) => {
        queue.add(thing('a', 1))
        queue.update(thing('a', 2))
      },
      ['Added a1', 'Updated a2', 'Deleted a?2'],
    ],
    [
      'added and deleted',
      (queue: RealFIFO<Thing>) => {
        queue.add(thing('a', 1))
        queue.delete(thing('a', 2))
      },
      ['Added a1', 'Deleted a2'],
    ],
    ['deleted', (queue: RealFIFO<Thing>) => queue.delete(tombstone('a', 1)), ['Deleted a?1']],
    [
      'listed',
      (queue: RealFIFO<Thing>) => queue.replace([thing('a', 1)], '1'),
      ['Replaced a1', 'Deleted a?1'],
    ],
  ])('RQ-3 FAULT-A6 deletes once what is only in the queue: %s', async (_, act, expected) => {
    const { queue } = start()
    act(queue)
    queue.replace([], '9')
    expect((await popAll(queue)).flat()).toEqual(expected)
  })

  it('RQ-3 ignores bookmarks', () => {
    const { queue } = start()
    queue.bookmark('1')
    expect(queue.size).toBe(0)
  })

  it('RQ-4 FEAT-D3 puts deletions first, with the newest queued object, or the known one', async () => {
    const { queue } = start(thing('a', 1), thing('b', 1), thing('c', 1))
    queue.update(thing('b', 2))
    queue.update(thing('b', 3))
    queue.replace([thing('c', 5), thing('d', 5)], '5')
    expect((await popAll(queue)).flat()).toEqual([
      'Updated b2',
      'Updated b3',
      'Deleted b?3',
      'Deleted a?1',
      'Replaced c5',
      'Replaced d5',
    ])
  })

  it('RQ-4 makes a tombstone without an object when the cache cannot say', async () => {
    const queue = new RealFIFO<Thing>({
      atomicEvents: false,
      knownObjects: {
        listKeys: () => ['a'],
        getByKey() {
          throw new Error('unreadable')
        },
      },
    })
    queue.replace([], '1')
    queue.resync()
    expect((await popAll(queue)).flat()).toEqual(['Deleted a?'])
  })

  it('RQ-4 flags all initial pops, deletions too, and has synced after the last', async () => {
    const { queue } = start(thing('a', 1))
    queue.replace([thing('b', 2), thing('c', 2)], '2')
    const flags: string[] = []
    while (queue.size > 0)
      await queue.pop((deltas, initial) => {
        flags.push(`${words(deltas).join()} ${initial} ${queue.hasSynced()}`)
      })
    expect(flags).toEqual(['Deleted a?1 true false', 'Replaced b2 true false', 'Replaced c2 true false'])
    expect(queue.hasSynced()).toBe(true)
  })

  it('RQ-6 FEAT-D8 resyncs what is known and idle, nothing else', async () => {
    const { queue } = start(thing('a', 1), thing('b', 1), thing('c', 1))
    queue.delete(thing('a', 2))
    queue.update(thing('b', 2))
    queue.add(thing('d', 2))
    queue.resync()
    expect((await popAll(queue)).flat()).toEqual(['Deleted a2', 'Updated b2', 'Added d2', 'Sync c1'])
  })

  it('RQ-7 FEAT-D6 has synced at once after an empty list', () => {
    const { queue } = start()
    queue.replace([], '1')
    expect(queue.hasSynced()).toBe(true)
  })

  it('RQ-7 needs two pops for an object that is listed twice', async () => {
    const { queue } = start()
    queue.replace([thing('a', 1), thing('a', 1)], '1')
    expect((await popAll(queue)).flat()).toEqual(['Replaced a1', 'Replaced a1'])
  })

  it('RQ-5 does not transform what the cache already holds', async () => {
    const cache = new Cache()
    cache.objects.set('a', thing('a', 1))
    let calls = 0
    const queue = new RealFIFO<Thing>({
      atomicEvents: false,
      knownObjects: cache,
      transformer(object) {
        calls++
        return object
      },
    })
    queue.resync()
    queue.replace([], '2')
    await popAll(queue)
    expect(calls).toBe(0)
  })

  it('queues nothing of a list with an object that has no key', () => {
    const { queue } = start(thing('a', 1))
    expect(() => queue.replace([thing('b', 1), {} as Thing], '1')).toThrow(KeyError)
    expect(queue.size).toBe(0)
    expect(queue.hasSynced()).toBe(false)
  })
})
