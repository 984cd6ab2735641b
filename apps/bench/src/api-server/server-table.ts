import type { Figure } from './figure.ts'

const head = ['', 'amount', 'a second', 'ms', 'CPU ms', 'CPU µs each', 'block ms', 'block CPU ms']

/** A Markdown table, one row a figure. */
export function serverTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, amount, unit, cost }) => {
    const start = [what, `${shown(amount)} ${unit}`]
    if (cost === undefined) return [...start, ...head.slice(2).map(() => '')]
    const { wallMs, cpuMs, blockMs, blockCpuMs } = cost
    const each = unit === 'MB' ? '' : shown((cpuMs * 1000) / amount)
    const rate = shown((amount / wallMs) * 1000)
    return [...start, rate, shown(wallMs), shown(cpuMs), each, shown(blockMs), shown(blockCpuMs)]
  })
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function shown(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}
