import { matchingTolerations, type Taint, type Toleration } from '@rxkube/meta'
import { minTolerationTime } from './toleration-time.ts'

/** What is decided by. Times are milliseconds since 1970. */
export interface EvictionQuestion {
  /** The NoExecute taints of the pod's node. */
  readonly taints: readonly Taint[]
  readonly tolerations: readonly Toleration[] | undefined
  readonly now: number
  /** When the countdown began that runs for this pod, if one does. */
  readonly countingSince: number | undefined
}

/** What becomes of a pod on a tainted node. */
export type EvictionPlan =
  /** It may stay for ever: a countdown that runs is called off. */
  | { readonly type: 'stay' }
  /** The countdown that runs goes on as it is. */
  | { readonly type: 'keepCountdown' }
  /** Whatever runs is called off, and the pod is evicted at `fireAt`: `fireAt − createdAt` from now. */
  | { readonly type: 'evict'; readonly createdAt: number; readonly fireAt: number }
  /** As `evict`, where nothing runs: what is under way or done already is not done again. */
  | { readonly type: 'evictUnlessDone'; readonly createdAt: number; readonly fireAt: number }

/**
 * Decides about one pod. For each taint the first toleration in the order of the pod's list counts, whatever others
 * say further down; one taint without a toleration and the pod has to go at once. A countdown that runs is neither
 * shortened nor lengthened nor begun again, be it that tolerations changed or taints were exchanged.
 */
export function evictionPlan({ taints, tolerations, now, countingSince }: EvictionQuestion): EvictionPlan {
  if (taints.length === 0) return { type: 'stay' }
  const used = matchingTolerations(taints, tolerations)
  if (used === undefined) return { type: 'evict', createdAt: now, fireAt: now }
  const time = minTolerationTime(used)
  if (time === Infinity) return { type: 'stay' }
  const fireAt = now + time
  if (countingSince === undefined) return { type: 'evictUnlessDone', createdAt: now, fireAt }
  if (countingSince < now) return { type: 'keepCountdown' }
  return { type: 'evict', createdAt: countingSince, fireAt }
}
