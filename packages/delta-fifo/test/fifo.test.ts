import { FIFO, QueueClosedError } from '@rxkube/delta-fifo'
import { describe, expect, it } from 'vitest'
import { pop, popAll, popBatches, thing, type Thing } from './support/things.ts'

const nothing = (): void => undefined

describe('FIFO', () => {
  it('Q-2 delivers everything, keys in the order of first touch', async () => {
    const queue = new FIFO<Thing>()
    for (let index = 0; index < 500; index++) queue.add(thing(`a${index}-`, index))
    expect((await popAll(queue)).flat()).toEqual(
      Array.from({ length: 500 }, (_, index) => `Added a${index}-${index}`),
    )
  })

  it('Q-2 FEAT-D7 delivers only the newest object of a key', async () => {
    const queue = new FIFO<Thing>()
    queue.add(thing('a', 1))
    queue.update(thing('a', 2))
    expect(await popAll(queue)).toEqual([['Updated a2']])
  })

  it('Q-2 delivers what the last list had', async () => {
    const queue = new FIFO<Thing>()
    queue.add(thing('a', 1))
    queue.add(thing('b', 1))
    queue.replace([thing('a', 15)], '15')
    expect(await popAll(queue)).toEqual([['Replaced a15']])
  })

  it('Q-2 lets a key that is added again keep its place, not jump the line', async () => {
    const queue = new FIFO<Thing>()
    queue.add(thing('a', 1))
    queue.add(thing('b', 1))
    expect(await pop(queue)).toEqual(['Added a1'])
    queue.add(thing('a', 2))
    queue.add(thing('b', 3))
    expect((await popAll(queue)).flat()).toEqual(['Added b3', 'Added a2'])
  })

  it('never delivers a deletion', async () => {
    const queue = new FIFO<Thing>()
    queue.add(thing('a', 1))
    queue.add(thing('b', 1))
    queue.delete(thing('a', 2))
    queue.delete(thing('c', 2))
    expect(await popAll(queue)).toEqual([['Added b1']])
  })

  it('Q-2 FEAT-D6 has synced when the first list was worked off, at once if it is empty', async () => {
    const queue = new FIFO<Thing>()
    queue.replace([thing('a', 1), thing('b', 1)], '1')
    expect(await popBatches(queue)).toEqual(['1 initial', '1 initial'])
    expect(queue.hasSynced()).toBe(true)
    const empty = new FIFO<Thing>()
    empty.replace([], '1')
    await empty.synced
    const changed = new FIFO<Thing>()
    changed.delete(thing('a', 1))
    expect(changed.hasSynced()).toBe(true)
  })

  it('syncs although what was listed is deleted before it is popped', async () => {
    const queue = new FIFO<Thing>()
    queue.replace([thing('a', 1), thing('b', 1), thing('c', 1)], '1')
    queue.delete(thing('a', 2))
    await pop(queue)
    expect(queue.hasSynced()).toBe(false)
    queue.delete(thing('c', 2))
    expect(queue.hasSynced()).toBe(true)
  })

  it('syncs with the second list when that comes before the first was worked off', async () => {
    const queue = new FIFO<Thing>()
    queue.replace([thing('a', 1), thing('b', 1)], '1')
    queue.replace([thing('c', 2)], '2')
    expect(queue.hasSynced()).toBe(false)
    await pop(queue)
    expect(queue.hasSynced()).toBe(true)
  })

  it('keeps no place for ever for what comes and goes unpopped', async () => {
    const queue = new FIFO<Thing>()
    queue.add(thing('first', 1))
    for (let index = 0; index < 5000; index++) {
      queue.add(thing(`gone${index}`, index))
      queue.delete(thing(`gone${index}`, index))
    }
    queue.add(thing('last', 1))
    queue.resync()
    queue.bookmark('1')
    expect(queue.size).toBe(2)
    expect((await popAll(queue)).flat()).toEqual(['Added first1', 'Added last1'])
  })

  it('transforms each object once', async () => {
    const queue = new FIFO<Thing>({ transformer: (object) => ({ ...object, seen: (object.seen ?? 0) + 1 }) })
    queue.add(thing('a', 1))
    queue.replace([thing('b', 1)], '1')
    await queue.pop(([delta]) => expect(delta).toMatchObject({ object: { seen: 1 } }))
  })

  it('Q-1 wakes a blocked pop when it is closed, and lets producers go on', async () => {
    const queue = new FIFO<Thing>()
    const popped = queue.pop(nothing)
    queue.close()
    await expect(popped).rejects.toThrow(QueueClosedError)
    expect(queue.isClosed).toBe(true)
    expect(queue.ready()).toBeUndefined()
  })
})
