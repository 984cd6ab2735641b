import {
  isPodReady,
  podKey,
  requestKey,
  type EventHandler,
  type Request,
  type RequestQueue,
  type UIDTrackingControllerExpectations,
} from '@rxkube/controller'
import { controllerOf, deepEqual, type Cached, type Pod, type ReplicaSet } from '@rxkube/meta'
import { replicaSetsFor } from '../decide/related.ts'
import type { ReplicaSetCache } from './replica-set-cache.ts'

/** What is heard of pods, and which ReplicaSets that wakes. What they expected is counted before they are woken. */
export function podEvents(
  sets: ReplicaSetCache,
  expectations: UIDTrackingControllerExpectations,
): EventHandler<Pod> {
  const ownerOf = (pod: Cached<Pod>) => sets.resolve(pod.metadata.namespace ?? '', controllerOf(pod))

  const wakeAdopters = (pod: Cached<Pod>, queue: RequestQueue): void => {
    for (const set of replicaSetsFor(pod, sets.ofNamespace(pod.metadata.namespace ?? ''))) {
      queue.add(requestOf(set))
    }
  }

  const gone = (pod: Cached<Pod>, queue: RequestQueue): void => {
    const owner = ownerOf(pod)
    if (!owner) return
    expectations.deletionObserved(requestKey(requestOf(owner)), podKey(pod))
    queue.add(requestOf(owner))
  }

  const came = (pod: Cached<Pod>, queue: RequestQueue): void => {
    // A controller that starts sees pods that are on their way out: that is no creation.
    if (pod.metadata.deletionTimestamp !== undefined) return gone(pod, queue)
    if (!controllerOf(pod)) return wakeAdopters(pod, queue)
    const owner = ownerOf(pod)
    if (!owner) return
    expectations.creationObserved(requestKey(requestOf(owner)))
    queue.add(requestOf(owner))
  }

  const changed = (before: Cached<Pod>, pod: Cached<Pod>, queue: RequestQueue): void => {
    if (before.metadata.resourceVersion === pod.metadata.resourceVersion) return
    const isRelabelled = !deepEqual(before.metadata.labels ?? {}, pod.metadata.labels ?? {})
    if (pod.metadata.deletionTimestamp !== undefined) {
      // It counts as gone as soon as it is being deleted: what its kubelet takes to end it is not waited for.
      gone(pod, queue)
      if (isRelabelled) gone(before, queue)
      return
    }
    const reference = controllerOf(pod)
    const isTakenOver = !deepEqual(controllerOf(before), reference)
    const lost = isTakenOver ? ownerOf(before) : undefined
    if (lost) queue.add(requestOf(lost))
    if (reference) {
      const owner = ownerOf(pod)
      if (!owner) return
      queue.add(requestOf(owner))
      const minReadySeconds = owner.spec.minReadySeconds ?? 0
      if (minReadySeconds > 0 && !isPodReady(before) && isPodReady(pod)) {
        // No event tells that it has become available. A second more, for clocks that differ.
        queue.addAfter(requestOf(owner), (minReadySeconds + 1) * 1000)
      }
    } else if (isRelabelled || isTakenOver) wakeAdopters(pod, queue)
  }

  return {
    added: ({ object }, queue) => came(object, queue),
    updated: ({ before, object, replaced }, queue) => {
      if (!replaced) return changed(before, object, queue)
      gone(before, queue)
      return came(object, queue)
    },
    deleted: ({ object }, queue) => gone(object, queue),
  }
}

function requestOf({ metadata }: Cached<ReplicaSet>): Request {
  return { namespace: metadata.namespace ?? '', name: metadata.name ?? '' }
}
