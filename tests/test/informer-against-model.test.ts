import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expected, historyOf, live } from '../support/informer-history.ts'

const runs = Number(process.env['RXKUBE_RUNS'] ?? (process.env['RXKUBE_FULL'] === undefined ? 400 : 10_000))

describe('an informer against the model server', () => {
  const counts = { fired: new Map<string, number>(), checked: new Map<string, number>() }

  it(
    'INV-I1 INV-I2 INV-I3 INV-I4 INV-I5 INV-I6 INV-I7 INV-I8 INV-I9 INV-I10 INV-I11 INV-I12 INV-I14 INV-I16 INV-I17 INV-I18 INV-I19 keeps its invariants in any history',
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(historyOf(5, 40), async (history) => {
          await expect(live(history, counts)).resolves.toBeUndefined()
        }),
        {
          numRuns: runs,
          // Nobody reads how a mutant fails.
          endOnFailure: process.env['RXKUBE_MUTANT'] !== undefined,
          ...(process.env['RXKUBE_SEED'] !== undefined && { seed: Number(process.env['RXKUBE_SEED']) }),
        },
      )
    },
  )

  it('really met every kind of fault and the condition of every invariant', () => {
    const line = (of: ReadonlyMap<string, number>, keys: readonly string[]) =>
      keys.map((key) => `${key} ${of.get(key) ?? 0}`).join(', ')
    process.stdout.write(
      `faults: ${line(counts.fired, expected.fired)}\nchecks: ${line(counts.checked, expected.checked)}\n`,
    )
    expect(expected.fired.filter((fault) => !counts.fired.has(fault))).toEqual([])
    expect(expected.checked.filter((id) => (counts.checked.get(id) ?? 0) === 0)).toEqual([])
  })
})
