import { env } from 'node:process'
import { describe, expect, it } from 'vitest'
import { electionRun, type ElectionRun } from './support/election-run.ts'

const seeds = Number(env['RXKUBE_SEEDS'] ?? (env['RXKUBE_FULL'] === undefined ? 200 : 10_000))

describe('two electors on one server', { timeout: 60_000 + seeds * 200 }, () => {
  it(`INV-E1 INV-E2 INV-E3 INV-E4 LE-11 never lead together, and the other leads in time, over ${seeds} seeds`, async () => {
    const wrong: (readonly [seed: number, run: ElectionRun])[] = []
    const fates = new Set<string>()
    for (let seed = 1; seed <= seeds; seed++) {
      const run = await electionRun(seed)
      fates.add(run.fate)
      if (run.violations.length > 0) wrong.push([seed, run])
    }
    expect(wrong).toEqual([])
    expect(fates.size).toBe(5)
  })
})
