import type { Client } from '@rxkube/client'
import type { Duration } from '@rxkube/clock'
import type { LeaderElectorOptions } from '@rxkube/leader-election'
import type { MetricsProvider } from '@rxkube/workqueue'
import type { Installable } from '../custom-resource/custom-resource.ts'
import type { EventRecorderLike } from '../event-sink.ts'
import type { CacheOptions } from '../informers/informer-pool.ts'
import type { ManagerMetrics } from '../operations/manager-metrics.ts'
import type { ControllerOptions } from '../reconcile/reconciler.ts'

/** How a manager becomes leader. */
export interface ManagerLeaderElection extends Pick<
  LeaderElectorOptions,
  'releaseOnCancel' | 'onLost' | 'coordinated' | 'watchDog'
> {
  readonly leaseName: string
  readonly leaseNamespace: string
  /** Unique for each process; the host's name and a random part unless told. */
  readonly identity?: string | undefined
  /** 15 s unless told. */
  readonly leaseDuration?: Duration | undefined
  /** 10 s unless told. */
  readonly renewDeadline?: Duration | undefined
  /** 2 s unless told. */
  readonly retryPeriod?: Duration | undefined
}

/** How a manager works; the client alone has to be told. */
export interface ManagerOptions {
  /** Whose requests, clock and randomness everything uses. It is not closed when the manager ends. */
  readonly client: Client
  /** Who it is in events and leases; `rxkube` unless told. */
  readonly name?: string | undefined
  /** How caches are filled: of which namespace, with which selectors. */
  readonly cache?: CacheOptions | undefined
  /** One process of several works; all that run do unless told. */
  readonly leaderElection?: ManagerLeaderElection | undefined
  /** Where events go; to the API server unless told, nowhere with `false`. */
  readonly recorder?: EventRecorderLike | false | undefined
  /** Where events of the controller of this name go instead. controller-runtime: `GetEventRecorderFor`. */
  readonly recorderFor?: ((controller: string) => EventRecorderLike | undefined) | undefined
  /** Definitions that are put on the server, and waited for, before anything is watched. */
  readonly customResources?: readonly Installable[] | undefined
  /** How long caches may take to fill before `start` rejects; 2 minutes unless told. */
  readonly cacheSyncTimeout?: Duration | undefined
  /**
   * How long reconciles under way may go on when it ends; what still runs 10 s later is left behind. 30 s unless told.
   * controller-runtime: `GracefulShutdownTimeout`.
   */
  readonly gracefulShutdownTimeout?: Duration | undefined
  /** What controllers that say nothing else are told. */
  readonly controllers?: ControllerOptions | undefined
  /** Where queues count. */
  readonly queueMetrics?: MetricsProvider | undefined
  /** What counts everything for Prometheus; nothing does unless told. It counts for this manager alone. */
  readonly metrics?: ManagerMetrics | undefined
}
