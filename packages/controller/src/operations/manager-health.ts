import { parseDuration, type Duration } from '@rxkube/clock'
import { LeaderUnhealthyError, type LeaderElector } from '@rxkube/leader-election'
import type { PooledInformer } from '../informers/informer-pool.ts'
import type { Manager } from '../manager/manager.ts'
import type { Controller } from '../reconcile/controller.ts'
import { errorFacts } from './error-facts.ts'
import { HealthChecks, UnhealthyError, type HealthCheck, type HealthChecksOptions } from './health-checks.ts'
import { informerName } from './inspect.ts'
import { StuckControllers } from './stuck-controllers.ts'

/** When a manager counts as well. */
export interface ManagerHealthOptions extends Omit<HealthChecksOptions, 'clock'> {
  /** How long a lease may have been over while its work goes on; 20 s unless told, as in kube-controller-manager. */
  readonly maxTolerableExpiredLease?: Duration | undefined
  /** How long a cache that was full may be unable to hear from the server; 5 minutes unless told. */
  readonly maxStaleness?: Duration | undefined
  /** How long a controller that has work may end none of it; 10 minutes unless told. */
  readonly stuckAfter?: Duration | undefined
}

/**
 * The health of a manager. It lives while `ping` answers and no work goes on without a lease (`leaderElection`). It is ready
 * when it runs (`manager`), each cache is full and in touch with the server (`informer pods`), and no controller is stuck
 * (`controller web`). One that waits to lead is ready.
 */
export function managerHealth(manager: Manager, options: ManagerHealthOptions = {}): HealthChecks {
  const { maxTolerableExpiredLease = '20s', timeout } = options
  const maxStaleness = parseDuration(options.maxStaleness ?? '5m')
  const stuckAfter = parseDuration(options.stuckAfter ?? '10m')
  const { clock } = manager.client
  const stuck = new StuckControllers(manager)
  const health = new HealthChecks({ clock, timeout })
  const { elector } = manager
  if (elector) health.addHealthzCheck('leaderElection', () => assertLeads(elector, maxTolerableExpiredLease))
  return health
    .addReadyzCheck('manager', () => assertRuns(manager))
    .addReadyzChecks(function* () {
      for (const informer of manager.informers.informers) {
        const check: HealthCheck = () => assertInTouch(informer, clock.now(), maxStaleness)
        yield [`informer ${informerName(informer)}`, check]
      }
      for (const controller of manager.controllers.values()) {
        yield [`controller ${controller.name}`, () => assertMoves(controller, stuck, stuckAfter)]
      }
    })
}

function assertLeads(elector: LeaderElector, tolerance: Duration): void {
  try {
    elector.check(tolerance)
  } catch (error) {
    throw error instanceof LeaderUnhealthyError ? new UnhealthyError(error.message, { cause: error }) : error
  }
}

function assertRuns({ phase }: Manager): void {
  if (phase === 'new') throw new UnhealthyError('it has not been started')
  if (phase === 'stopping' || phase === 'stopped') throw new UnhealthyError(`it is ${phase}`)
}

function assertInTouch({ status }: PooledInformer, now: number, maxStaleness: number): void {
  const { phase, synced, attempts, lastError, lastEventAt } = status
  const silence = lastEventAt === undefined ? 0 : now - lastEventAt
  const tries = attempts > 0 ? ` after ${attempts} failed ${attempts === 1 ? 'attempt' : 'attempts'}` : ''
  const last = lastError ? `, last: ${errorFacts(lastError)}` : ''
  if (!synced) throw new UnhealthyError(`not synced, ${phase}${tries}${last}`)
  // A quiet collection is heard of by bookmarks, and a watch that lives may be silent for minutes.
  if (phase === 'watching' || silence <= maxStaleness) return
  throw new UnhealthyError(`stale for ${Math.floor(silence / 1000)} s, ${phase}${tries}${last}`)
}

function assertMoves(controller: Controller, stuck: StuckControllers, stuckAfter: number): void {
  const { phase, active, queue } = controller.status
  if (phase === 'new' || phase === 'syncing') throw new UnhealthyError(`${phase}: its caches are not full`)
  const time = stuck.stuckFor(controller)
  if (time <= stuckAfter) return
  throw new UnhealthyError(
    `stuck: no run has ended for ${Math.floor(time / 1000)} s, ${active} under way, ${queue.depth} waiting`,
  )
}
