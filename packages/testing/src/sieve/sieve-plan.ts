/**
 * One way to disturb what a controller sees. `crashBefore` and `crashAfter`: it is killed at write number `at`, which is
 * not done, or done but not known to be. `stale`: after step `at + 1` it restarts and sees, for a while, what was there
 * right after step `at`, before anybody had done anything about it. `unobserved`: it is cut off during steps `at` and `at + 1`, and sees what comes of both.
 */
export interface SievePlan {
  readonly kind: 'none' | 'crashBefore' | 'crashAfter' | 'stale' | 'unobserved'
  /** Counted from 0. */
  readonly at: number
}

/** Every plan for a scenario of so many steps, in which an undisturbed controller wrote so often. */
export function plansFor(steps: number, writes: number): SievePlan[] {
  const plans: SievePlan[] = []
  for (let at = 0; at < writes; at++) plans.push({ kind: 'crashBefore', at }, { kind: 'crashAfter', at })
  for (let at = 0; at + 1 < steps; at++) plans.push({ kind: 'stale', at }, { kind: 'unobserved', at })
  return plans
}
