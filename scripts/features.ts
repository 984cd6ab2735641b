/**
 * Prints every row of the feature table with its tests and its mutants, and fails where one is missing or red.
 *
 * A row is shown when a test that carries its id passes; a row that informers are unsafe without (●) also needs a
 * mutant: the behaviour taken out, a test of the row red. Below the table stand the mutants of other ids, such as
 * FAULT-A20, and the rows of the controllers, shown when all of their tests pass. Reads the last test report, or runs the tests for one.
 *
 * `npm run features -- B1 FAULT-A20` shows these alone, `--core` tries the mutants of ● rows alone, `--no-mutants` only
 * counts tests, `--why` says which test each mutant turned red.
 */
import { spawnSync } from 'node:child_process'
import { argv, exit } from 'node:process'
import { mutants } from '../mutants/mutants.ts'
import { reportFile, testResults } from './check/test-results.ts'
import { carries } from './features/carries.ts'
import { controllerRows } from './features/controller-rows.ts'
import { rows } from './features/rows.ts'
import { runMutants } from './features/run-mutants.ts'
import type { Verdict } from './features/try-mutant.ts'

const only = argv.slice(2).filter((argument) => !argument.startsWith('-'))
const quiet = argv.includes('--no-mutants')
if (!testResults()) {
  spawnSync(`vitest run --reporter=json --outputFile.json=${reportFile}`, { shell: true, stdio: 'inherit' })
}
const results = testResults() ?? []
const features = rows.map(({ id, core, feature }) => ({ id: `FEAT-${id}`, core, feature }))
const others = [...new Set(mutants.map(({ row }) => row))]
  .filter((id) => !features.some((feature) => feature.id === id))
  .map((id) => ({ id, core: false, feature: mutants.find(({ row }) => row === id)?.breaks ?? '' }))
const wanted = [...features, ...others].filter(
  ({ id }) => only.length === 0 || only.includes(id) || only.includes(id.replace('FEAT-', '')),
)
const tried = argv.includes('--core') ? wanted.filter((row) => row.core) : wanted
const ids = new Set(tried.map(({ id }) => id))
const chosen = mutants.filter(({ row }) => ids.has(row))
const verdicts = quiet ? [] : await runMutants(chosen, results)

let missing = 0
let isTable = true
for (const { id, core, feature } of wanted) {
  if (isTable && !id.startsWith('FEAT-')) console.log('')
  isTable = id.startsWith('FEAT-')
  const tests = results.filter(({ name }) => carries(name, id))
  const green = tests.length > 0 && tests.every(({ status }) => status === 'passed')
  const own = verdicts.filter(({ mutant }) => mutant.row === id)
  const isBad =
    !green || own.some(({ outcome }) => outcome !== 'killed') || (core && !quiet && own.length === 0)
  if (isBad) missing++
  const shown = tests.length === 0 ? 'NO TEST' : `${tests.length} ${green ? 'passed' : 'NOT ALL PASSED'}`
  const mutant = core && !quiet && own.length === 0 ? 'NO MUTANT' : summary(own)
  const columns = [`${id.padEnd(10)}${core ? '●' : ' '}`, shown.padEnd(9), mutant.padEnd(9), feature]
  console.log(`${isBad ? '✗' : '✓'} ${columns.join('  ')}`)
  for (const verdict of own) tell(verdict)
}
const controllers = controllerRows.filter(
  ({ id, shownBy }) =>
    only.length === 0 || only.includes(String(id)) || shownBy.some((test) => only.includes(test)),
)
if (controllers.length > 0) console.log('')
let unshown = 0
for (const { id, feature, shownBy } of controllers) {
  const lacking = shownBy.filter((test) => {
    const tests = results.filter(({ name }) => carries(name, test))
    return tests.length === 0 || tests.some(({ status }) => status !== 'passed')
  })
  if (lacking.length > 0) unshown++
  const how = lacking.length > 0 ? `NOT SHOWN: ${lacking.join(' ')}` : shownBy.join(' ')
  console.log(`${lacking.length > 0 ? '✗' : '✓'} ${String(id).padEnd(4)}${feature}  (${how})`)
}
if (controllers.length > 0) {
  console.log(`\n${controllers.length - unshown} of ${controllers.length} rows of the controllers shown`)
}
console.log(
  `\n${wanted.length - missing} of ${wanted.length} rows shown` +
    (quiet ? '' : `; ${count(verdicts, 'killed')} of ${verdicts.length} mutants killed`),
)
exit(missing + unshown > 0 ? 1 : 0)

function summary(own: readonly Verdict[]): string {
  return own.length === 0 ? '' : `${count(own, 'killed')}/${own.length} killed`
}

function count(list: readonly Verdict[], wantedOutcome: Verdict['outcome']): number {
  return list.filter(({ outcome }) => outcome === wantedOutcome).length
}

function tell({ mutant, outcome, why, seconds }: Verdict): void {
  if (outcome !== 'killed') console.log(`    ${outcome.toUpperCase()}: ${mutant.breaks} — ${why}`)
  else if (argv.includes('--why')) console.log(`    ${seconds.toFixed(1)} s: ${mutant.breaks} — ${why}`)
}
