import { Counter, Gauge, type Registry } from 'prom-client'
import type { InspectedNode, Inspection } from './inspection.ts'

type Labels = Readonly<Record<string, string>>

/** One series: its labels, and its value now. */
export type Sample = readonly [labels: Labels, value: number]

/** A metric that is read off an inspection when it is asked for. */
export interface SampledMetric {
  readonly name: string
  readonly help: string
  readonly type: 'gauge' | 'counter'
  readonly labelNames: readonly string[]
  readonly read: (inspection: Inspection) => Iterable<Sample>
}

interface Fillable {
  reset(): void
  inc(labels: Record<string, string>, value: number): void
}

/** Registers the metrics. Samples with the same labels are summed up; what is gone is not shown any more. */
export function registerSampled(
  registry: Registry,
  metrics: readonly SampledMetric[],
  inspect: () => Inspection | undefined,
): void {
  for (const { name, help, type, labelNames, read } of metrics) {
    const fill = (metric: Fillable): void => {
      metric.reset()
      const inspection = inspect()
      if (inspection) for (const [labels, value] of read(inspection)) metric.inc({ ...labels }, value)
    }
    const settings = { name, help, labelNames: [...labelNames], registers: [] }
    if (type === 'gauge') {
      const gauge: Gauge = new Gauge({ ...settings, collect: () => fill(gauge) })
      registry.registerMetric(gauge)
    } else {
      const counter: Counter = new Counter({ ...settings, collect: () => fill(counter) })
      registry.registerMetric(counter)
    }
  }
}

/** The nodes of a type. */
export function nodesOf<Type extends InspectedNode['type']>(
  { nodes }: Inspection,
  type: Type,
): Extract<InspectedNode, { type: Type }>[] {
  return nodes.filter((node): node is Extract<InspectedNode, { type: Type }> => node.type === type)
}
