import { writeFileSync } from 'node:fs'
import { contenders } from './contenders/contenders.ts'
import { load, machine } from './machine.ts'
import type { Measurement } from './measure/measurement.ts'
import type { BenchOptions } from './options.ts'
import { round, type Failure } from './round.ts'
import { median, table, type Row } from './table.ts'

/**
 * Measures this project's informer beside client-node's and a raw loop, interleaved, against the same kind of server.
 *
 * Prints one table a size, of medians. Resolves with the exit code: 1 if anyone failed.
 */
export async function informerSuite(options: BenchOptions): Promise<number> {
  const { quick, only, json } = options
  const rounds = options.rounds ?? (quick ? 1 : 3)
  const sizes = options.pods.length > 0 ? options.pods : quick ? [1000, 10_000] : [10_000, 50_000]
  const events = options.events ?? (quick ? 10_000 : 20_000)
  const names = only.length > 0 ? only : [...contenders.keys()]
  const all: (Measurement | Failure)[] = []
  const { node, cores, model } = machine()
  const start = load()
  console.log(`Node ${node}, ${cores} cores (${model}), load ${start.toFixed(1)} at the start`)
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
    const rows = [...taken].map(([name, list]) => row(name, pods, list))
    console.log(`\n${table(pods, rows)}`)
  }
  const end = load()
  console.log(
    `\n${rounds} interleaved rounds of ${events} events, medians; (…×): of client-node's; load ${end.toFixed(1)} at the end`,
  )
  if (json !== undefined) {
    const report = { node, cores, model, load: { start, end }, rounds, measurements: all }
    writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
  }
  return all.some((entry) => 'error' in entry) ? 1 : 0
}

function row(contender: string, pods: number, list: readonly (Measurement | Failure)[]): Row {
  const middle = median(list.filter((entry): entry is Measurement => !('error' in entry)))
  if (middle) return { contender, median: middle }
  const failure = list.find((entry): entry is Failure => 'error' in entry)
  return failure ?? { contender, pods, error: 'was not run' }
}
