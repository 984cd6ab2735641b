/**
 * Prints every row of the feature table with its tests and its mutants, and fails where one is missing or red.
 *
 * A row is shown when a test that carries its id passes; a row that informers are unsafe without (●) also needs a
 * mutant: the behaviour taken out, the tests of the row red. Reads the last test report, or runs the tests for one.
 */
import { spawnSync } from 'node:child_process'
import { argv, exit } from 'node:process'
import { reportFile, testResults, type TestResult } from './check/test-results.ts'
import { rows } from './features/rows.ts'
import { runMutants } from './features/run-mutants.ts'

const only = argv.slice(2).filter((argument) => !argument.startsWith('-'))
const quiet = argv.includes('--no-mutants')
if (!testResults()) {
  spawnSync(`vitest run --reporter=json --outputFile.json=${reportFile}`, { shell: true, stdio: 'inherit' })
}
const results = testResults() ?? []
const byRow = new Map<string, TestResult[]>()
for (const result of results) {
  for (const [, id] of result.name.matchAll(/\bFEAT-([A-F]\d+)\b/g)) {
    if (id !== undefined) byRow.set(id, [...(byRow.get(id) ?? []), result])
  }
}
const wanted = rows.filter(({ id }) => only.length === 0 || only.includes(id))
const kills = quiet ? new Map<string, string>() : await runMutants(wanted, byRow)
let missing = 0
for (const { id, core, feature } of wanted) {
  const tests = byRow.get(id) ?? []
  const green = tests.length > 0 && tests.every(({ status }) => status === 'passed')
  const mutant = kills.get(id) ?? (core && !quiet ? 'NO MUTANT' : '')
  const bad = !green || mutant.startsWith('NO') || mutant.startsWith('SURVIVED')
  if (bad) missing++
  const shown =
    tests.length === 0 ? 'NO TEST' : `${tests.length} ${green ? 'passed' : 'tests, NOT ALL PASSED'}`
  console.log(
    `${bad ? '✗' : '✓'} ${id.padEnd(4)}${core ? '●' : ' '} ${shown.padEnd(12)} ${mutant.padEnd(28)} ${feature}`,
  )
}
console.log(`\n${wanted.length - missing} of ${wanted.length} rows shown`)
exit(missing > 0 ? 1 : 0)
