import type { Mutant } from './mutant.ts'

const src = 'apps/replicaset-controller/src'

/** The ReplicaSet controller: rows RS. */
export const replicaSetControllerMutants: readonly Mutant[] = [
  {
    row: 'RS-4',
    breaks: 'nothing is waited for before more pods are created',
    file: `${src}/reconcile-replica-set.ts`,
    find: 'const mayManage = parts.expectations.satisfiedExpectations(key)',
    replace: 'const mayManage = parts.expectations.satisfiedExpectations(key) || Math.abs(1) === 1',
  },
  {
    row: 'RS-8',
    breaks: 'a status that could not be written is not tried again on the newest version',
    file: `${src}/writes/status.ts`,
    find: 'return client.updateStatus(ReplicaSet, withStatus(newest, status))',
    replace: 'return newest',
  },
  {
    row: 'RS-9',
    breaks: 'all pods are created at once',
    file: `${src}/decide/plan.ts`,
    find: 'Math.min(Math.abs(missing), burst)',
    replace: 'Math.max(Math.abs(missing), Math.min(burst, 0))',
  },
  {
    row: 'RS-11',
    breaks: 'a ReplicaSet that comes back waits for the pods of the old one',
    file: `${src}/watches/replica-set-events.ts`,
    find: 'expectations.deleteExpectations(requestKey(request))',
    replace: 'requestKey(request)',
  },
  {
    row: 'RS-13',
    breaks: 'a pod on its way out counts as a creation when it is first seen',
    file: `${src}/watches/pod-events.ts`,
    find: 'if (pod.metadata.deletionTimestamp !== undefined) return gone(pod, queue)',
    replace: '',
  },
  {
    row: 'RS-16',
    breaks: 'a ReplicaSet that is being deleted creates pods',
    file: `${src}/reconcile-replica-set.ts`,
    find: 'mayManage && replicaSet.metadata.deletionTimestamp === undefined',
    replace: 'mayManage',
  },
  {
    row: 'RS-18',
    breaks: 'pods of other ReplicaSets of the same owner do not count',
    file: `${src}/decide/victims.ts`,
    find: 'return getPodsToDelete(pods.toSorted(byName), related, count, now)',
    replace: 'return getPodsToDelete(pods.toSorted(byName), related.slice(0, 0), count, now)',
  },
  {
    row: 'RS-21',
    breaks: 'a failure that is over is still told',
    file: `${src}/decide/status.ts`,
    find: "if (failure === undefined) return withoutCondition(before, 'ReplicaFailure')",
    replace: 'if (failure === undefined) return before',
  },
  {
    row: 'RS-24',
    breaks: 'pods that failed count as pods',
    file: `${src}/reconcile-replica-set.ts`,
    find: 'const pods = filterActivePods(uids.flatMap((uid) => cache.byIndex(podOwnerIndex, uid)))',
    replace:
      'const pods = [...filterActivePods([]), ...uids.flatMap((uid) => cache.byIndex(podOwnerIndex, uid))]',
  },
  {
    row: 'RS-29',
    breaks: 'only pods that match are looked at: one that was labelled away is never let go',
    file: `${src}/reconcile-replica-set.ts`,
    find: 'filterActivePods(uids.flatMap((uid) => cache.byIndex(podOwnerIndex, uid)))',
    replace:
      'filterActivePods(uids.flatMap((uid) => cache.byIndex(podOwnerIndex, uid)).filter((pod) => selector.matches(pod.metadata.labels)))',
  },
  {
    row: 'RS-33',
    breaks: 'a pod that became ready is not looked at again when it is available',
    file: `${src}/watches/pod-events.ts`,
    find: 'queue.addAfter(requestOf(owner), (minReadySeconds + 1) * 1000)',
    replace: 'queue.add(requestOf(owner))',
  },
  {
    row: 'RS-34',
    breaks: 'pods are tried again in a namespace that is being deleted',
    file: `${src}/writes/replicas.ts`,
    find: 'if (!isNamespaceTerminating(error)) throw error',
    replace: 'if (!isNamespaceTerminating(error) || Math.abs(1) === 1) throw new Error(String(error))',
  },
]
