import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Heap, HeapClosedError, HeapKeyNotFoundError } from '@rxkube/indexer'

interface Job {
  readonly name: string
  readonly at: number
}

const job = (name: string, at: number): Job => ({ name, at })

function make(...jobs: Job[]) {
  const heap = new Heap<Job>({ keyFunc: ({ name }) => name, compare: (a, b) => a.at - b.at })
  heap.bulkAdd(jobs)
  return heap
}

async function drain(heap: Heap<Job>): Promise<string[]> {
  heap.close()
  const popped: string[] = []
  while (heap.size > 0) popped.push((await heap.pop()).name)
  return popped
}

describe('a heap', () => {
  it('ST-10 FEAT-C10 pops the least first', async () => {
    const heap = make(job('c', 3), job('a', 1))
    heap.add(job('b', 2))
    expect(await drain(heap)).toEqual(['a', 'b', 'c'])
  })

  it('ST-10 moves what is added or updated with another rank', async () => {
    const heap = make(job('a', 1), job('b', 2), job('c', 3), job('d', 4))
    heap.add(job('a', 5))
    heap.update(job('d', 0))
    expect(heap.size).toBe(4)
    expect(await drain(heap)).toEqual(['d', 'b', 'c', 'a'])
  })

  it('ST-10 leaves what it has under a key when that is added if not present', async () => {
    const heap = make(job('a', 1))
    heap.addIfNotPresent(job('a', 9))
    heap.addIfNotPresent(job('b', 5))
    expect(heap.getByKey('a')).toEqual(job('a', 1))
    expect(await drain(heap)).toEqual(['a', 'b'])
  })

  it('ST-10 deletes from any place, and not what it does not have', async () => {
    const heap = make(job('a', 1), job('b', 2), job('c', 3), job('d', 4))
    for (const name of ['d', 'b', 'a']) heap.delete(job(name, 0))
    expect(() => heap.delete(job('a', 0))).toThrow(HeapKeyNotFoundError)
    heap.add(job('a', 9))
    expect(await drain(heap)).toEqual(['c', 'a'])
  })

  it('ST-10 gets by object and by key, and lists', () => {
    const heap = make(job('a', 1), job('b', 2))
    expect(heap.get(job('b', 7))).toEqual(job('b', 2))
    expect(heap.getByKey('x')).toBeUndefined()
    expect(heap.listKeys().toSorted()).toEqual(['a', 'b'])
    expect(
      heap
        .list()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['a', 'b'])
  })

  it('ST-10 FEAT-C10 lets pop wait until something is added', async () => {
    const heap = make()
    const popped = [heap.pop(), heap.pop()]
    heap.add(job('a', 2))
    heap.addIfNotPresent(job('b', 1))
    expect(await Promise.all(popped)).toEqual([job('a', 2), job('b', 1)])
  })

  it('ST-10 inserts all that is added in bulk before it wakes those who wait', async () => {
    const heap = make()
    const popped = [heap.pop(), heap.pop()]
    heap.bulkAdd([job('c', 3), job('b', 2), job('a', 1)])
    expect((await Promise.all(popped)).map(({ name }) => name)).toEqual(['a', 'b'])
    expect(heap.listKeys()).toEqual(['c'])
  })

  it('ST-10 FEAT-C10 that is closed is drained, and then pop fails', async () => {
    const heap = make(job('a', 1))
    heap.close()
    expect(heap.isClosed).toBe(true)
    expect(await heap.pop()).toEqual(job('a', 1))
    await expect(heap.pop()).rejects.toThrow(HeapClosedError)
  })

  it('ST-10 fails the pops that wait when it is closed', async () => {
    const heap = make()
    const popped = Promise.allSettled([heap.pop(), heap.pop()])
    heap.close()
    expect((await popped).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('ST-10 takes nothing once closed', () => {
    const heap = make()
    heap.close()
    for (const add of [
      () => heap.add(job('a', 1)),
      () => heap.update(job('a', 1)),
      () => heap.bulkAdd([job('a', 1)]),
      () => heap.addIfNotPresent(job('a', 1)),
    ]) {
      expect(add).toThrow(HeapClosedError)
    }
    expect(heap.size).toBe(0)
  })

  it('lets a pop be given up, and what comes next goes to somebody else', async () => {
    const heap = make()
    const giveUp = new AbortController()
    const [first, second] = [heap.pop({ signal: giveUp.signal }), heap.pop()]
    giveUp.abort(new Error('enough'))
    heap.add(job('a', 1))
    await expect(first).rejects.toThrow('enough')
    expect(await second).toEqual(job('a', 1))
    await expect(heap.pop({ signal: giveUp.signal })).rejects.toThrow('enough')
  })

  it('ST-10 pops in order after any history', async () => {
    const step = fc.tuple(
      fc.constantFrom('add', 'delete', 'if'),
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      fc.nat(20),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const heap = make()
        const model = new Map<string, number>()
        for (const [type, name, at] of steps) {
          if (type === 'add') heap.add(job(name, at))
          else if (type === 'if') heap.addIfNotPresent(job(name, at))
          else if (model.has(name)) heap.delete(job(name, 0))
          if (type === 'delete') model.delete(name)
          else if (type === 'add' || !model.has(name)) model.set(name, at)
        }
        const ranks = (await drain(heap)).map((name) => model.get(name))
        expect(ranks).toEqual([...model.values()].toSorted((a, b) => a - b))
      }),
    )
  })
})
