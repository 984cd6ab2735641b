import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mutant } from '../../mutants/mutant.ts'
import type { TestResult } from '../check/test-results.ts'
import { carries } from './carries.ts'
import { tryMutant, type Verdict } from './try-mutant.ts'

// One more than a small machine has cores: some mutants are told by a test that waits in vain.
const atOnce = 3

/** Tries these mutants, a few at a time. */
export async function runMutants(
  mutants: readonly Mutant[],
  results: readonly TestResult[],
): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rxkube-mutants-'))
  const jobs = mutants.entries()
  const verdicts: Verdict[] = []
  const worker = async (): Promise<void> => {
    for (const [index, mutant] of jobs) {
      const tests = results.filter(({ name }) => carries(name, mutant.row))
      verdicts.push(await tryMutant(mutant, tests, join(folder, `${index}.json`)))
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, worker))
  } finally {
    rmSync(folder, { recursive: true })
  }
  return verdicts
}
