import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mutate, MutantError } from '../mutant.ts'
import { mutants } from '../mutants.ts'
import { rows } from '../../scripts/features/rows.ts'

const root = join(import.meta.dirname, '../..')
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('mutants', () => {
  it('each replace what stands exactly once in their module, by something else', () => {
    const same = mutants.filter((mutant) => mutate(mutant, textOf(mutant.file)) === textOf(mutant.file))
    expect(same).toEqual([])
  })

  it('are there for each row that informers are unsafe without', () => {
    const covered = new Set(mutants.map(({ row }) => row))
    const missing = rows.filter(({ id, core }) => core && !covered.has(`FEAT-${id}`))
    expect(missing).toEqual([])
  })

  it('name rows of the feature table, faults, invariants, guarantees, models, security or controllers, and no two break the same', () => {
    const known = new Set(rows.map(({ id }) => `FEAT-${id}`))
    const unknown = mutants.filter(
      ({ row }) =>
        !known.has(row) && !/^(?:(?:FAULT|INV|GUAR|MODEL|SEC)-[A-Z]|(?:RS|D|H|E|S|T|N|X)-)\d+$/.test(row),
    )
    expect(unknown).toEqual([])
    expect(new Set(mutants.map(({ row, breaks }) => `${row} ${breaks}`)).size).toBe(mutants.length)
  })

  it.each(['', 'ab ab'])('refuse a module that does not hold their piece once: "%s"', (code) => {
    const mutant = { row: 'FEAT-A1', breaks: 'it', file: 'a.ts', find: 'ab', replace: '' }
    expect(() => mutate(mutant, code)).toThrow(MutantError)
  })
})
