import type { TestResult } from '../check/test-results.ts'
import { carries } from '../features/carries.ts'
import type { FaultRow } from './rows.ts'

/** What the last run of the tests says of one row of the matrix. */
export interface Survival {
  readonly row: FaultRow
  readonly outcome: 'survived' | 'failed' | 'untested'
  /** Tests with its id that ran. */
  readonly tests: number
  /** Files that these tests are in: each looks at the fault in its own way. */
  readonly files: number
}

/** Looks a row up in the tests that ran. */
export function survivalOf(row: FaultRow, results: readonly TestResult[]): Survival {
  const own = results.filter(({ name }) => carries(name, `FAULT-${row.id}`))
  const ran = own.filter(({ status }) => status === 'passed' || status === 'failed')
  const files = new Set(ran.map(({ file }) => file)).size
  const isRed = ran.some(({ status }) => status === 'failed')
  if (isRed) return { row, outcome: 'failed', tests: ran.length, files }
  return { row, outcome: ran.length > 0 ? 'survived' : 'untested', tests: ran.length, files }
}
