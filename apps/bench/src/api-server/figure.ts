import { meter, type Cost } from '../measure/meter.ts'

/** One thing that was measured of a server. */
export interface Figure {
  readonly what: string
  /** How much of it there was, and in which unit. */
  readonly amount: number
  readonly unit: string
  /** Undefined for what is no stretch of time. */
  readonly cost?: Cost
}

/** How large the measurements are. */
export interface Sizes {
  readonly pods: number
  readonly events: number
  readonly watchers: number
}

/** Measures a stretch of work that says how much it did. */
export async function measured(what: string, unit: string, work: () => Promise<number>): Promise<Figure> {
  const stop = meter()
  // The delay of the first tick is that from the second on: a block at the very beginning is to be seen too.
  await new Promise((resolve) => setTimeout(resolve, 5))
  const amount = await work()
  await new Promise((resolve) => setTimeout(resolve, 5))
  return { what, amount, unit, cost: stop() }
}
