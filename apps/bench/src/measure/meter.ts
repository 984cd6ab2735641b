import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What a stretch of work cost this process. */
export interface Cost {
  readonly wallMs: number
  readonly cpuMs: number
  /** The longest delay of a 1 ms timer, less its own period. */
  readonly blockMs: number
  /** The most CPU time that the main thread took between two ticks of a timer: the same, where others load the machine. */
  readonly blockCpuMs: number
}

/** Starts to measure; the function it gives back ends it. */
export function meter(): () => Cost {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let blockCpuMs = 0
  let last = threadCpuMs()
  const look = (): void => {
    const now = threadCpuMs()
    blockCpuMs = Math.max(blockCpuMs, now - last)
    last = now
  }
  const ticks = setInterval(look, 1)
  const cpu = process.cpuUsage()
  const begin = process.hrtime.bigint()
  return () => {
    const wallMs = Number(process.hrtime.bigint() - begin) / 1e6
    const { user, system } = process.cpuUsage(cpu)
    delay.disable()
    clearInterval(ticks)
    look()
    return { wallMs, cpuMs: (user + system) / 1000, blockMs: Math.max(0, delay.max / 1e6 - 1), blockCpuMs }
  }
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Bytes of the heap in use after everything unreachable was collected; needs `--expose-gc`. */
export async function collectedHeap(): Promise<number> {
  // Connections that were closed need some turns, and the other end, to be gone.
  await new Promise((resolve) => setTimeout(resolve, 100))
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return process.memoryUsage().heapUsed
}
