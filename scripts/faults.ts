/**
 * Prints the fault matrix: for each of its 113 rows whether it is survived, and by how many tests in how many files.
 *
 * A row is survived when tests with its id ran and none failed. Reads the last test report, or runs the tests for one.
 * Fails where a row is not survived.
 *
 * `npm run faults -- A20 B3` shows these alone.
 */
import { spawnSync } from 'node:child_process'
import { argv, exit } from 'node:process'
import { reportFile, testResults } from './check/test-results.ts'
import { faultRows } from './faults/rows.ts'
import { survivalOf, type Survival } from './faults/survival.ts'

const only = argv.slice(2).map((id) => id.replace('FAULT-', ''))
if (!testResults()) {
  spawnSync(`vitest run --reporter=json --outputFile.json=${reportFile}`, { shell: true, stdio: 'inherit' })
}
const results = testResults() ?? []
const survivals = faultRows
  .filter(({ id }) => only.length === 0 || only.includes(id))
  .map((row) => survivalOf(row, results))

const signs = { survived: '✓', failed: '✗', untested: '✗' } as const
for (const { row, outcome, tests, files } of survivals) {
  const ran = tests === 0 ? '' : `${tests} tests in ${files} files`
  console.log(
    `${signs[outcome]} FAULT-${row.id.padEnd(4)} ${outcome.padEnd(9)} ${ran.padEnd(20)} ${row.fault}`,
  )
}
const count = (wanted: Survival['outcome']): number =>
  survivals.filter(({ outcome }) => outcome === wanted).length
console.log(
  `\n${survivals.length} rows: ${count('survived')} survived, ${count('failed')} failed, ${count('untested')} without a test`,
)
exit(count('failed') + count('untested') > 0 ? 1 : 0)
