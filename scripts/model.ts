/**
 * Goes through every history of a reflector up to a depth: two objects of three revisions, one server, one cache, one
 * handler. Prints how many distinct states that were; fails, with the shortest script that leads there, where an
 * invariant does not hold, and when there were fewer than 100,000 states.
 *
 * `npm run model -- --depth 8` goes less deep.
 */
import { argv, exit } from 'node:process'
import { explore } from '../tests/model/explore.ts'
import { newWorld } from '../tests/model/world.ts'

const fullDepth = 12
const fewest = 100_000
const at = argv.indexOf('--depth')
const depth = at < 0 ? fullDepth : Number(argv[at + 1])
// Errors are made by the hundred thousand here, and nobody reads where.
Error.stackTraceLimit = 0

let states = 0
for (const useWatchList of [true, false]) {
  const begin = performance.now()
  const { byDepth, counterexample, ...found } = explore(newWorld(useWatchList), depth)
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  states += found.states
  const name = useWatchList ? 'WatchList' : 'list and watch'
  console.log(
    `${name}: ${found.states} states, ${found.transitions} transitions, depth ${depth}, ${seconds} s`,
  )
  console.log(`  new states by depth: ${byDepth.join(' ')}`)
  if (counterexample === undefined) continue
  console.log(String(counterexample))
  exit(1)
}
console.log(`${states} distinct states; I1 I2 I3 I4 I8 I10 I11 I12 I14 hold in each`)
exit(depth === fullDepth && states < fewest ? 1 : 0)
