/**
 * Lives through a history of faults for each seed, with an informer on the model server, and looks at all invariants in
 * each: on every core at once. Prints how often each fault happened and each invariant was looked at; fails when an
 * invariant did not hold, and when any of them was never met.
 *
 * `npm run simulate -- --seeds 100000`, `--steps 300`, `--first 1`; a seed that fails alone: `--first 4711 --seeds 1`.
 */
import { availableParallelism } from 'node:os'
import { argv, exit } from 'node:process'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { expected, sum } from '../tests/support/informer-history.ts'
import { simulateSeeds, type Simulated } from './simulate/simulate-seeds.ts'

interface Share {
  readonly seeds: readonly number[]
  readonly steps: number
}

if (isMainThread) exit(await main())
else {
  const { seeds, steps } = workerData as Share
  // Errors are made by the thousand here, and nobody reads where.
  Error.stackTraceLimit = 0
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(await simulateSeeds(seeds, steps))
}

async function main(): Promise<number> {
  const seeds = numberAfter('--seeds', 2000)
  const steps = numberAfter('--steps', 300)
  const first = numberAfter('--first', 1)
  const begin = process.hrtime.bigint()
  const all = Array.from({ length: seeds }, (_, index) => first + index)
  const shares = Math.min(availableParallelism(), seeds)
  const results = await Promise.all(
    Array.from({ length: shares }, (_, share) =>
      inWorker({ seeds: all.filter((seed) => (seed - first) % shares === share), steps }),
    ),
  )
  const fired = new Map<string, number>()
  const checked = new Map<string, number>()
  for (const result of results) {
    sum(fired, result.fired)
    sum(checked, result.checked)
  }
  const done = results.reduce((total, result) => total + result.seeds, 0)
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9
  console.log(`faults: ${line(fired, expected.fired)}`)
  console.log(`invariants: ${line(checked, expected.checked)}`)
  console.log(`${done} seeds of ${steps} steps in ${seconds.toFixed(1)} s on ${shares} cores`)
  const failed = results.find((result) => result.failed)?.failed
  if (failed) {
    console.error(`seed ${failed.seed} fails: ${failed.report}`)
    console.error(`to see it again: npm run simulate -- --first ${failed.seed} --seeds 1 --steps ${steps}`)
    return 1
  }
  const never = [
    ...expected.fired.filter((fault) => !fired.has(fault)),
    ...expected.checked.filter((id) => (checked.get(id) ?? 0) === 0),
  ]
  // One history alone need not meet everything.
  if (never.length === 0 || seeds < 100) return 0
  console.error(`never met: ${never.join(', ')}`)
  return 1
}

function inWorker(share: Share): Promise<Simulated> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function line(of: ReadonlyMap<string, number>, keys: readonly string[]): string {
  return keys.map((key) => `${key} ${of.get(key) ?? 0}`).join(', ')
}

function numberAfter(option: string, otherwise: number): number {
  const at = argv.indexOf(option)
  if (at === -1) return otherwise
  const value = Number(argv[at + 1])
  if (Number.isInteger(value) && value > 0) return value
  console.error(`${option} wants a whole number above 0, and got "${argv[at + 1] ?? ''}"`)
  return exit(2)
}
