import { DeltaFIFO, RealFIFO, type Queue } from '@rxkube/delta-fifo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Cache, words, type Thing } from './support/things.ts'
import { history, play } from './support/history.ts'

const queues: readonly (readonly [string, (cache: Cache) => Queue<Thing>])[] = [
  ['an atomic RealFIFO', () => new RealFIFO({ batchSize: 3 })],
  [
    'a RealFIFO that compares with the cache',
    (knownObjects) => new RealFIFO({ atomicEvents: false, knownObjects, batchSize: 3 }),
  ],
  ['a DeltaFIFO', (knownObjects) => new DeltaFIFO({ knownObjects, batchSize: 3 })],
]

describe.each(queues)('%s after any history', (_, make) => {
  it('GUAR-G4 leaves its consumer with what the server has: nothing is lost, nothing resurrected', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { cache, server } = await play(make, steps)
        expect(cache.versions()).toEqual(server)
      }),
    )
  })

  it('GUAR-G1 INV-I17 never takes a key back to an older version, resyncs included', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { regressions } = await play(make, steps)
        expect(regressions).toEqual([])
      }),
    )
  })

  it('GUAR-G7 FEAT-D6 flags deltas initial up to the sync, never after it, and syncs once', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { flags } = await play(make, steps)
        const firstLater = flags.findIndex(({ initial }) => !initial)
        const later = firstLater === -1 ? [] : flags.slice(firstLater)
        expect(later.filter(({ initial, synced }) => initial || !synced)).toEqual([])
      }),
    )
  })
})

describe('an atomic RealFIFO after any history', () => {
  it('RQ-1 FEAT-D1 GUAR-G8 pops in the order in which things were appended', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { popped, appended } = await play(() => new RealFIFO({ batchSize: 3 }), steps)
        expect(popped.filter((word) => word !== 'SyncAll')).toEqual(appended)
      }),
    )
  })

  it('RQ-8 FEAT-D4 has no key twice in a batch, and nothing about all objects in one', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { batches } = await play(() => new RealFIFO({ batchSize: 3 }), steps)
        for (const deltas of batches) {
          const said = words(deltas)
          const keys = said.map((word) => word.replace(/^\w+ ([a-z])\??\d*$/, '$1'))
          expect(deltas.length).toBeLessThanOrEqual(3)
          expect(new Set(keys).size).toBe(deltas.length)
          expect(deltas.length === 1 || said.every((word) => !/All|Bookmark/.test(word))).toBe(true)
        }
      }),
    )
  })
})
