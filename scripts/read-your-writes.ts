/**
 * Runs a controller that counts its children in a cache that lags behind, in each mode of `readYourWrites`, and prints how
 * often it made too many: `npm run read-your-writes -- --seeds 100`.
 */
import { exit } from 'node:process'
import { parseArgs } from 'node:util'
import { complaint, modes, runSeeds } from '../tests/read-your-writes/seeds.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' } } })
const seeds = Number(values.seeds)
if (!Number.isInteger(seeds) || seeds < 1) {
  console.error(`--seeds ${values.seeds}: expected a number from 1 on`)
  exit(2)
}

const row = (...cells: readonly string[]): void =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(8) : cell.padStart(20))).join(''))

row('mode', 'seeds', 'over-created', 'exactly three', 'time')
const complaints: string[] = []
for (const mode of modes) {
  const began = performance.now()
  const result = await runSeeds(mode, seeds)
  const time = (performance.now() - began) / 1000
  const percent = (count: number): string => `${count} (${((count / seeds) * 100).toFixed(1)} %)`
  row(mode, String(seeds), percent(result.overCreated), percent(result.exact), `${time.toFixed(1)} s`)
  const wrong = complaint(result)
  if (wrong !== undefined) complaints.push(wrong)
}
for (const text of complaints) console.error(text)
exit(complaints.length > 0 ? 1 : 0)
