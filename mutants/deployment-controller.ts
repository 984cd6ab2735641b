import type { Mutant } from './mutant.ts'

const src = 'apps/deployment-controller/src'

/** The Deployment controller: rows D. */
export const deploymentControllerMutants: readonly Mutant[] = [
  {
    row: 'D-6',
    breaks: 'any pod that goes wakes a Deployment that recreates them',
    file: `${src}/watches/pod-events.ts`,
    find: 'if ([...left.values()].every(({ length }) => length === 0)) queue.add(requestOf(deployment))',
    replace: 'if (left) queue.add(requestOf(deployment))',
  },
  {
    row: 'D-10',
    breaks: 'what is left over of a proportional scaling is lost',
    file: `${src}/decide/proportional-scaling.ts`,
    find: 'Math.max(0, first.size + left)',
    replace: 'first.size',
  },
  {
    row: 'D-12',
    breaks: 'a rolling update with neither surge nor unavailable stands still',
    file: `${src}/decide/fenceposts.ts`,
    find: 'surge === 0 && unavailable === 0 ? 1 : unavailable',
    replace: 'unavailable',
  },
  {
    row: 'D-14',
    breaks: 'new pods that are not available do not keep old ones',
    file: `${src}/decide/rolling-update.ts`,
    find: 'return totalSize(all) - minAvailable(deployment) - newUnavailable',
    replace: 'return totalSize(all) - minAvailable(deployment) + newUnavailable * 0',
  },
  {
    row: 'D-16',
    breaks: 'new pods do not wait for old ones that are on their way out',
    file: `${src}/decide/recreate.ts`,
    find: "if (ofSet.some(({ status }) => status?.phase !== 'Failed' && status?.phase !== 'Succeeded')) return true",
    replace: 'if (ofSet.length < 0) return true',
  },
  {
    row: 'D-17',
    breaks: 'the newest of several ReplicaSets with the template is the new one',
    file: `${src}/decide/replica-sets.ts`,
    find: 'const byAge = sets.toSorted(compareReplicaSetsByCreation)',
    replace: 'const byAge = sets.toSorted(compareReplicaSetsByCreation).toReversed()',
  },
  {
    row: 'D-20',
    breaks: 'a rollout that does not move is not looked at again',
    file: `${src}/decide/progress.ts`,
    find: 'return left < 1000 ? 0 : left + 1000',
    replace: 'return left < 0 ? left : undefined',
  },
  {
    row: 'D-21',
    breaks: 'the time of the transition moves with each update',
    file: `${src}/decide/progress.ts`,
    find: "const since = current?.status === 'True' && current.lastTransitionTime",
    replace: "const since = current?.status === 'Never' && current.lastTransitionTime",
  },
  {
    row: 'D-22',
    breaks: 'those that are busy do not count among those that are kept',
    file: `${src}/decide/history-cleanup.ts`,
    find: 'const alive = oldSets.filter(({ metadata }) => !metadata.deletionTimestamp)',
    replace: 'const alive = oldSets.filter((set) => !set.metadata.deletionTimestamp && isIdle(set))',
  },
  {
    row: 'D-23',
    breaks: 'a ReplicaSet forgets which revision it was',
    file: `${src}/decide/revisions.ts`,
    find: 'if (text !== undefined) {',
    replace: 'if (text === null) {',
  },
  {
    row: 'D-27',
    breaks: 'the deadline counts the time of a pause',
    file: `${src}/decide/pause.ts`,
    find: "if (isPaused === (reason === 'DeploymentPaused')) return undefined",
    replace: "if (!isPaused || reason === 'DeploymentPaused') return undefined",
  },
  {
    row: 'D-28',
    breaks: 'a collision is not counted',
    file: `${src}/writes/revision.ts`,
    find: 'await pass.tryUpdateStatus(withCollision(deployment))',
    replace: 'withCollision(deployment)',
  },
  {
    row: 'D-33',
    breaks: 'minReadySeconds do not reach the ReplicaSet that there is',
    file: `${src}/decide/revision-sync.ts`,
    find: 'if (!changed && (newSet.spec.minReadySeconds ?? 0) === minReadySeconds) return undefined',
    replace: 'if (!changed) return undefined',
  },
  {
    row: 'D-41',
    breaks: 'an old ReplicaSet that cannot be made smaller ends the pass',
    file: `${src}/writes/rolling-update.ts`,
    find: 'pass.context.signal.throwIfAborted()\n    return false',
    replace: "throw new Error('not scaled')",
  },
  {
    row: 'H-6',
    breaks: 'names of revisions are hashed with FNV-1a',
    file: 'packages/controller/src/history/controller-revision.ts',
    find: 'hash = Math.imul(hash, 0x01_00_01_93) ^ byte',
    replace: 'hash = Math.imul(hash ^ byte, 0x01_00_01_93)',
  },
]
