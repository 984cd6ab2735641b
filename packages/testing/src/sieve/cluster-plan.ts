/**
 * One way to disturb a controller on a cluster. `crashBefore`, `crashAfter`, `loseAnswer`: at its write number `at` it is
 * killed before the write leaves, or when the server has done it and it does not know; or it lives on, and the answer is
 * lost. `stale`: after step `at + 1` it is restarted and sees for a while what there was after step `at`. `unobserved`: it is
 * cut off during steps `at` and `at + 1`, and sees what came of both. `slow`: from step `at` on it hears nothing of one
 * resource, until all steps are done.
 */
export interface ClusterPlan {
  readonly kind: 'none' | 'crashBefore' | 'crashAfter' | 'loseAnswer' | 'stale' | 'unobserved' | 'slow'
  /** The process that is disturbed. */
  readonly process: string
  /** Counted from 0. */
  readonly at: number
  /** Of `slow`: `pods`, `deployments.apps`. */
  readonly resource?: string
}

/** What an undisturbed process did. */
export interface LearnedProcess {
  readonly name: string
  /** The numbers of the requests that changed something. */
  readonly writes: readonly number[]
  /** What it watched. */
  readonly resources: readonly string[]
}

/** Every plan for so many steps and what the processes did in them. */
export function clusterPlans(steps: number, processes: readonly LearnedProcess[]): ClusterPlan[] {
  const plans: ClusterPlan[] = []
  for (const { name: process, writes, resources } of processes) {
    for (const at of writes.keys()) {
      for (const kind of ['crashBefore', 'crashAfter', 'loseAnswer'] as const)
        plans.push({ kind, process, at })
    }
    for (let at = 0; at + 1 < steps; at += 1) {
      plans.push({ kind: 'stale', process, at }, { kind: 'unobserved', process, at })
      for (const resource of resources) plans.push({ kind: 'slow', process, at, resource })
    }
  }
  return plans
}
