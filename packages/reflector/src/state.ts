import type { BackoffParameters, BackoffState } from './backoff.ts'
import type { ExpectedType } from './expected-type.ts'
import type { RetryWindow } from './retry-with-deadline.ts'

/** What a reflector was told to do; never changes. Durations are milliseconds. */
export interface ReflectorSettings {
  /** Objects a page of every list; 0 chooses as client-go does. Upstream: `WatchListPageSize`. */
  readonly pageSize: number
  /** The lower bound of the timeout sent to the server; the upper one is twice that. */
  readonly minWatchTimeout: number
  readonly useWatchList: boolean
  /** How long a WatchList may go on without an event before the collection is listed instead. */
  readonly watchListTimeout: number
  /** 0: no resync. */
  readonly resyncPeriod: number
  /** 0: an internal error in a stream always leads to a relist. */
  readonly maxInternalErrorRetryDuration: number
  readonly backoff: BackoffParameters
  /** What may enter; undefined lets everything in. */
  readonly expectedType: ExpectedType | undefined
}

/** What outlives a session (one snapshot and the watches after it). */
export interface ReflectorMemory {
  /** The newest resourceVersion that was applied; `''` before the first snapshot. */
  readonly resourceVersion: string
  /** A whole snapshot was delivered. */
  readonly synced: boolean
  /** The server refused `resourceVersion`: the next snapshot asks for the newest state (`''`). */
  readonly unavailable: boolean
  /** The first list came in pages: there is no watch cache, so relists are paged as well. */
  readonly paginated: boolean
  readonly backoff: BackoffState
  /** Sessions in a row that gave up a WatchList, and of which no watch lasted. */
  readonly watchListsGivenUp: number
  /** Streams in a row that lived less than a second although they had events. */
  readonly shortLived: number
}

interface Base {
  readonly settings: ReflectorSettings
  readonly memory: ReflectorMemory
}

/** What is known of a stream that is open. */
export interface StreamProgress {
  /** The resourceVersion it was opened with. */
  readonly from: string
  /** When it was asked for: some proxies hold the headers back until the first event. */
  readonly requestedAt: number
  /** Events that were accepted. */
  readonly events: number
  /** False while only unordered synthetic ADDED events were seen: their versions are no place to resume from. */
  readonly publishes: boolean
  /** The last bookmark, `''` before. */
  readonly bookmark: string
}

export interface Idle extends Base {
  readonly phase: 'idle'
}

export interface Listing extends Base {
  readonly phase: 'listing'
  readonly resourceVersion: string
  readonly limit: number
  /** The list with `''` that follows a refused version is the last of its session. */
  readonly retried: boolean
}

export interface OpeningWatchList extends Base {
  readonly phase: 'openingWatchList'
  readonly resourceVersion: string
  readonly requestedAt: number
  /** Streams of this session that ended before the initial events did. */
  readonly broken: number
}

export interface Streaming extends Base {
  readonly phase: 'streaming'
  readonly stream: StreamProgress
  /** When the last event came; undefined before the first. */
  readonly lastEventAt: number | undefined
  readonly broken: number
}

export interface OpeningWatch extends Base {
  readonly phase: 'openingWatch'
  readonly requestedAt: number
  readonly internalErrors: RetryWindow | undefined
}

export interface Watching extends Base {
  readonly phase: 'watching'
  readonly stream: StreamProgress
  readonly internalErrors: RetryWindow | undefined
}

export interface Waiting extends Base {
  readonly phase: 'waiting'
  /** `session`: snapshot anew. `list`: list in this session. `watch`, `watchList`: the same request again. */
  readonly next: 'session' | 'list' | 'watch' | 'watchList'
  readonly internalErrors: RetryWindow | undefined
  readonly broken: number
}

interface Stopped extends Base {
  readonly phase: 'stopped'
}

/** Where a reflector is: a plain value, changed by `step` alone. */
export type ReflectorState =
  | Idle
  | Listing
  | OpeningWatchList
  | Streaming
  | OpeningWatch
  | Watching
  | Waiting
  | Stopped

/** A reflector that has not begun; `memory` of an earlier run makes it relist from where that one was. */
export function idle(settings: ReflectorSettings, memory: ReflectorMemory): Idle {
  return { phase: 'idle', settings, memory }
}

/** A reflector that knows nothing yet. */
export function emptyMemory(backoff: BackoffState): ReflectorMemory {
  return {
    resourceVersion: '',
    synced: false,
    unavailable: false,
    paginated: false,
    backoff,
    watchListsGivenUp: 0,
    shortLived: 0,
  }
}
