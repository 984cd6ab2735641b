import process from 'node:process'

/** Memory and handles at one moment. */
export interface Measure {
  /** Minutes since the soak began. */
  readonly at: number
  /** Megabytes that live after a collection. */
  readonly heap: number
  /** Sockets, timers and the like that keep the process alive. */
  readonly handles: number
}

/** Looks, after a full collection: needs `--expose-gc`. */
export function measure(began: number): Measure {
  globalThis.gc?.()
  return {
    at: (performance.now() - began) / 60_000,
    heap: process.memoryUsage().heapUsed / (1 << 20),
    handles: process.getActiveResourcesInfo().length,
  }
}

/** Megabytes a minute, by least squares over the second half: the first fills caches. */
export function slope(measures: readonly Measure[]): number {
  const late = measures.slice(Math.floor(measures.length / 2))
  const mean = (pick: (each: Measure) => number): number =>
    late.reduce((sum, each) => sum + pick(each), 0) / Math.max(1, late.length)
  const [at, heap] = [mean((each) => each.at), mean((each) => each.heap)]
  const spread = late.reduce((sum, each) => sum + (each.at - at) ** 2, 0)
  return spread === 0 ? 0 : late.reduce((sum, each) => sum + (each.at - at) * (each.heap - heap), 0) / spread
}
