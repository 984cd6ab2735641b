import type { InspectedController, Inspection } from './inspection.ts'
import { nodesOf, type Sample, type SampledMetric } from './sampled-metrics.ts'

/** The metrics that are read off controllers and the event recorder, under controller-runtime's names where it has one. */
export const controllerMetrics: readonly SampledMetric[] = [
  {
    name: 'controller_runtime_max_concurrent_reconciles',
    help: 'Maximum number of concurrent reconciles per controller',
    type: 'gauge',
    labelNames: ['controller'],
    read: (inspection) => ofControllers(inspection, ({ maxConcurrentReconciles }) => maxConcurrentReconciles),
  },
  {
    name: 'controller_runtime_active_workers',
    help: 'Number of currently used workers per controller',
    type: 'gauge',
    labelNames: ['controller'],
    read: (inspection) => ofControllers(inspection, ({ active }) => active),
  },
  {
    name: 'rxkube_controller_waiting_for_caches',
    help: 'Requests that wait for caches to show what they wrote',
    type: 'gauge',
    labelNames: ['controller'],
    read: (inspection) => ofControllers(inspection, ({ waitingForCaches }) => waitingForCaches),
  },
  {
    name: 'rxkube_controller_loop_pauses_total',
    help: 'Times that a request was put off because nothing but the own writes of the controller wakes it',
    type: 'counter',
    labelNames: ['controller'],
    read: (inspection) => ofControllers(inspection, ({ loopPauses }) => loopPauses),
  },
  {
    name: 'rxkube_workqueue_delayed',
    help: 'Requests that wait for their time',
    type: 'gauge',
    labelNames: ['controller'],
    read: (inspection) =>
      nodesOf(inspection, 'queue').map(({ controller, delayed }): Sample => [{ controller }, delayed]),
  },
  {
    name: 'rxkube_events_recorded_total',
    help: 'Kubernetes Events that were recorded',
    type: 'counter',
    labelNames: [],
    read: (inspection) => nodesOf(inspection, 'recorder').map(({ offered }): Sample => [{}, offered]),
  },
  {
    name: 'rxkube_events_queued',
    help: 'Kubernetes Events that wait to be sent',
    type: 'gauge',
    labelNames: [],
    read: (inspection) => nodesOf(inspection, 'recorder').map(({ queued }): Sample => [{}, queued]),
  },
  {
    name: 'rxkube_events_dropped_total',
    help: 'Kubernetes Events that were not sent',
    type: 'counter',
    labelNames: ['reason'],
    read: (inspection) =>
      nodesOf(inspection, 'recorder').flatMap(({ drops }) =>
        Object.entries(drops).map(([reason, count]): Sample => [{ reason }, count]),
      ),
  },
]

function ofControllers(inspection: Inspection, read: (of: InspectedController) => number): Sample[] {
  return nodesOf(inspection, 'controller').map((of) => [{ controller: of.name }, read(of)])
}
