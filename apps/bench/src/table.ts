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
    syncBlockCpuMs: middle(({ syncBlockCpuMs }) => syncBlockCpuMs),
    heapPerPod: middle(({ heapPerPod }) => heapPerPod),
    peakRss: middle(({ peakRss }) => peakRss),
    eventsPerCpuSecond: middle(({ eventsPerCpuSecond }) => eventsPerCpuSecond),
    watchBlockMs: middle(({ watchBlockMs }) => watchBlockMs),
    watchBlockCpuMs: middle(({ watchBlockCpuMs }) => watchBlockCpuMs),
    heapAfterStop: middle(({ heapAfterStop }) => heapAfterStop),
    heapAfterSecondStop: middle(({ heapAfterSecondStop }) => heapAfterSecondStop),
  }
}

/** A column: its figure, the digits behind the point, and whether how many times another's it is says anything. */
interface Column {
  readonly name: string
  readonly figure: (measurement: Measurement) => number
  readonly digits: number
  readonly compared: boolean
}

const columns: readonly Column[] = [
  { name: 'sync ms', figure: (m) => m.syncMs, digits: 0, compared: true },
  { name: 'pods/CPU-s', figure: (m) => (m.pods / m.syncCpuMs) * 1000, digits: 0, compared: true },
  { name: 'block ms', figure: (m) => m.syncBlockMs, digits: 0, compared: true },
  { name: 'block CPU ms', figure: (m) => m.syncBlockCpuMs, digits: 0, compared: true },
  { name: 'events/CPU-s', figure: (m) => m.eventsPerCpuSecond, digits: 0, compared: true },
  { name: 'watch block ms', figure: (m) => m.watchBlockMs, digits: 0, compared: true },
  { name: 'watch block CPU ms', figure: (m) => m.watchBlockCpuMs, digits: 0, compared: true },
  { name: 'heap kB/pod', figure: (m) => m.heapPerPod / 1000, digits: 1, compared: true },
  { name: 'peak RSS MB', figure: (m) => m.peakRss / 1e6, digits: 0, compared: true },
  { name: 'left after stop MB', figure: (m) => m.heapAfterStop / 1e6, digits: 1, compared: false },
  { name: 'after 2nd stop MB', figure: (m) => m.heapAfterSecondStop / 1e6, digits: 1, compared: false },
]

const baseline = 'client-node'

/** A Markdown table, one row a contender; in brackets, how many times client-node's figure it is, if that ran. */
export function table(pods: number, rows: readonly Row[]): string {
  const base = rows.find((row) => row.contender === baseline && 'median' in row)
  const head = [`${pods.toLocaleString('en')} pods`, ...columns.map(({ name }) => name)]
  const body = rows.map((row) => {
    if ('error' in row) return [row.contender, `failed: ${row.error}`, ...columns.slice(1).map(() => '')]
    const others = base !== undefined && 'median' in base && base !== row ? base.median : undefined
    return [row.contender, ...columns.map((column) => cell(column, row.median, others))]
  })
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...body]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cell(
  { figure, digits, compared }: Column,
  own: Measurement,
  others: Measurement | undefined,
): string {
  // Less than nothing is left where collections before the start had missed something.
  const text = (figure(own) || 0).toFixed(digits).replace(/^-(0(\.0+)?)$/, '$1')
  if (!compared || others === undefined || figure(others) === 0) return text
  const ratio = figure(own) / figure(others)
  return `${text} (${ratio.toFixed(ratio < 0.1 ? 3 : ratio < 10 ? 2 : 0)}×)`
}
