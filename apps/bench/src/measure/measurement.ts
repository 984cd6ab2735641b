/** What one contender did in one process: times in ms, memory in bytes. */
export interface Measurement {
  readonly contender: string
  readonly pods: number
  readonly syncMs: number
  readonly syncCpuMs: number
  /** The longest the event loop was blocked during the sync. */
  readonly syncBlockMs: number
  /** The same in CPU time of the main thread, which neighbours on the machine do not lengthen. */
  readonly syncBlockCpuMs: number
  readonly heapPerPod: number
  readonly peakRss: number
  readonly events: number
  readonly eventsPerCpuSecond: number
  readonly watchBlockMs: number
  readonly watchBlockCpuMs: number
  /** Heap after stop and collection, above what it was before the start. */
  readonly heapAfterStop: number
  /** What a second start and stop leave on top of that. */
  readonly heapAfterSecondStop: number
}

/** What runs in a contender's process: a cache of pods kept level with the server. Can be started again after a stop. */
export interface Contender {
  /** Resolves when the cache holds the whole collection. */
  start(url: string): Promise<void>
  /** Calls back once for each change after the sync. */
  onChange(callback: () => void): void
  readonly size: number
  stop(): Promise<void>
}
