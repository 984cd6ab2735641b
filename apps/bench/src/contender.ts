/** Runs one contender in this process against a server, and tells its parent what it cost. */
import { once } from 'node:events'
import { argv } from 'node:process'
import { contenders } from './contenders/contenders.ts'
import type { Contender, Measurement } from './measure/measurement.ts'
import { collectedHeap, meter } from './measure/meter.ts'

/** What a contender's process tells. */
export type ContenderMessage =
  | { readonly type: 'synced' }
  | { readonly type: 'done'; readonly measurement: Measurement }
  | { readonly type: 'failed'; readonly error: string }

const [name = '', url = '', podCount = '0', eventCount = '0'] = argv.slice(2)
const pods = Number(podCount)
const events = Number(eventCount)

async function run(contender: Contender): Promise<Measurement> {
  const before = await collectedHeap()
  const sync = meter()
  await contender.start(url)
  const synced = sync()
  if (contender.size !== pods) throw new Error(`${name} synced with ${contender.size} pods of ${pods}`)
  const held = await collectedHeap()
  const seen = Promise.withResolvers<void>()
  let left = events
  contender.onChange(() => {
    if (--left === 0) seen.resolve()
  })
  const watch = meter()
  process.send?.({ type: 'synced' } satisfies ContenderMessage)
  if (events > 0) await seen.promise
  const watched = watch()
  await contender.stop()
  const peakRss = process.resourceUsage().maxRSS * 1024
  const after = await collectedHeap()
  await contender.start(url)
  await contender.stop()
  const afterSecond = await collectedHeap()
  return {
    contender: name,
    pods,
    syncMs: synced.wallMs,
    syncCpuMs: synced.cpuMs,
    syncBlockMs: synced.blockMs,
    syncBlockCpuMs: synced.blockCpuMs,
    heapPerPod: (held - before) / pods,
    peakRss,
    events,
    eventsPerCpuSecond: events / (watched.cpuMs / 1000),
    watchBlockMs: watched.blockMs,
    watchBlockCpuMs: watched.blockCpuMs,
    heapAfterStop: after - before,
    heapAfterSecondStop: afterSecond - after,
  }
}

const make = contenders.get(name)
try {
  if (!make) throw new Error(`no contender named "${name}" (known: ${[...contenders.keys()].join(', ')})`)
  const measurement = await run(await make())
  process.send?.({ type: 'done', measurement } satisfies ContenderMessage)
} catch (error) {
  process.send?.({ type: 'failed', error: String(error) } satisfies ContenderMessage)
}
await once(process, 'disconnect')
process.exit(0)
