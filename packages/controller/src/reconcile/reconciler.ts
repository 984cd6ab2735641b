import type { Clock, Duration, Random } from '@rxkube/clock'
import type { Cached, KubernetesObject, Resource } from '@rxkube/meta'
import type { PartialObjectMetadata } from '@rxkube/shared-informer'
import type { RateLimiter } from '@rxkube/workqueue'
import type { Cause } from '../cause.ts'
import type { ReconcileClient } from '../read-your-writes/reconcile-client.ts'
import type { Request } from '../request.ts'
import type { Result } from '../result.ts'
import type { CacheReader } from '../tracked-reads/cache-reader.ts'
import type { LoopGuardOptions } from './loop-guard.ts'

/** What a reconcile has besides its request. Its methods may be taken off it. */
export interface ReconcileContext<T extends KubernetesObject = KubernetesObject> {
  /** The object as the cache has it now; undefined when it is gone. Shared: never mutate it. */
  readonly object: Cached<T> | undefined
  /** Its calls end with the run; what it writes is remembered for read-your-writes. */
  readonly client: ReconcileClient
  /** Aborts when the run took too long, is over, the controller stops, or leadership is lost: for all that waits. */
  readonly signal: AbortSignal
  readonly clock: Clock
  readonly random: Random
  /** Why the request is looked at: for logs and traces alone, never for decisions. */
  readonly causes: readonly Cause[]
  /** How often in a row the request has failed; 0 at first. */
  readonly attempt: number
  /** Reads a cache that the controller has. Throws a `NoInformerError` for one that it has not. */
  lister<U extends KubernetesObject>(
    this: void,
    resource: Resource<U>,
    projection: 'metadata',
  ): CacheReader<PartialObjectMetadata>
  lister<U extends KubernetesObject>(this: void, resource: Resource<U>, projection?: 'full'): CacheReader<U>
  /**
   * Reads a cache that is there for as long as requests ask for it: it is started where there is none, and resolves when it
   * has synced. A run that asks for it no more gives it back.
   */
  informer<U extends KubernetesObject>(this: void, resource: Resource<U>): Promise<CacheReader<U>>
  /** Resolves when the caches show what this request has written so far. */
  caughtUp(this: void): Promise<void>
  /** Records a Kubernetes Event about the object, or about another one. */
  event(
    this: void,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
    about?: KubernetesObject,
  ): void
}

/**
 * Brings the world closer to what the object asks for. It is called for one request at a time, again when anything it
 * watches changes, and again after a while when it throws; it has to do with any state of the world, and write nothing
 * when there is nothing to do. controller-runtime: `reconcile.Reconciler`.
 */
export type Reconciler<T extends KubernetesObject = KubernetesObject> = (
  request: Request,
  context: ReconcileContext<T>,
) => Promise<Result | void> | Result | void

/** How a controller sees what it has written itself. */
export type ReadYourWrites =
  /** Caches may lag behind. */
  | 'off'
  /** The next look at a request comes when the caches show what the last one wrote. */
  | 'wait'
  /** Caches are read with one's own writes put over them. */
  | 'overlay'
  /** Looks again after a pause, until the caches have come as far. */
  | 'requeue'

/** How a controller works; all of it is optional. */
export interface ControllerOptions {
  /** How many requests are worked on at once; 1 unless told. */
  readonly maxConcurrentReconciles?: number | undefined
  /** How long one look may take before its signal aborts; 5 minutes unless told, `Infinity` for ever. */
  readonly reconcileTimeout?: Duration | undefined
  /** `wait` unless told. */
  readonly readYourWrites?: ReadYourWrites | undefined
  /** How long a cache may be behind before it is not waited for any more; 5 minutes unless told. */
  readonly readYourWritesTimeout?: Duration | undefined
  /** Looks again when something changes that the last look has read. */
  readonly trackedReads?: boolean | undefined
  /** Slows down requests that wake themselves; `false` turns it off. */
  readonly loopGuard?: LoopGuardOptions | false | undefined
  /** How long failures are waited for; upstream's default unless told, each pause longer by up to a fifth by chance. */
  readonly rateLimiter?: RateLimiter<Request> | undefined
  /** Whether only the leader works; true unless told. */
  readonly needLeaderElection?: boolean | undefined
  /** How many seconds of waiting outweigh one step of priority; 1 s unless told. */
  readonly ageing?: Duration | undefined
}
