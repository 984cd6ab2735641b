import { DeltaFIFO, keyOf, RealFIFO, type Deltas } from '@rxkube/delta-fifo'
import { KeyError, metaNamespaceKey } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { Cache, popBatches, thing, tombstone, words, type Thing } from './support/things.ts'

const things = (...names: string[]): Thing[] => names.map((name, index) => thing(name, index + 1))

function started(...initial: string[]): RealFIFO<Thing> {
  const queue = new RealFIFO<Thing>({ atomicEvents: false, knownObjects: new Cache(), batchSize: 3 })
  if (initial.length > 0) queue.replace(things(...initial), '1')
  return queue
}

function addAll(queue: RealFIFO<Thing>, ...names: string[]): RealFIFO<Thing> {
  for (const object of things(...names)) queue.add(object)
  return queue
}

describe('a batch', () => {
  it.each([
    ['all unique', addAll(started(), 'a', 'b', 'c'), ['3']],
    ['the end of the initial list', addAll(started('a', 'b'), 'c', 'd'), ['2 initial', '2']],
    ['a duplicate at the start', addAll(started(), 'a', 'a', 'b'), ['1', '2']],
    ['a duplicate in the middle', addAll(started(), 'a', 'b', 'b', 'c'), ['2', '2']],
    ['a duplicate at the end', addAll(started(), 'a', 'b', 'a'), ['2', '1']],
    ['the size, in the initial list', started('a', 'b', 'c', 'd'), ['3 initial', '1 initial']],
    ['the size, after it', addAll(started(), 'a', 'b', 'c', 'd', 'e'), ['3', '2']],
    [
      'the size and the end',
      addAll(started('a', 'b', 'c', 'd'), 'e', 'f', 'g', 'h'),
      ['3 initial', '1 initial', '3', '1'],
    ],
  ])('RQ-8 FEAT-D4 ends at %s', async (_, queue, expected) => {
    expect(await popBatches(queue)).toEqual(expected)
  })

  it('FEAT-D4 has 1000 deltas at most unless told otherwise', async () => {
    const queue = new RealFIFO<Thing>()
    for (let index = 0; index < 1500; index++) queue.add(thing(`a${index}`, 1))
    expect(await popBatches(queue)).toEqual(['1000', '500'])
  })

  it('RQ-8 has synced only after the batch with the last of the initial list', async () => {
    const queue = started('a', 'b', 'c', 'd')
    const synced: boolean[] = []
    const note = (): void => void synced.push(queue.hasSynced())
    while (queue.size > 0) await queue.popBatch(note, note)
    expect(synced).toEqual([false, false])
    expect(queue.hasSynced()).toBe(true)
  })

  it('gives one delta to single, several to batch, and what is about all objects to single', async () => {
    const queue = new RealFIFO<Thing>()
    queue.replace(things('a'), '1')
    addAll(queue, 'b', 'c')
    queue.bookmark('4')
    queue.resync()
    queue.delete(tombstone('d'))
    const calls: string[] = []
    const call =
      (name: string) =>
      (deltas: Deltas<Thing>): void =>
        void calls.push(`${name} ${words(deltas).join('+')}`)
    while (queue.size > 0) await queue.popBatch(call('batch'), call('single'))
    expect(calls).toEqual([
      'single ReplacedAll 1 a1',
      'batch Added b1+Added c2',
      'single Bookmark 4',
      'single SyncAll',
      'single Deleted d?',
    ])
  })

  it.each([
    ['at the head', ['broken', 'a', 'b'], ['1', '2']],
    ['in the middle', ['a', 'broken', 'b'], ['2', '1']],
    ['in several places', ['a', 'broken', 'broken', 'b', 'c'], ['2', '1', '2']],
  ])('RQ-9 ends with an object without a key %s', async (_, names, expected) => {
    const queue = new RealFIFO<Thing>({
      keyFunc(object) {
        if (object.metadata.name === 'broken') throw new Error('no key')
        return metaNamespaceKey(object)
      },
    })
    addAll(queue, ...names)
    expect(await popBatches(queue)).toEqual(expected)
  })

  it('FEAT-D4 of a DeltaFIFO has keys of one delta each, and ends at a key with a history', async () => {
    const queue = new DeltaFIFO<Thing>()
    queue.replace(things('a', 'b'), '1')
    for (const object of things('c', 'd')) queue.add(object)
    queue.update(thing('d', 9))
    queue.add(thing('e', 1))
    expect(await popBatches(queue)).toEqual(['2 initial', '1', '2', '1'])
  })
})

describe('keyOf', () => {
  it('RQ-7 DF-9 takes the key of an object from it, and of a tombstone from the tombstone', () => {
    expect(keyOf(metaNamespaceKey, thing('a', 1))).toBe('a')
    expect(keyOf(metaNamespaceKey, tombstone('ns/b'))).toBe('ns/b')
  })

  it('FAULT-A10 never gives a tombstone to the key function', () => {
    const strict = (object: Thing): string => object.metadata.name
    expect(keyOf(strict, tombstone('a'))).toBe('a')
  })

  it('says what has no key, and why', () => {
    expect(() => keyOf(metaNamespaceKey, {} as Thing)).toThrow(KeyError)
  })
})
