import {
  parseDuration,
  systemClock,
  systemRandom,
  type Clock,
  type Duration,
  type Random,
} from '@rxkube/clock'
import { defaultBackoff, type BackoffParameters } from './backoff.ts'
import type { ExpectedType } from './expected-type.ts'
import type { ReflectorSettings } from './state.ts'

/** How the pauses of a reflector grow, where that differs from `defaultBackoff`. */
export interface ReflectorBackoffOptions {
  /** The first delay. */
  readonly duration?: Duration | undefined
  readonly factor?: number | undefined
  readonly jitter?: number | undefined
  /** The largest delay before jitter. */
  readonly cap?: Duration | undefined
  readonly resetAfter?: Duration | undefined
  readonly resetRule?: BackoffParameters['resetRule'] | undefined
}

/** How a reflector works; client-go's defaults. Durations are milliseconds or text like `'30s'`. */
export interface ReflectorOptions {
  /** How status and diagnostics call it; the description of the ListerWatcher unless told. */
  readonly name?: string | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
  /** How often a `resync` is emitted while watching; 0, the default, never. */
  readonly resyncPeriod?: Duration | undefined
  /** Asked at each resync; false lets it out. Upstream: `ShouldResync`. */
  readonly shouldResync?: (() => boolean) | undefined
  /** Objects a page of every list; 0, the default, pages as client-go does. Upstream: `WatchListPageSize`. */
  readonly pageSize?: number | undefined
  /** The shortest timeout asked of the server; only above 5 minutes it counts. The longest is twice that. */
  readonly minWatchTimeout?: Duration | undefined
  /** How long an internal error (500) in a stream is answered by a new watch instead of a relist; 0 by default. */
  readonly maxInternalErrorRetryDuration?: Duration | undefined
  /** What differs from `defaultBackoff`. */
  readonly backoff?: ReflectorBackoffOptions | undefined
  /**
   * Hears of lists that failed, and of watches whose opening failed other than by a refused connection or a 429. Not of
   * what ends a stream, nor of what is tried again in another form at once: `status` tells of all. Must be quick.
   */
  readonly watchErrorHandler?: ((error: Error) => void) | undefined
  /** What may come in a watch; anything else is left out and reported. */
  readonly expectedType?: ExpectedType | undefined
  /** False lists first, always; true by default, where the ListerWatcher allows it. */
  readonly useWatchList?: boolean | undefined
  /** How long a WatchList may be silent before its end until the collection is listed instead; 30 s. */
  readonly watchListTimeout?: Duration | undefined
  /**
   * Lists once more after each WatchList and compares; a difference ends the reflector with a `ConsistencyError`.
   * For tests: doubles the load. Upstream: `KUBE_WATCHLIST_INCONSISTENCY_DETECTOR`.
   */
  readonly consistencyCheck?: boolean | undefined
}

const shortestWatch = 5 * 60_000

/** Where the reflector takes time and chance from. */
export function sourcesOf({ clock = systemClock, random = systemRandom }: ReflectorOptions): {
  readonly clock: Clock
  readonly random: Random
} {
  return { clock, random }
}

/** The options as the pure core wants them. */
export function settingsOf(options: ReflectorOptions, watchListUnsupported: boolean): ReflectorSettings {
  return {
    pageSize: options.pageSize ?? 0,
    minWatchTimeout: Math.max(shortestWatch, parseDuration(options.minWatchTimeout ?? shortestWatch)),
    useWatchList: (options.useWatchList ?? true) && !watchListUnsupported,
    watchListTimeout: parseDuration(options.watchListTimeout ?? '30s'),
    resyncPeriod: parseDuration(options.resyncPeriod ?? 0),
    maxInternalErrorRetryDuration: parseDuration(options.maxInternalErrorRetryDuration ?? 0),
    backoff: backoffOf(options.backoff ?? {}),
    expectedType: options.expectedType,
  }
}

function backoffOf(options: ReflectorBackoffOptions): BackoffParameters {
  return {
    duration: parseDuration(options.duration ?? defaultBackoff.duration),
    factor: options.factor ?? defaultBackoff.factor,
    jitter: options.jitter ?? defaultBackoff.jitter,
    cap: parseDuration(options.cap ?? defaultBackoff.cap),
    resetAfter: parseDuration(options.resetAfter ?? defaultBackoff.resetAfter),
    resetRule: options.resetRule ?? defaultBackoff.resetRule,
  }
}
