/**
 * Lets 100 informers follow one embedded API server over real sockets while it goes wrong: it refuses connections and
 * comes back, forgets its history, ends its watches, and some handlers are slow. Prints memory, handles and backlog as it
 * goes; in the end every cache and handler must have what the server has, and nothing may be left when all has stopped.
 *
 * `npm run soak -- --minutes 60`; 1 unless told. `--informers 20` takes fewer.
 */
import { argv, exit, getActiveResourcesInfo } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { measure, slope, type Measure } from './soak/measure.ts'
import { SoakWorld } from './soak/soak-world.ts'

const option = (name: string, otherwise: number): number => {
  const at = argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(argv[at + 1])
}
const minutes = option('minutes', 1)
const informers = option('informers', 100)
const objects = 50
const tick = 50
const mostSlope = 2
const patience = 90_000

const handlesBefore = getActiveResourcesInfo().length
const began = performance.now()
const end = began + minutes * 60_000
const measures: Measure[] = []
const faults = { restarts: 0, compactions: 0, cuts: 0 }
const problems: string[] = []
let growth = 0
{
  await using world = new SoakWorld(objects)
  await world.start(informers)
  for (let turn = 1; performance.now() < end; turn++) {
    await world.write()
    await pause(tick)
    if (turn % 97 === 0) {
      faults.cuts++
      world.server.closeWatches()
    }
    if (turn % 211 === 0) {
      faults.compactions++
      world.server.compact()
    }
    if (turn % 307 === 0) {
      faults.restarts++
      await world.refuse()
      for (let missed = 0; missed < 20; missed++) await world.write()
      await pause(500)
      await world.listen()
    }
    if (turn % 200 === 0) tell(world)
  }
  // What all are connected for again afterwards is no growth.
  growth = slope(measures)
  const deadline = performance.now() + patience
  problems.push(
    ...(await world.converged(
      () => performance.now() > deadline,
      () => pause(100),
    )),
    ...world.violations,
  )
  tell(world)
  console.log(
    `${world.writes} writes; ${faults.restarts} restarts, ${faults.compactions} compactions, ${faults.cuts} cuts of all watches`,
  )
}
await pause(100)
const left = getActiveResourcesInfo().length - handlesBefore
if (left > 0)
  problems.push(`I11: ${left} handles are left: ${[...new Set(getActiveResourcesInfo())].join(', ')}`)
console.log(`heap slope ${growth.toFixed(2)} MB a minute over the second half; ${left} handles left`)
if (minutes >= 10 && growth > mostSlope) problems.push(`the heap grows by more than ${mostSlope} MB a minute`)
console.log(`${problems.length} violations`)
for (const problem of problems.slice(0, 20)) console.log(`  ${problem}`)
exit(problems.length > 0 ? 1 : 0)

function tell(world: SoakWorld): void {
  const now = measure(began)
  measures.push(now)
  const { objects: cached, backlog } = world.load
  console.log(
    `${now.at.toFixed(1).padStart(6)} min  heap ${now.heap.toFixed(1)} MB  handles ${now.handles}  cached ${cached}  backlog ${backlog}`,
  )
}
