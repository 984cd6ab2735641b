import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indexer } from '@rxkube/indexer'
import { apply, applyToMap, history, indexFuncs, makeIndexer, valuesOf } from './support/history.ts'
import type { Pod } from './support/pods.ts'

const indices = Object.keys(indexFuncs) as (keyof typeof indexFuncs)[]

describe('after any history', () => {
  it('ST-12 FEAT-C2 FEAT-C4 INV-I7 FAULT-F8 indices agree with a plain filter, and have no empty bucket', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const indexer = makeIndexer()
        const model = new Map<string, Pod>()
        for (const step of steps) {
          apply(indexer, step)
          applyToMap(model, step)
          expect(contentOf(indexer)).toEqual(contentByDefinition(indexer, model))
        }
      }),
    )
  })

  it('GUAR-G11 snapshots answer from the instant when they were taken, whatever is written later', () => {
    fc.assert(
      fc.property(history, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (steps, takes) => {
        const indexer = makeIndexer()
        const taken: { snapshot: ReturnType<typeof indexer.snapshot>; picture: string }[] = []
        for (const [place, step] of steps.entries()) {
          if (takes[place] === true) taken.push({ snapshot: indexer.snapshot(), picture: picture(indexer) })
          apply(indexer, step)
        }
        for (const { snapshot, picture: before } of taken) expect(picture(snapshot)).toBe(before)
      }),
    )
  })
})

/** What an indexer has, in every way of asking. */
function contentOf(indexer: Indexer<Pod>) {
  const filed = indices.map((index) => {
    const values = indexer.listIndexFuncValues(index)
    return new Map(values.map((value) => [value, indexer.indexKeys(index, value)]))
  })
  return {
    filed,
    size: indexer.size,
    objects: new Map(indexer.listKeys().map((key) => [key, indexer.getByKey(key)])),
    values: new Set(indexer.values()),
  }
}

/** The same by the definition of an index. */
function contentByDefinition(indexer: Indexer<Pod>, model: ReadonlyMap<string, Pod>) {
  const filed = indices.map((index) => {
    const expected = new Map<string, string[]>()
    if (!indexer.getIndexers().has(index)) return expected
    for (const [key, object] of model) {
      for (const value of new Set(valuesOf(index, object))) {
        expected.set(value, [...(expected.get(value) ?? []), key].toSorted())
      }
    }
    return expected
  })
  return { filed, size: model.size, objects: model, values: new Set(model.values()) }
}

type Readable = Pick<ReturnType<Indexer<Pod>['snapshot']>, 'listKeys' | 'getByKey' | 'size' | 'indexKeys'>

/** All that there is to read, as text; of the indices that are there from the beginning. */
function picture(source: Readable): string {
  const objects = source
    .listKeys()
    .toSorted()
    .map((key) => [key, source.getByKey(key)])
  const filed = (['node', 'labels', 'throwing'] as const).map((index) =>
    ['n1', 'n2', 'bad', 'constructor', 'web', 'db', 'x', 'y', '', 'all'].map((value) =>
      source.indexKeys(index, value),
    ),
  )
  return JSON.stringify([source.size, objects, filed])
}
