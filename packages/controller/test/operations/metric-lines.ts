import type { ManagerMetrics } from '@rxkube/controller'

/** The series that match, and their values. */
export async function lines(
  metrics: Pick<ManagerMetrics, 'text'>,
  matching: RegExp,
): Promise<Record<string, number>> {
  const text = await metrics.text()
  const series = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && matching.test(line))
  return Object.fromEntries(
    series.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(0, at), Number(line.slice(at + 1))]
    }),
  )
}
