import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rows } from '../../scripts/features/rows.ts'
import { carries } from '../../scripts/features/carries.ts'
import { exhibits, mutantOf } from '../../scripts/museum/exhibits.ts'

const root = join(import.meta.dirname, '../..')
const fewest = 30

describe('the museum of historic bugs', () => {
  it('has a mutant for each exhibit, and no mutant twice', () => {
    expect(exhibits.filter((exhibit) => mutantOf(exhibit) === undefined)).toEqual([])
    expect(new Set(exhibits.map(mutantOf)).size).toBe(exhibits.length)
    expect(exhibits.length).toBeGreaterThanOrEqual(fewest)
  })

  it('has an exhibit for each row that informers are unsafe without', () => {
    const shown = new Set(exhibits.map(({ row }) => row))
    expect(rows.filter(({ id, core }) => core && !shown.has(`FEAT-${id}`))).toEqual([])
  })

  it('has tests that carry the id of each exhibit', () => {
    const tests = globSync(['packages/*/test/**/*.test.ts', 'tests/**/*.test.ts'], { cwd: root })
      .filter((file) => !file.includes('node_modules'))
      .map((file) => readFileSync(join(root, file), 'utf8'))
    const untested = exhibits.filter(({ row }) => !tests.some((text) => carries(text, row)))
    expect(untested).toEqual([])
  })
})
