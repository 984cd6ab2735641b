import type { Client } from '@rxkube/client'
import type { EventHandler } from '@rxkube/controller'
import {
  controllerOf,
  isControlledBy,
  labelSelectorFrom,
  ReplicaSet,
  type Cached,
  type Deployment,
  type Pod,
} from '@rxkube/meta'
import { podMapOf } from '../decide/recreate.ts'
import type { OwnerCaches } from './caches.ts'
import { requestOf } from './request-of.ts'

/** What the events of pods are judged by. */
export interface PodEventParts extends OwnerCaches {
  readonly client: Pick<Client, 'list'>
  /** The pods that the cache shows. */
  readonly pods: (namespace: string) => readonly Cached<Pod>[]
}

/**
 * What is heard of pods: that the last one of a Deployment is gone which waits for just that before it makes new ones. Nothing
 * else of pods concerns it.
 */
export function podEvents({ deployments, replicaSets, client, pods }: PodEventParts): EventHandler<Pod> {
  const deploymentOf = (pod: Cached<Pod>): Cached<Deployment> | undefined => {
    const namespace = pod.metadata.namespace ?? ''
    const set = replicaSets.resolve(namespace, controllerOf(pod))
    return set && deployments.resolve(namespace, controllerOf(set))
  }
  return {
    deleted: async ({ object }, queue) => {
      const deployment = deploymentOf(object)
      if (deployment?.spec.strategy?.type !== 'Recreate') return
      const { namespace = '' } = deployment.metadata
      const selector = labelSelectorFrom(deployment.spec.selector)
      // From the server: a set that the cache does not show yet may have pods.
      const { items } = await client.list(ReplicaSet, { namespace, labelSelector: selector.toString() })
      const sets = items.filter((set) => isControlledBy(set, deployment))
      const selected = pods(namespace).filter(({ metadata }) => selector.matches(metadata.labels))
      const left = podMapOf(sets, selected)
      if ([...left.values()].every(({ length }) => length === 0)) queue.add(requestOf(deployment))
    },
  }
}
