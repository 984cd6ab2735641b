import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLabelSelector } from '@rxkube/meta'
import type { Selection } from '@rxkube/indexer'
import { apply, applyToMap, history, keyOf, makeIndexer, valuesOf } from './support/history.ts'
import type { Pod } from './support/pods.ts'

const filed = fc.constantFrom<Selection[]>(
  {},
  { index: 'node', value: 'n1' },
  { index: 'labels', value: 'web' },
  { index: 'throwing', value: 'x' },
  { index: 'throwing', value: 'all' },
)

const narrowing = fc.record(
  {
    selector: fc.constantFrom('app=web', 'app', '!tier', 'tier notin (web)'),
    namespace: fc.constantFrom('x', ''),
    keys: fc.uniqueArray(fc.constantFrom('x/a', 'x/b', 'y/a', 'a', '__proto__')),
  },
  { requiredKeys: [] },
)

const selection = fc
  .tuple(filed, narrowing)
  .map((parts): Selection => Object.assign({}, ...parts) as Selection)

/** By the definition of a selection. */
function filtered(objects: ReadonlyMap<string, Pod>, { index, value = '', ...rest }: Selection): Pod[] {
  const { selector = '', namespace = '', keys } = rest
  const labels = parseLabelSelector(selector as string)
  const wanted = keys === undefined ? undefined : [...keys]
  return [...objects.values()]
    .filter((object) => wanted === undefined || wanted.includes(keyOf(object)))
    .filter((object) => index === undefined || valuesOf(index as 'node', object).includes(value))
    .filter((object) => namespace === '' || object.metadata?.namespace === namespace)
    .filter((object) => labels.matches(object.metadata?.labels))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

describe('after any history', () => {
  it('GUAR-G3 live queries agree with a plain filter after each turn, emitting once and only when it changed', () => {
    fc.assert(
      fc.property(history, fc.array(selection, { minLength: 1, maxLength: 6 }), (steps, selections) => {
        const indexer = makeIndexer()
        const model = new Map<string, Pod>()
        const followed = selections.map((one) => {
          const query = { one, answers: [] as (readonly unknown[])[] }
          indexer.select$(one).subscribe((answer) => query.answers.push(answer))
          return query
        })
        for (const step of steps) {
          const before = followed.map(({ answers }) => answers.length)
          apply(indexer, step)
          applyToMap(model, step)
          for (const [place, { one, answers }] of followed.entries()) {
            expect(answers.at(-1)).toEqual(filtered(model, one))
            expect(answers.length - (before[place] ?? 0)).toBeLessThanOrEqual(1)
          }
        }
      }),
    )
  })

  it('live queries begun at any time begin with what a plain filter gives', () => {
    fc.assert(
      fc.property(history, selection, (steps, one) => {
        const indexer = makeIndexer()
        const model = new Map<string, Pod>()
        for (const step of steps) {
          apply(indexer, step)
          applyToMap(model, step)
        }
        const answers: (readonly unknown[])[] = []
        indexer.select$(one).subscribe((answer) => answers.push(answer))
        expect(answers).toEqual([filtered(model, one)])
      }),
    )
  })
})
