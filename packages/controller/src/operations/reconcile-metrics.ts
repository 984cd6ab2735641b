import { Counter, Histogram, type Registry } from 'prom-client'
import type { Outcome, OutcomeResult } from '../reconcile/outcome.ts'
import type { BoundedLabel } from './bounded-label.ts'
import { reconcileBuckets } from './buckets.ts'

/** controller-runtime counts what it retries and what it gives up as one; how they differ is counted beside. */
const labelOf: Readonly<Record<OutcomeResult, string>> = {
  success: 'success',
  requeue_after: 'requeue_after',
  error: 'error',
  timeout: 'error',
  terminal: 'error',
  namespace_terminating: 'namespace_terminating',
  aborted: 'aborted',
}

/** Counts what came of runs, under controller-runtime's names where it has one. */
export class ReconcileMetrics {
  readonly #controllers: BoundedLabel
  readonly #known = new Set<string>()
  readonly #total: Counter<'controller' | 'result'>
  readonly #errors: Counter<'controller'>
  readonly #terminal: Counter<'controller'>
  readonly #timeouts: Counter<'controller'>
  readonly #time: Histogram<'controller'>
  readonly #writes: Counter<'controller'>
  readonly #noopWrites: Counter<'controller'>

  constructor(registry: Registry, controllers: BoundedLabel) {
    const counter = (name: string, help: string): Counter<'controller'> =>
      new Counter({ name, help, labelNames: ['controller'], registers: [registry] })
    this.#controllers = controllers
    this.#total = new Counter({
      name: 'controller_runtime_reconcile_total',
      help: 'Total number of reconciliations per controller',
      labelNames: ['controller', 'result'],
      registers: [registry],
    })
    this.#errors = counter(
      'controller_runtime_reconcile_errors_total',
      'Total number of reconciliation errors per controller',
    )
    this.#terminal = counter(
      'controller_runtime_terminal_reconcile_errors_total',
      'Total number of terminal reconciliation errors per controller',
    )
    this.#timeouts = counter(
      'controller_runtime_reconcile_timeouts_total',
      'Total number of reconciliation timeouts per controller',
    )
    this.#time = new Histogram({
      name: 'controller_runtime_reconcile_time_seconds',
      help: 'Length of time per reconciliation per controller',
      labelNames: ['controller'],
      registers: [registry],
      buckets: [...reconcileBuckets],
    })
    this.#writes = counter(
      'rxkube_controller_writes_total',
      'Writes of reconciles that the API server accepted',
    )
    this.#noopWrites = counter(
      'rxkube_controller_noop_writes_total',
      'Writes of reconciles that changed nothing; converged objects should cost none',
    )
  }

  /** Shows the controller's series with zeros, so that their first increase is one. */
  begin(name: string): void {
    const controller = this.#controllers.of(name)
    if (this.#known.has(controller)) return
    this.#known.add(controller)
    for (const result of new Set(Object.values(labelOf))) this.#total.inc({ controller, result }, 0)
    for (const counter of [this.#errors, this.#terminal, this.#timeouts, this.#writes, this.#noopWrites]) {
      counter.inc({ controller }, 0)
    }
    this.#time.zero({ controller })
  }

  count({ controller: name, result, duration, writes, noopWrites }: Outcome): void {
    this.begin(name)
    const controller = this.#controllers.of(name)
    this.#total.inc({ controller, result: labelOf[result] })
    if (labelOf[result] === 'error') this.#errors.inc({ controller })
    if (result === 'terminal') this.#terminal.inc({ controller })
    if (result === 'timeout') this.#timeouts.inc({ controller })
    this.#time.observe({ controller }, duration / 1000)
    this.#writes.inc({ controller }, writes)
    this.#noopWrites.inc({ controller }, noopWrites)
  }
}
