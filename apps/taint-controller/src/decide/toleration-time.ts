import type { Toleration } from '@rxkube/meta'

/**
 * For how many milliseconds a pod may stay, by the tolerations that answer for the taints of its node: the shortest of
 * their times; 0 when there are none, or when one of them is 0 or less; `Infinity` when none of them has a time.
 */
export function minTolerationTime(used: readonly Pick<Toleration, 'tolerationSeconds'>[]): number {
  if (used.length === 0) return 0
  let seconds = Infinity
  for (const { tolerationSeconds } of used) seconds = Math.min(seconds, tolerationSeconds ?? Infinity)
  return Math.max(0, seconds) * 1000
}
