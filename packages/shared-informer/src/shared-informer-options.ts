import type { Clock, Duration, Random } from '@rxkube/clock'
import type { FreezePolicy, Indexers } from '@rxkube/indexer'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import type { ReflectorOptions } from '@rxkube/reflector'
import type { HandlerError } from './handler-error.ts'
import type { InformerMetrics } from './informer-name.ts'
import type { MailboxOptions } from './mailbox-options.ts'
import type { Transform } from './transform.ts'

/** How an informer works; all of it is optional. */
export interface SharedInformerOptions<
  T extends KubernetesObject = KubernetesObject,
  IndexName extends string = string,
> {
  /** For messages and status; what is watched unless told. */
  readonly name?: string | undefined
  /** What is watched, for the errors of the lister; taken from the ListerWatcher's description unless told. */
  readonly resource?: Pick<Resource, 'group' | 'resource'> | undefined
  /** More indices of the cache; there is always one by namespace. */
  readonly indexers?: Indexers<T, IndexName> | undefined
  /** How often handlers see the whole cache again, unless they ask for something else; 0, the default, is never. */
  readonly resyncPeriod?: Duration | undefined
  /** What becomes of an object before it is stored; `stripManagedFields` unless told, `identity` keeps all. */
  readonly transform?: Transform<T> | undefined
  /** The queue between watch and cache: all in order (the default), or what happened to a key together. */
  readonly queue?: 'RealFIFO' | 'DeltaFIFO' | undefined
  /** When cached objects are frozen; `NODE_ENV` decides unless told. */
  readonly freeze?: FreezePolicy | undefined
  /**
   * Keeps a copy of each object for some minutes and reports in `error$` who was changed: for objects that cannot be
   * frozen. The environment variable `KUBE_CACHE_MUTATION_DETECTOR` decides unless told.
   */
  readonly detectMutations?: boolean | undefined
  /**
   * Told of lists that failed, and of watches whose opening failed other than by a refused connection or a 429; not of
   * errors within a stream (`status$` tells of all). Upstream: `WatchErrorHandler`.
   */
  readonly watchErrorHandler?: ((error: Error) => void) | undefined
  /** Told when a handler threw or rejected, or was taken off because its mailbox is full; `error$` tells it as well. */
  readonly onHandlerError?: ((error: HandlerError) => void) | undefined
  /** How long a handler is left alone after each call that threw or rejected; 1 s unless told, 0 for no pause. */
  readonly pauseAfterHandlerError?: Duration | undefined
  /** How long an informer that only streams use outlives the last of them; 30 s unless told. */
  readonly linger?: Duration | undefined
  /** How it lists and watches, where that differs from client-go's ways. */
  readonly reflector?: InformerReflectorOptions | undefined
  /** Where its metrics go; see `informerMetrics`. */
  readonly metrics?: InformerMetrics | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

/** What of a reflector is for the user of an informer to say. */
export type InformerReflectorOptions = Pick<
  ReflectorOptions,
  | 'pageSize'
  | 'minWatchTimeout'
  | 'maxInternalErrorRetryDuration'
  | 'backoff'
  | 'expectedType'
  | 'useWatchList'
  | 'watchListTimeout'
  | 'consistencyCheck'
>

/** How long something is waited for. */
export interface CacheSyncOptions {
  /** Without it, there is no limit. */
  readonly timeout?: Duration | undefined
  /** Aborting it rejects the wait with `signal.reason`. */
  readonly signal?: AbortSignal | undefined
}

/** How a stream of changes is served. */
export interface ChangesOptions {
  /** For status and messages. */
  readonly name?: string | undefined
  /**
   * How changes wait while the reader is busy; they coalesce unless told.
   *
   * For `events()`, whose reader asks for each change. An Observable has no back-pressure: `changes()` gives a subscriber
   * a change as soon as the one before it has returned, whatever operators behind it do with it, and `concatMap` and the
   * like keep what they are not done with, without a bound. Slow readers take `events()`, or a handler.
   */
  readonly mailbox?: MailboxOptions | undefined
  /** How often it wants to see the whole cache again; 0, the default, is never. */
  readonly resyncPeriod?: Duration | undefined
}
