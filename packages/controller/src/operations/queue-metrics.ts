import type { MetricsProvider } from '@rxkube/workqueue'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { BoundedLabel } from './bounded-label.ts'
import { queueBuckets } from './buckets.ts'

const labelNames = ['name', 'controller'] as const

/** The metrics of queues, under client-go's names and with controller-runtime's labels. */
export function queueMetrics(registry: Registry, controllers: BoundedLabel): MetricsProvider {
  const registers = [registry]
  const depth = new Gauge({
    name: 'workqueue_depth',
    help: 'Current depth of workqueue',
    labelNames,
    registers,
  })
  const adds = new Counter({
    name: 'workqueue_adds_total',
    help: 'Total number of adds handled by workqueue',
    labelNames,
    registers,
  })
  const latency = new Histogram({
    name: 'workqueue_queue_duration_seconds',
    help: 'How long in seconds an item stays in workqueue before being requested',
    labelNames,
    registers,
    buckets: [...queueBuckets],
  })
  const work = new Histogram({
    name: 'workqueue_work_duration_seconds',
    help: 'How long in seconds processing an item from workqueue takes',
    labelNames,
    registers,
    buckets: [...queueBuckets],
  })
  const unfinished = new Gauge({
    name: 'workqueue_unfinished_work_seconds',
    help: 'How many seconds the work that is in progress has taken so far, summed up; large values show stuck workers',
    labelNames,
    registers,
  })
  const longest = new Gauge({
    name: 'workqueue_longest_running_processor_seconds',
    help: 'How many seconds the longest running processor of the workqueue has been running',
    labelNames,
    registers,
  })
  const retries = new Counter({
    name: 'workqueue_retries_total',
    help: 'Total number of items added to the workqueue with a delay',
    labelNames,
    registers,
  })
  const labels = (name: string): { name: string; controller: string } => {
    const controller = controllers.of(name)
    return { name: controller, controller }
  }
  return {
    newDepthMetric(name) {
      const of = labels(name)
      depth.inc(of, 0)
      return { inc: () => depth.inc(of), dec: () => depth.dec(of) }
    },
    newAddsMetric(name) {
      const of = labels(name)
      adds.inc(of, 0)
      return { inc: () => adds.inc(of) }
    },
    newLatencyMetric(name) {
      const of = labels(name)
      latency.zero(of)
      return { observe: (seconds) => latency.observe(of, seconds) }
    },
    newWorkDurationMetric(name) {
      const of = labels(name)
      work.zero(of)
      return { observe: (seconds) => work.observe(of, seconds) }
    },
    newUnfinishedWorkSecondsMetric(name) {
      const of = labels(name)
      unfinished.set(of, 0)
      return { set: (value) => unfinished.set(of, value) }
    },
    newLongestRunningProcessorSecondsMetric(name) {
      const of = labels(name)
      longest.set(of, 0)
      return { set: (value) => longest.set(of, value) }
    },
    newRetriesMetric(name) {
      const of = labels(name)
      retries.inc(of, 0)
      return { inc: () => retries.inc(of) }
    },
  }
}
