import type { Duration } from '@rxkube/clock'

/**
 * What a reconcile may return; nothing means: done until something changes. controller-runtime: `reconcile.Result`.
 */
export interface Result {
  /** Looks at the request again after this time, whatever changes till then. */
  readonly requeueAfter?: Duration | undefined
  /** The priority of that next look; that of this one unless told. */
  readonly priority?: number | undefined
}
