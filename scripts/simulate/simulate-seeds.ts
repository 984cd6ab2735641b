import fc from 'fast-check'
import { historyOf, live, type Counts } from '../../tests/support/informer-history.ts'

/** A seed under which an invariant did not hold. */
interface FailedSeed {
  readonly seed: number
  /** What was wrong, and the shortest history in which it is. */
  readonly report: string
}

/** What came of some seeds. */
export interface Simulated extends Counts {
  readonly seeds: number
  readonly failed: FailedSeed | undefined
}

/** Lives through one history of so many steps for each seed, and ends with the first that fails. */
export async function simulateSeeds(seeds: Iterable<number>, steps: number): Promise<Simulated> {
  const counts = { fired: new Map<string, number>(), checked: new Map<string, number>() }
  let done = 0
  for (const seed of seeds) {
    const property = fc.asyncProperty(historyOf(steps, steps), (history) => live(history, counts))
    // oxlint-disable-next-line no-await-in-loop -- one world at a time
    const details = await fc.check(property, { seed, numRuns: 1 })
    done += 1
    if (details.failed)
      return { ...counts, seeds: done, failed: { seed, report: fc.defaultReportMessage(details) ?? '' } }
  }
  return { ...counts, seeds: done, failed: undefined }
}
