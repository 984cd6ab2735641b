import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure, Sizes } from './api-server/figure.ts'
import type { MeasureMessage } from './api-server/measure.ts'
import { serverTable } from './api-server/server-table.ts'
import { load, machine } from './machine.ts'
import { serverMeasurements, type BenchOptions } from './options.ts'

interface Result {
  readonly measurement: string
  readonly figures: readonly Figure[]
  /** The most memory that the process had, in bytes. */
  readonly peakRss: number
  readonly error?: string
}

/**
 * Measures the API server, each measurement in a process of its own, and prints one table.
 *
 * Resolves with the exit code: 1 if anything failed.
 */
export async function serverSuite({ quick, pods, events, only, json }: BenchOptions): Promise<number> {
  const sizes: Sizes = {
    pods: pods[0] ?? (quick ? 10_000 : 150_000),
    events: events ?? (quick ? 500 : 5000),
    watchers: quick ? 200 : 1000,
  }
  const { node, cores, model } = machine()
  const start = load()
  console.log(`Node ${node}, ${cores} cores (${model}), load ${start.toFixed(1)} at the start`)
  const results: Result[] = []
  for (const name of only.length > 0 ? only : serverMeasurements) {
    const result = await run(name, sizes)
    results.push(result)
    if (result.error !== undefined) console.log(`\n${name} failed: ${result.error}`)
    else
      console.log(
        `\n${serverTable(result.figures)}\n\n${name}: peak RSS ${(result.peakRss / 1e6).toFixed(0)} MB`,
      )
  }
  const end = load()
  console.log(`\nload ${end.toFixed(1)} at the end`)
  if (json !== undefined) {
    const report = { node, cores, model, load: { start, end }, sizes, results }
    writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
  }
  return results.some(({ error }) => error !== undefined) ? 1 : 0
}

const execArgv = ['--conditions=@rxkube/source', '--expose-gc', '--disable-warning=ExperimentalWarning']

async function run(measurement: string, sizes: Sizes): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>()
  const child = fork(
    join(import.meta.dirname, 'api-server/measure.ts'),
    [measurement, JSON.stringify(sizes)],
    {
      execArgv,
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  const failed = (error: string): void => resolve({ measurement, figures: [], peakRss: 0, error })
  child.on('message', (message: MeasureMessage) => {
    if (message.type === 'failed') failed(message.error)
    else resolve({ measurement, figures: message.figures, peakRss: message.peakRss })
  })
  child.on('exit', (code, signal) => failed(`ended early (${signal ?? code})`))
  try {
    return await promise
  } finally {
    child.kill('SIGKILL')
  }
}
