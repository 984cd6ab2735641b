/**
 * Goes through every history of a reflector up to a depth: two objects of three revisions, one server, one cache, one
 * handler; then of two electors and the lease between them; then of a queue with two keys and two workers. Prints how many distinct states that were; fails, with the
 * shortest way that leads there, where an invariant does not hold, and when there were fewer than 100,000 states.
 *
 * `npm run model -- --depth 8` goes less deep; `--only` with `reflector`, `elector` or `queue` leaves the others out.
 */
import { argv, exit } from 'node:process'
import { exploreElectors, toldElector } from '../tests/model/elector-explore.ts'
import { electorLives } from '../tests/model/elector-lives.ts'
import { rates } from '../tests/model/elector-world.ts'
import { explore } from '../tests/model/explore.ts'
import { exploreQueue } from '../tests/model/queue-explore.ts'
import { newWorld } from '../tests/model/world.ts'

const fewest = 100_000
const fullDepth = { reflector: 12, elector: 5 }
// First in, first out comes to its end: these are all the states that there are.
const queueDepths = { 'first in, first out': 16, priorities: 12 } as const
const given = numberAfter('--depth')
const isWanted = (model: string): boolean => !argv.includes('--only') || argv.includes(model)
// Errors are made by the hundred thousand here, and nobody reads where.
Error.stackTraceLimit = 0

if (isWanted('reflector')) await modelReflector(Math.min(given, fullDepth.reflector))
if (isWanted('elector')) await modelElectors(Math.min(given, fullDepth.elector))
if (isWanted('queue')) await modelQueue(given)

async function modelReflector(depth: number): Promise<void> {
  let states = 0
  for (const useWatchList of [true, false]) {
    const found = await timed(useWatchList ? 'WatchList' : 'list and watch', depth, () =>
      explore(newWorld(useWatchList), depth),
    )
    states += found.states
    if (found.counterexample) fail(String(found.counterexample))
  }
  console.log(`${states} distinct states; I1 I2 I3 I4 I8 I10 I11 I12 I14 hold in each`)
  if (depth === fullDepth.reflector && states < fewest) exit(1)
}

async function modelElectors(depth: number): Promise<void> {
  const pairs = rates.flatMap((rate) => rates.map((other) => [rate, other] as const))
  const roots = electorLives(pairs, 3)
  const found = await timed(`two electors, from ${roots.length} worlds`, depth, () =>
    exploreElectors(roots, depth),
  )
  if (found.counterexample) fail(toldElector(found.counterexample))
  console.log(`${found.states} distinct states; E1 E2 E3 E4 hold in each`)
  if (depth === fullDepth.elector && found.states < fewest) exit(1)
}

async function modelQueue(most: number): Promise<void> {
  let states = 0
  for (const order of ['first in, first out', 'priorities'] as const) {
    const depth = Math.min(most, queueDepths[order])
    const found = await timed(`a queue, ${order}`, depth, () => exploreQueue(order, depth))
    states += found.states
    if (found.counterexample) fail(found.counterexample)
  }
  console.log(`${states} distinct states; Q1 Q2 Q3 Q4 Q5 Q6 Q7 Q8 hold in each`)
  if (most === Infinity && states < fewest) exit(1)
}

interface Found {
  readonly states: number
  readonly transitions: number
  readonly byDepth: readonly number[]
}

async function timed<F extends Found>(name: string, depth: number, run: () => F | Promise<F>): Promise<F> {
  const begin = performance.now()
  const found = await run()
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  const { states, transitions, byDepth } = found
  console.log(`${name}: ${states} states, ${transitions} transitions, depth ${depth}, ${seconds} s`)
  console.log(`  new states by depth: ${byDepth.join(' ')}`)
  return found
}

function fail(counterexample: string): never {
  console.log(counterexample)
  exit(1)
}

function numberAfter(flag: string): number {
  const at = argv.indexOf(flag)
  return at < 0 ? Infinity : Number(argv[at + 1])
}
