/** Runs one measurement of a server in this process, and tells its parent what came out. */
import { once } from 'node:events'
import { argv } from 'node:process'
import type { Figure, Sizes } from './figure.ts'
import { measurements } from './measurements.ts'

/** What a measurement's process tells. */
export type MeasureMessage =
  | { readonly type: 'done'; readonly figures: readonly Figure[]; readonly peakRss: number }
  | { readonly type: 'failed'; readonly error: string }

const [name = '', sizes = '{}'] = argv.slice(2)
try {
  const load = measurements.get(name)
  if (load === undefined) throw new Error(`no measurement named "${name}"`)
  const measure = await load()
  const figures = await measure(JSON.parse(sizes) as Sizes)
  const peakRss = process.resourceUsage().maxRSS * 1024
  process.send?.({ type: 'done', figures, peakRss } satisfies MeasureMessage)
} catch (error) {
  process.send?.({ type: 'failed', error: String(error) } satisfies MeasureMessage)
}
await once(process, 'disconnect')
process.exit(0)
