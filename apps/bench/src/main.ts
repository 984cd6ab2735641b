/**
 * Measures this project's informer beside client-node's and a raw loop, interleaved, against the same kind of server.
 *
 * Prints one table a size, of medians, and with `--json FILE` writes every figure. Ends with 1 if anyone failed.
 */
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { argv, exit, version } from 'node:process'
import { parseArgs } from 'node:util'
import { contenders } from './contenders/contenders.ts'
import type { Measurement } from './measure/measurement.ts'
import { round, type Failure } from './round.ts'
import { median, table, type Row } from './table.ts'

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    pods: { type: 'string', multiple: true },
    events: { type: 'string' },
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
  },
})
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3))
const sizes = (values.pods ?? (values.quick ? ['1000', '10000'] : ['10000', '50000'])).map(Number)
const events = Number(values.events ?? (values.quick ? 10_000 : 20_000))
const names = values.only ?? [...contenders.keys()]
const unknown = names.filter((name) => !contenders.has(name))
if (unknown.length > 0) {
  console.error(`no contender named ${unknown.join(', ')}: there are ${[...contenders.keys()].join(', ')}`)
  exit(2)
}

const all: (Measurement | Failure)[] = []
const machine = { node: version, cores: cpus().length, model: cpus()[0]?.model.trim() ?? '' }
const load = { start: loadavg()[0] ?? 0, end: 0 }
console.log(
  `Node ${machine.node}, ${machine.cores} cores (${machine.model}), load ${load.start.toFixed(1)} at the start`,
)
for (const pods of sizes) {
  const taken = new Map<string, (Measurement | Failure)[]>(names.map((name) => [name, []]))
  for (let turn = 0; turn < rounds; turn++) {
    // One after the other within each turn, so that a slow spell of the machine falls on all of them.
    for (const name of names) {
      const measured = await round(name, { pods, events })
      all.push(measured)
      taken.get(name)?.push(measured)
    }
  }
  console.log(
    `\n${table(
      pods,
      [...taken].map(([name, list]) => row(name, pods, list)),
    )}`,
  )
}
load.end = loadavg()[0] ?? 0
console.log(
  `\n${rounds} interleaved rounds of ${events} events, medians; (…×): of client-node's; load ${load.end.toFixed(1)} at the end`,
)
if (values.json !== undefined) {
  const report = { ...machine, load, rounds, measurements: all }
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
}
if (all.some((entry) => 'error' in entry)) process.exitCode = 1

function row(contender: string, pods: number, list: readonly (Measurement | Failure)[]): Row {
  const middle = median(list.filter((entry): entry is Measurement => !('error' in entry)))
  if (middle) return { contender, median: middle }
  const failure = list.find((entry): entry is Failure => 'error' in entry)
  return failure ?? { contender, pods, error: 'was not run' }
}
