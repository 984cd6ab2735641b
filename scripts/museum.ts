/**
 * Puts each bug of the museum back, one at a time, and prints whether the tests caught it.
 *
 * An exhibit is a bug that an informer library once had; its mutant is a patch of one module, applied while the tests
 * with the mutant's id run and nowhere else. Reads the last test report, or runs the tests for one. Fails where a bug
 * survives. `npm run museum -- FAULT-A20` shows those of one row, `--why` which test turned red.
 */
import { spawnSync } from 'node:child_process'
import { argv, exit } from 'node:process'
import { reportFile, testResults } from './check/test-results.ts'
import { runMutants } from './features/run-mutants.ts'
import { exhibits, mutantOf } from './museum/exhibits.ts'

const only = argv.slice(2).filter((argument) => !argument.startsWith('-'))
if (!testResults()) {
  spawnSync(`vitest run --reporter=json --outputFile.json=${reportFile}`, { shell: true, stdio: 'inherit' })
}
const shown = exhibits.filter(({ row }) => only.length === 0 || only.includes(row))
const verdicts = await runMutants(
  shown.flatMap((exhibit) => mutantOf(exhibit) ?? []),
  testResults() ?? [],
)

let caught = 0
for (const exhibit of shown) {
  const mutant = mutantOf(exhibit)
  const verdict = verdicts.find((each) => each.mutant === mutant)
  const isCaught = verdict?.outcome === 'killed'
  if (isCaught) caught++
  const outcome = isCaught ? 'caught' : (verdict?.outcome ?? 'no mutant').toUpperCase()
  console.log(
    `${outcome.padEnd(9)} ${exhibit.row.padEnd(9)} ${exhibit.breaks}\n${' '.repeat(20)}${exhibit.bug}`,
  )
  if (!isCaught || argv.includes('--why')) console.log(`${' '.repeat(20)}${verdict?.why ?? ''}`)
}
console.log(`\n${caught} of ${shown.length} historic bugs caught`)
exit(caught < shown.length ? 1 : 0)
