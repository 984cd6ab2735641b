import type { EventHandler, RequestQueue } from '@rxkube/controller'
import { controllerOf, deepEqual, type Cached, type Deployment, type ReplicaSet } from '@rxkube/meta'
import { deploymentsFor } from '../decide/deployments-for.ts'
import type { OwnerCaches } from './caches.ts'
import { requestOf } from './request-of.ts'

/** What is heard of ReplicaSets, and which Deployments that wakes: their owner, or those that may adopt them. */
export function replicaSetEvents({
  deployments,
}: Pick<OwnerCaches, 'deployments'>): EventHandler<ReplicaSet> {
  const ownerOf = (set: Cached<ReplicaSet>): Cached<Deployment> | undefined =>
    deployments.resolve(set.metadata.namespace ?? '', controllerOf(set))

  const wakeOwner = (set: Cached<ReplicaSet>, queue: RequestQueue): void => {
    const owner = ownerOf(set)
    if (owner) queue.add(requestOf(owner))
  }

  const wakeAdopters = (set: Cached<ReplicaSet>, queue: RequestQueue): void => {
    const all = deployments.ofNamespace(set.metadata.namespace ?? '')
    for (const deployment of deploymentsFor(set, all)) queue.add(requestOf(deployment))
  }

  return {
    added: ({ object }, queue) => {
      if (controllerOf(object) ?? object.metadata.deletionTimestamp) wakeOwner(object, queue)
      else wakeAdopters(object, queue)
    },
    updated: ({ before, object }, queue) => {
      if (before.metadata.resourceVersion === object.metadata.resourceVersion) return
      const isTakenOver = !deepEqual(controllerOf(before), controllerOf(object))
      if (isTakenOver) wakeOwner(before, queue)
      if (controllerOf(object)) return wakeOwner(object, queue)
      const isRelabelled = !deepEqual(before.metadata.labels ?? {}, object.metadata.labels ?? {})
      if (isRelabelled || isTakenOver) wakeAdopters(object, queue)
    },
    deleted: ({ object }, queue) => wakeOwner(object, queue),
  }
}
