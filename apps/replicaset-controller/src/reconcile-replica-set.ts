import {
  claimPods,
  filterActivePods,
  RealPodControl,
  requestKey,
  TerminalError,
  type ReconcileContext,
  type Request,
  type Result,
  type UIDTrackingControllerExpectations,
} from '@rxkube/controller'
import { labelSelectorFrom, Pod, ReplicaSet, type Cached, type LabelSelector } from '@rxkube/meta'
import { planReplicas } from './decide/plan.ts'
import {
  controllerUidIndex,
  orphansOf,
  podOwnerIndex,
  relatedPods,
  relatedReplicaSets,
} from './decide/related.ts'
import { calculateStatus, requeueAfter } from './decide/status.ts'
import { deletionAgeRatios, victims } from './decide/victims.ts'
import { failureMessage } from './writes/failure-message.ts'
import { createPods, deletePods, type ReplicasWriter } from './writes/replicas.ts'
import { updateStatus } from './writes/status.ts'

/** What passes over all ReplicaSets share. */
export interface PassParts {
  readonly expectations: UIDTrackingControllerExpectations
  readonly burstReplicas: number
  readonly deletionAgeRatio: { observe(ratio: number): void } | undefined
}

type Context = ReconcileContext<ReplicaSet>

/** One pass over one ReplicaSet. */
export async function reconcileReplicaSet(
  request: Request,
  context: Context,
  parts: PassParts,
): Promise<Result | undefined> {
  const { object: replicaSet, client, clock, signal } = context
  const key = requestKey(request)
  if (!replicaSet) {
    parts.expectations.deleteExpectations(key)
    return undefined
  }
  // Before pods are listed: one that comes in between would count as seen, and be missing from the list.
  const mayManage = parts.expectations.satisfiedExpectations(key)
  const selector = selectorOf(replicaSet)
  // All that are its own, selected or not, for it has to let go of what it no longer selects; and all that are nobody's.
  const cache = context.lister(Pod)
  const uids = [replicaSet.metadata.uid ?? '', orphansOf(request.namespace)]
  const pods = filterActivePods(uids.flatMap((uid) => cache.byIndex(podOwnerIndex, uid)))
  const claimed = await claimPods(pods, {
    client,
    owner: replicaSet,
    ownerResource: ReplicaSet,
    selector,
    signal,
  })
  const failure =
    mayManage && replicaSet.metadata.deletionTimestamp === undefined
      ? await manageReplicas(replicaSet, claimed, context, parts)
      : undefined
  const message = failure === undefined ? undefined : failureMessage(failure)
  const status = calculateStatus(replicaSet, claimed, message, clock.now())
  const updated = await updateStatus(client, replicaSet, status)
  if (failure !== undefined) throw failure
  const delay = requeueAfter(updated)
  return delay === undefined ? undefined : { requeueAfter: delay }
}

/** Creates or deletes what is missing or too many. Resolves with the first failure. */
async function manageReplicas(
  replicaSet: Cached<ReplicaSet>,
  claimed: readonly Cached<Pod>[],
  context: Context,
  { expectations, burstReplicas, deletionAgeRatio }: PassParts,
): Promise<Error | undefined> {
  const { client, clock, signal } = context
  const { namespace = '' } = replicaSet.metadata
  const plan = planReplicas(replicaSet, claimed.length, burstReplicas)
  if (plan.verb === 'nothing') return undefined
  const key = `${namespace}/${replicaSet.metadata.name ?? ''}`
  const recorder = {
    recordEvent: (_: unknown, ...event: readonly ['Normal' | 'Warning', string, string]) =>
      context.event(...event),
  }
  const writer: ReplicasWriter = {
    podControl: new RealPodControl({ client, recorder }),
    expectations,
    signal,
  }
  if (plan.verb === 'create') return createPods(replicaSet, key, plan.count, writer)
  const sets = context.lister(ReplicaSet)
  const siblings = relatedReplicaSets(replicaSet, (uid) => sets.byIndex(controllerUidIndex, uid))
  const related = relatedPods(siblings, context.lister(Pod).namespace(namespace).list())
  const now = clock.now()
  const chosen = victims(claimed, related, plan.count, now)
  for (const ratio of deletionAgeRatios(claimed, chosen, now)) deletionAgeRatio?.observe(ratio)
  return deletePods(replicaSet, key, chosen, writer)
}

function selectorOf({ spec }: Cached<ReplicaSet>): LabelSelector {
  try {
    return labelSelectorFrom(spec.selector)
  } catch (cause) {
    // No pass mends it: the next change of the ReplicaSet may.
    throw new TerminalError('the selector of the ReplicaSet cannot be read, so nothing is done about it', {
      cause,
    })
  }
}
