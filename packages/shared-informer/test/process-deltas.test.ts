import type { Delta } from '@rxkube/delta-fifo'
import { TransactionError } from '@rxkube/indexer'
import { DeletedFinalStateUnknown, KeyError } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { processDeltas, processDeltasInBatch } from '../src/process-deltas.ts'
import { BrokenIndexer, thing, World, type Thing } from './support/deltas.ts'

type Change = 'Added' | 'Updated' | 'Replaced' | 'Sync'
const delta = (type: Change | 'Deleted', name: string, version: number | string): Delta<Thing> => ({
  type,
  object: thing(name, version),
})
const gone = (key: string, object?: Thing): Delta<Thing> => ({
  type: 'Deleted',
  object: new DeletedFinalStateUnknown(key, object),
})

async function worldOf(...deltas: Delta<Thing>[]): Promise<World> {
  const world = new World()
  await processDeltas(deltas, false, world)
  world.take()
  return world
}

describe('processDeltas', () => {
  it('CTL-2 FEAT-D9 tells of an addition or an update as the cache knows the object, not as the delta is called', async () => {
    for (const type of ['Added', 'Updated', 'Replaced', 'Sync'] as const) {
      const world = new World()
      await processDeltas([delta(type, 'a', 1), delta(type, 'a', 2)], false, world)
      expect(world.take()).toEqual(['+a1', '~a1>2'])
      expect(world.content).toEqual(['a2'])
    }
  })

  it('FEAT-D9 INV-I6 GUAR-G3 has the cache show a change before it tells of it', async () => {
    const world = new World()
    const shown: (string | undefined)[] = []
    world.seen = ({ key }) => shown.push(world.indexer.getByKey(key)?.metadata.resourceVersion)
    await processDeltas(
      [delta('Added', 'a', 1), delta('Updated', 'a', 2), delta('Deleted', 'a', 3)],
      false,
      world,
    )
    expect(shown).toEqual(['1', '2', undefined])
  })

  it('FEAT-D12 says that an addition is initial, when it is', async () => {
    const world = new World()
    await processDeltas([delta('Added', 'a', 1)], true, world)
    expect(world.take()).toEqual(['+a1 initial'])
  })

  it('CTL-2 tells of a deletion with the last state, once', async () => {
    const world = await worldOf(delta('Added', 'a', 1))
    await processDeltas([delta('Deleted', 'a', 3), delta('Deleted', 'a', 3)], false, world)
    expect(world.take()).toEqual(['-a3'])
    expect(world.drops).toEqual(['unknownDelete'])
  })

  it('FAULT-A10 FAULT-A11 FAULT-A12 tells of a tombstone with the object in it, or the cached one, and the flag', async () => {
    const world = await worldOf(delta('Added', 'a', 1), delta('Added', 'b', 2))
    await processDeltas([gone('a', thing('a', 5)), gone('b')], false, world)
    expect(world.take()).toEqual(['-a5 unknown', '-b2 unknown'])
    expect(world.content).toEqual([])
  })

  it('INV-I3 tells nobody of the end of what nobody was told of, and counts that', async () => {
    const world = new World()
    await processDeltas([delta('Deleted', 'a', 1), gone('b', thing('b', 2))], false, world)
    expect(world.take()).toEqual([])
    expect(world.drops).toEqual(['unknownDelete', 'unknownDelete'])
  })

  it('flags an update without a change of version as sync, and one of another object as replaced', async () => {
    const world = await worldOf(delta('Added', 'a', 1))
    await processDeltas(
      [delta('Sync', 'a', 1), { type: 'Updated', object: thing('a', 2, 'another') }],
      false,
      world,
    )
    expect(world.take()).toEqual(['~a1>1 sync', '~a1>2 replaced'])
  })

  it('FAULT-A9 never takes an update of objects without a version for a resync', async () => {
    const world = await worldOf(delta('Added', 'a', ''))
    await processDeltas([delta('Updated', 'a', '')], false, world)
    expect(world.take()).toEqual(['~a>'])
    const same = world.indexer.getByKey('a') as Thing
    await processDeltas([{ type: 'Sync', object: same }], false, world)
    expect(world.take()).toEqual(['~a> sync'])
  })

  it('CTL-8 keeps the version of the cache level with writes, deletions and bookmarks', async () => {
    const world = await worldOf(delta('Added', 'a', 1))
    const versions: string[] = []
    for (const next of [
      delta('Updated', 'a', 2),
      delta('Deleted', 'a', 3),
      { type: 'Bookmark', resourceVersion: '9' } as const,
      { type: 'ReplacedAll', resourceVersion: '12', objects: new Map() } as const,
    ]) {
      await processDeltas([next], false, world)
      versions.push(world.indexer.lastStoreSyncResourceVersion())
    }
    expect(versions).toEqual(['2', '3', '9', '12'])
    expect(world.take()).toEqual(['~a1>2', '-a3'])
  })

  it('leaves out what comes after a delta that fails', async () => {
    const world = new World()
    const deltas = [
      delta('Added', 'a', 1),
      { type: 'Added', object: {} as Thing } as const,
      delta('Added', 'b', 2),
    ]
    expect(() => processDeltas(deltas, false, world)).toThrow(KeyError)
    expect(world.content).toEqual(['a1'])
    expect(world.take()).toEqual(['+a1'])
  })

  it('waits for who is told before it writes the next delta', async () => {
    const world = new World()
    const gate = Promise.withResolvers<void>()
    const calls: string[][] = []
    const distributor = {
      distribute: (): Promise<void> => {
        calls.push(world.content)
        return gate.promise
      },
    }
    const done = processDeltas(
      [delta('Added', 'a', 1), delta('Added', 'b', 2)],
      false,
      world.with({ distributor }),
    )
    expect(world.content).toEqual(['a1'])
    gate.resolve()
    await done
    expect(calls).toEqual([['a1'], ['a1', 'b2']])
  })
})

describe('processDeltas and events from the past', () => {
  it('FAULT-A14 GUAR-G1 INV-I2 drops and counts what is older than the cache', async () => {
    const world = await worldOf(delta('Added', 'a', 100))
    await processDeltas(
      [delta('Updated', 'a', 90), delta('Added', 'a', 99), delta('Updated', 'a', 101)],
      false,
      world,
    )
    expect(world.take()).toEqual(['~a100>101'])
    expect(world.drops).toEqual(['stale', 'stale'])
  })

  it('FAULT-B10 drops an event that comes again', async () => {
    const world = await worldOf(delta('Added', 'a', 11))
    await processDeltas(
      [delta('Added', 'a', 11), delta('Updated', 'a', 12), delta('Updated', 'a', 12)],
      false,
      world,
    )
    expect(world.take()).toEqual(['~a11>12'])
    expect(world.drops).toEqual(['stale', 'stale'])
  })

  it('FAULT-A14 drops a deletion that is older than the cached object, not one of the same version', async () => {
    const world = await worldOf(delta('Added', 'a', 100))
    await processDeltas([delta('Deleted', 'a', 99)], false, world)
    expect(world.content).toEqual(['a100'])
    await processDeltas([delta('Deleted', 'a', 100)], false, world)
    expect(world.take()).toEqual(['-a100'])
    expect(world.drops).toEqual(['stale'])
  })

  it('FAULT-A14 INV-I2 is not taken back by a replay of the life and death of a predecessor', async () => {
    const world = new World()
    const heir: Delta<Thing> = { type: 'Added', object: thing('a', 100, 'heir') }
    await processDeltas([heir, delta('Updated', 'a', 80), delta('Deleted', 'a', 90), heir], false, world)
    expect(world.take()).toEqual(['+a100'])
    expect(world.drops).toEqual(['stale', 'stale', 'stale'])
  })

  it('compares versions as numbers of any length', async () => {
    const world = await worldOf(delta('Added', 'a', '9007199254740993'))
    await processDeltas(
      [delta('Updated', 'a', '9007199254740992'), delta('Updated', 'a', '10000000000000000')],
      false,
      world,
    )
    expect(world.take()).toEqual(['~a9007199254740993>10000000000000000'])
  })

  it.each([
    ['the cached version', 'abc', '5'],
    ['the new version', '5', 'abc'],
    ['a version that is missing', '5', ''],
  ])('lets everything through when %s has no order', async (_, held, incoming) => {
    const world = await worldOf(delta('Added', 'a', held))
    await processDeltas([delta('Updated', 'a', incoming)], false, world)
    expect(world.take()).toEqual([`~a${held}>${incoming}`])
    expect(world.drops).toEqual([])
  })

  it('lets a relist go back, which may be told after the server was restored', async () => {
    const world = await worldOf(delta('Added', 'a', 100), delta('Added', 'b', 100))
    await processDeltas([delta('Replaced', 'a', 50), delta('Sync', 'b', 50)], false, world)
    expect(world.take()).toEqual(['~a100>50', '~b100>50'])
  })
})

describe('processDeltasInBatch', () => {
  it('CTL-5 FEAT-D10 writes all and then tells of all, in order', async () => {
    const world = await worldOf(delta('Added', 'b', 1), delta('Added', 'c', 1))
    const contents: string[][] = []
    world.seen = () => contents.push(world.content)
    await processDeltasInBatch(
      [delta('Added', 'a', 2), delta('Updated', 'b', 3), delta('Deleted', 'c', 4)],
      false,
      world,
    )
    expect(world.take()).toEqual(['+a2', '~b1>3', '-c4'])
    expect(contents).toEqual([
      ['a2', 'b3'],
      ['a2', 'b3'],
      ['a2', 'b3'],
    ])
  })

  it('CTL-5 FEAT-D10 tells only of those that were written, and says which were not', () => {
    const world = new World({ indexer: new BrokenIndexer(['b']) })
    let failure: unknown
    try {
      void processDeltasInBatch(
        [delta('Added', 'a', 1), delta('Added', 'b', 2), delta('Added', 'c', 3)],
        false,
        world,
      )
    } catch (error) {
      failure = error
    }
    expect(failure).toBeInstanceOf(TransactionError)
    expect(failure).toMatchObject({ successfulIndices: [0, 2], total: 3 })
    expect(world.take()).toEqual(['+a1', '+c3'])
    expect(world.content).toEqual(['a1', 'c3'])
  })

  it('CTL-5 FEAT-D10 tells nobody when nothing was written', () => {
    const world = new World({ indexer: new BrokenIndexer(['a', 'b']) })
    const deltas = [delta('Added', 'a', 1), delta('Added', 'b', 2)]
    expect(() => processDeltasInBatch(deltas, false, world)).toThrow('2 of 2 operations')
    expect(world.take()).toEqual([])
  })

  it('CTL-5 rejects with what could not be written after who is told has taken the rest', async () => {
    const world = new World({ indexer: new BrokenIndexer(['b']) })
    const told: number[] = []
    const distributor = {
      async distribute(notifications: Iterable<unknown>) {
        await Promise.resolve()
        told.push([...notifications].length)
      },
    }
    const deltas = [delta('Added', 'a', 1), delta('Added', 'b', 2)]
    const done = processDeltasInBatch(deltas, false, world.with({ distributor }))
    await expect(done).rejects.toThrow('1 of 2 operations')
    expect(told).toEqual([1])
  })

  it('drops what is stale, and deletions of what is not there', async () => {
    const world = await worldOf(delta('Added', 'a', 100))
    await processDeltasInBatch(
      [delta('Updated', 'a', 90), delta('Deleted', 'b', 95), gone('c')],
      false,
      world,
    )
    expect(world.take()).toEqual([])
    expect(world.drops).toEqual(['stale', 'unknownDelete', 'unknownDelete'])
  })

  it('refuses a delta about all objects before anything is written', () => {
    const world = new World()
    const deltas: Delta<Thing>[] = [delta('Added', 'a', 1), { type: 'SyncAll' }]
    expect(() => processDeltasInBatch(deltas, false, world)).toThrow(TypeError)
    expect(world.content).toEqual([])
  })
})
