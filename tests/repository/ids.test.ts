import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** The ids in every test file; each stands in the name of a test. */
const ids = new Set(
  globSync(['{packages,apps}/*/test/**/*.test.ts', 'tests/**/*.test.ts'], { cwd: root })
    .filter((file) => !file.includes('node_modules'))
    .flatMap(
      (file) => readFileSync(join(root, file), 'utf8').match(/\b(?:FAULT|INV|GUAR)-[A-Z]\d+\b/g) ?? [],
    ),
)

const rows = (prefix: string, last: number): string[] =>
  Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`)

describe('what is promised', () => {
  it('has a test for every fault in lists, watches, transport, credentials, stores and handlers', () => {
    const faults = [
      ...rows('FAULT-A', 26),
      ...rows('FAULT-B', 15),
      ...rows('FAULT-C', 12),
      ...rows('FAULT-D', 3),
      ...rows('FAULT-F', 15),
    ]
    expect(faults.filter((id) => !ids.has(id))).toEqual([])
  })

  it('has a test for every invariant of an informer', () => {
    expect(rows('INV-I', 19).filter((id) => !ids.has(id))).toEqual([])
  })

  it('has a test for every invariant of a queue, and for every fault in one', () => {
    const all = [...rows('INV-Q', 8), ...rows('FAULT-G', 12)]
    expect(all.filter((id) => !ids.has(id))).toEqual([])
  })

  it('has a test for every guarantee, and every guarantee is written down', () => {
    const guarantees = readFileSync(join(root, 'docs/guarantees.md'), 'utf8')
    const written = new Set([...guarantees.matchAll(/\bGUAR-G\d+\b/g)].map(([id]) => id))
    const tested = [...ids].filter((id) => id.startsWith('GUAR-'))
    expect(tested.toSorted()).toEqual([...written].toSorted())
  })

  it('names only tests that exist in the guarantees and the README', () => {
    const text = ['docs/guarantees.md', 'README.md']
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n')
    const named = [...text.matchAll(/\b(?:FAULT|INV|GUAR)-[A-Z]\d+\b/g)].map(([id]) => id)
    expect([...new Set(named)].filter((id) => !ids.has(id))).toEqual([])
  })
})
