/**
 * Runs what a change must pass, one suite after the other, and says what each took of its budget.
 *
 * `--full` adds the suites that are too long for every change. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { argv, env, exit } from 'node:process'
import { suites } from './check/suites.ts'
import { testCounts } from './check/test-results.ts'

const full = argv.includes('--full')
// Turbo reports home unless it is told not to.
const quiet = { ...env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
const took: string[] = []
let broken = 0
for (const suite of suites.filter(({ when }) => full || when === 'always')) {
  console.log(`\n── ${suite.name}: ${suite.command}`)
  const begin = process.hrtime.bigint()
  const { status } = spawnSync(suite.command, {
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: quiet,
  })
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9
  const over = seconds > suite.budget ? ', over its budget' : ''
  took.push(`${suite.name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s of ${suite.budget} s${over}`)
  if (status !== 0) {
    broken++
    took.push(`${suite.name.padEnd(12)} FAILED (exit ${status})`)
  }
}
const { passed, failed } = testCounts()
console.log(`\n${took.join('\n')}\n`)
console.log(`${passed} passed, ${failed + broken} failed`)
exit(broken + failed > 0 || passed === 0 ? 1 : 0)
