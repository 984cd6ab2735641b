import type { LeaderMetricsProvider } from '@rxkube/leader-election'
import type { MetricsProvider } from '@rxkube/workqueue'
import { Counter, Gauge, Registry } from 'prom-client'
import { InvalidControllerError } from '../errors.ts'
import type { Manager } from '../manager/manager.ts'
import { BoundedLabel } from './bounded-label.ts'
import { controllerMetrics } from './controller-metrics.ts'
import { nameOf } from './error-facts.ts'
import { informerMetrics } from './informer-metrics.ts'
import { queueMetrics } from './queue-metrics.ts'
import { ReconcileMetrics } from './reconcile-metrics.ts'
import { registerSampled } from './sampled-metrics.ts'

/**
 * The metrics of one manager, for Prometheus: `new Manager({ client, metrics: new ManagerMetrics() })`. Names are those of
 * client-go and controller-runtime where they have one. Labels name controllers, resources and kinds of results and errors;
 * no object of the cluster is in them.
 */
export class ManagerMetrics {
  /** Where they are registered; your own may join them. */
  readonly registry: Registry
  /** What queues count with. */
  readonly queues: MetricsProvider
  /** What an elector counts with. */
  readonly elections: LeaderMetricsProvider
  readonly #reconciles: ReconcileMetrics
  readonly #errors: Counter<'error'>
  #manager: Manager | undefined

  constructor() {
    const registry = new Registry()
    const controllers = new BoundedLabel(200)
    this.registry = registry
    this.queues = queueMetrics(registry, controllers)
    this.elections = electionMetrics(registry)
    this.#reconciles = new ReconcileMetrics(registry, controllers)
    this.#errors = new Counter({
      name: 'rxkube_manager_errors_total',
      help: 'What went wrong beside reconciles, by the class of the error',
      labelNames: ['error'],
      registers: [registry],
    })
    registerSampled(registry, [...informerMetrics, ...controllerMetrics], () => this.#manager?.inspect())
  }

  /** What the text below is of. */
  get contentType(): string {
    return this.registry.contentType
  }

  /** All of them as they are now, in Prometheus' text format. Rejects with what a metric of your own throws. */
  text(): Promise<string> {
    for (const name of this.#manager?.controllers.keys() ?? []) this.#reconciles.begin(name)
    return this.registry.metrics()
  }

  /** Counts what the manager does; a manager that is given metrics calls it. Throws an `InvalidControllerError` the second time. */
  observe(manager: Manager): void {
    if (this.#manager) {
      throw new InvalidControllerError('these metrics are of another manager: make new ones for each manager')
    }
    this.#manager = manager
    const classes = new BoundedLabel(50)
    manager.outcomes$.subscribe((outcome) => this.#reconciles.count(outcome))
    manager.error$.subscribe((error) => this.#errors.inc({ error: classes.of(nameOf(error)) }))
  }
}

function electionMetrics(registry: Registry): LeaderMetricsProvider {
  const status = new Gauge({
    name: 'leader_election_master_status',
    help: 'Whether this process leads, by the lease: 0 is a backup, 1 is the leader',
    labelNames: ['name'],
    registers: [registry],
  })
  const slowpath = new Counter({
    name: 'leader_election_slowpath_total',
    help: 'Times that the lease had to be read before it was renewed',
    labelNames: ['name'],
    registers: [registry],
  })
  return {
    newLeaderMetric: () => ({
      on: (name) => status.set({ name }, 1),
      off: (name) => {
        status.set({ name }, 0)
        slowpath.inc({ name }, 0)
      },
      slowpathExercised: (name) => slowpath.inc({ name }),
    }),
  }
}
