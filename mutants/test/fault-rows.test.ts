import { describe, expect, it } from 'vitest'
import { faultRows } from '../../scripts/faults/rows.ts'
import { survivalOf } from '../../scripts/faults/survival.ts'

const row = { id: 'A1', fault: 'a lagging server' }
const test = (name: string, status: 'passed' | 'failed' | 'skipped', file = 'a.test.ts') => ({
  name,
  status,
  file,
})

describe('the fault matrix', () => {
  it('has its 113 rows, each once', () => {
    expect(Object.groupBy(faultRows, ({ id }) => id[0] as string)).toMatchObject({
      A: { length: 26 },
      B: { length: 15 },
      C: { length: 12 },
      D: { length: 6 },
      E: { length: 9 },
      F: { length: 15 },
      G: { length: 12 },
      H: { length: 10 },
      I: { length: 5 },
      J: { length: 3 },
    })
    expect(new Set(faultRows.map(({ id }) => id)).size).toBe(113)
  })

  it('calls a row survived when tests with its id ran and none failed', () => {
    const results = [test('FAULT-A1 x', 'passed'), test('FAULT-A1 y', 'passed', 'b.test.ts')]
    expect(survivalOf(row, results)).toMatchObject({ outcome: 'survived', tests: 2, files: 2 })
    expect(survivalOf(row, [...results, test('FAULT-A1', 'failed')]).outcome).toBe('failed')
  })

  it('does not count the tests of A10 for A1, nor those that did not run', () => {
    const results = [test('FAULT-A10 x', 'passed'), test('FAULT-A1 x', 'skipped')]
    expect(survivalOf(row, results)).toMatchObject({ outcome: 'untested', tests: 0 })
  })

  it('calls a row failed when any test of it failed, and untested when none carries its id', () => {
    const results = [test('FAULT-A1 x', 'passed'), test('FAULT-A1 y', 'failed')]
    expect(survivalOf(row, results).outcome).toBe('failed')
    expect(survivalOf(row, []).outcome).toBe('untested')
  })
})
