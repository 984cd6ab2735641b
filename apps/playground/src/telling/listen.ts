import { requestKey, type Manager } from '@rxkube/controller'
import { Subscription } from 'rxjs'
import type { PlayCluster } from '../cluster/play-cluster.ts'
import type { ControllerCounts, Teller } from './told.ts'

/** Counts what controllers do. */
export class Counting {
  readonly #counts = new Map<string, { reconciles: number; writes: number; retries: number }>()

  constructor(manager: Pick<Manager, 'outcomes$'>) {
    manager.outcomes$.subscribe(({ controller, result, writes }) => {
      const counts = this.#counts.get(controller) ?? { reconciles: 0, writes: 0, retries: 0 }
      this.#counts.set(controller, counts)
      counts.reconciles++
      counts.writes += writes
      if (result === 'error' || result === 'timeout') counts.retries++
    })
  }

  /** By the names of the controllers. */
  get counts(): ControllerCounts[] {
    return Array.from(this.#counts, ([controller, counts]) => ({ controller, ...counts })).toSorted((a, b) =>
      a.controller < b.controller ? -1 : 1,
    )
  }
}

/** Tells what controllers do and why, as it happens, until the subscription ends. */
export function listen(cluster: PlayCluster, teller: Teller): Subscription {
  const { manager, events } = cluster
  const subscription = new Subscription()
  subscription.add(
    manager.outcomes$.subscribe(({ controller, request, result, writes, causes }) => {
      if (writes === 0 && result !== 'error') return
      teller.tell({
        type: 'reconcile',
        at: cluster.elapsed,
        controller,
        request: requestKey(request),
        result,
        writes,
        causes: causes.map(({ type, source, object = '' }) => `${type} ${source} ${object}`.trim()),
      })
    }),
  )
  subscription.add(
    manager.error$.subscribe(({ name, message }) => {
      const at = cluster.elapsed
      teller.tell({ type: 'event', at, component: 'manager', about: '', reason: name, message })
    }),
  )
  subscription.add(
    events.changes().subscribe((change) => {
      if (change.type !== 'added' && change.type !== 'updated') return
      const { source, reportingComponent, involvedObject, reason = '', message = '' } = change.object
      const about = `${involvedObject.kind} ${involvedObject.name}`
      teller.tell({
        type: 'event',
        at: cluster.elapsed,
        component: source?.component || reportingComponent || '',
        about,
        reason,
        message,
      })
    }),
  )
  return subscription
}
