import type { Clock, Duration, Random } from '@rxkube/clock'
import type { Event } from '@rxkube/meta'
import type { AggregateKey } from './event-keys.ts'

/** How events are told apart, aggregated and held back; 0 is the default, as unset is. client-go: `CorrelatorOptions`. */
export interface EventCorrelatorOptions {
  /** Entries of each of the three caches; 4096 unless told. */
  readonly lruCacheSize?: number | undefined
  /** Events that a source may tell of an object at once; 25 unless told. */
  readonly burstSize?: number | undefined
  /** Events a second that come back after that; one in 300 s unless told. */
  readonly qps?: number | undefined
  /** Which events go together in an aggregate; `aggregateByReason` unless told. Make keys with `tupleKey`. */
  readonly keyFunc?: ((event: Event) => AggregateKey) | undefined
  /** What an aggregate says; `aggregateMessage` unless told. */
  readonly messageFunc?: ((event: Event) => string) | undefined
  /** The similar event that is the first to be replaced by an aggregate; the 10th unless told. */
  readonly maxEvents?: number | undefined
  /** Without a similar event for so long, aggregation begins anew; `10m` unless told. */
  readonly maxInterval?: Duration | undefined
  /** Which events share a budget; `spamKey` unless told, `spamKeyByReason` for a budget of each reason. */
  readonly spamKeyFunc?: ((event: Event) => string) | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}
