import type { Measurement } from './measure/measurement.ts'
import type { Failure } from './round.ts'

/** The medians of a contender's rounds, or why it has none. */
export type Row = { readonly contender: string; readonly median: Measurement } | Failure

/** Takes the median of each figure over the rounds of one contender. */
export function median(rounds: readonly Measurement[]): Measurement | undefined {
  const [first] = rounds
  if (!first) return undefined
  const middle = (figure: (measurement: Measurement) => number): number => {
    const sorted = rounds.map(figure).toSorted((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
  return {
    ...first,
    syncMs: middle(({ syncMs }) => syncMs),
    syncCpuMs: middle(({ syncCpuMs }) => syncCpuMs),
    syncBlockMs: middle(({ syncBlockMs }) => syncBlockMs),
    heapPerPod: middle(({ heapPerPod }) => heapPerPod),
    peakRss: middle(({ peakRss }) => peakRss),
    eventsPerCpuSecond: middle(({ eventsPerCpuSecond }) => eventsPerCpuSecond),
    watchBlockMs: middle(({ watchBlockMs }) => watchBlockMs),
    heapAfterStop: middle(({ heapAfterStop }) => heapAfterStop),
  }
}

const columns = [
  ['sync ms', (m: Measurement) => m.syncMs.toFixed(0)],
  ['sync obj/CPU-s', (m: Measurement) => ((m.pods / m.syncCpuMs) * 1000).toFixed(0)],
  ['block ms', (m: Measurement) => m.syncBlockMs.toFixed(0)],
  ['watch ev/CPU-s', (m: Measurement) => m.eventsPerCpuSecond.toFixed(0)],
  ['block ms (watch)', (m: Measurement) => m.watchBlockMs.toFixed(0)],
  ['heap kB/pod', (m: Measurement) => (m.heapPerPod / 1000).toFixed(1)],
  ['peak RSS MB', (m: Measurement) => (m.peakRss / 1e6).toFixed(0)],
  ['left after stop MB', (m: Measurement) => (m.heapAfterStop / 1e6).toFixed(1)],
] as const

/** A Markdown table, one row a contender. */
export function table(pods: number, rows: readonly Row[]): string {
  const head = [`${pods.toLocaleString('en')} pods`, ...columns.map(([name]) => name)]
  const body = rows.map((row) =>
    'error' in row
      ? [row.contender, `failed: ${row.error}`, ...columns.slice(1).map(() => '')]
      : [row.contender, ...columns.map(([, figure]) => figure(row.median))],
  )
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...body]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
