import {
  claimPods,
  ConsistencyStore,
  ControllerExpectations,
  filterActivePods,
  getPodsToDelete,
  podKey,
  RealPodControl,
  slowStartBatch,
  UIDTrackingControllerExpectations,
} from '@rxkube/controller'
import {
  controllerOf,
  labelSelectorFrom,
  metaNamespaceKey,
  newControllerRef,
  Pod,
  ReplicaSet,
  type Cached,
} from '@rxkube/meta'
import { SharedInformerFactory, type SharedInformer } from '@rxkube/shared-informer'
import { sleep } from '@rxkube/clock'
import type { ProcessContext } from '@rxkube/testing'

/** What keeps the controller from acting on an old cache. */
export type Gate = 'none' | 'expectations' | 'consistency'

/** What happened so far. */
export interface Tally {
  syncs: number
  /** Syncs that were held back because the cache was too old. */
  held: number
}

/**
 * The least controller of replica sets that follows the protocol, with one of its gates or none. It syncs each replica
 * set every 100 ms, whether or not anything has happened, so that an old cache does all the harm it can.
 */
export function tinyReplicaSets(gates: readonly Gate[], tally: Tally) {
  return async ({ client, clock, signal }: ProcessContext): Promise<void> => {
    const factory = new SharedInformerFactory(client, { clock })
    const sets = factory.informerFor(ReplicaSet)
    const pods = factory.informerFor(Pod)
    const expectations = new UIDTrackingControllerExpectations(new ControllerExpectations({ clock }))
    const consistency = new ConsistencyStore([[Pod, pods.indexer]])
    const control = new RealPodControl({ client })
    follow(pods, expectations)
    factory.start({ signal })
    await factory.waitForCacheSync({ signal })

    const isReady = (key: string): boolean => {
      if (gates.includes('expectations') && !expectations.satisfiedExpectations(key)) return false
      if (!gates.includes('consistency')) return true
      try {
        consistency.ensureReady(key)
        return true
      } catch {
        return false
      }
    }

    const sync = async (owner: Cached<ReplicaSet>): Promise<void> => {
      const key = metaNamespaceKey(owner)
      tally.syncs++
      if (!isReady(key)) {
        tally.held++
        return
      }
      const namespace = owner.metadata.namespace ?? ''
      const selector = labelSelectorFrom(owner.spec.selector)
      const candidates = filterActivePods(pods.lister.namespace(namespace).list())
      const mine = await claimPods(candidates, { client, owner, ownerResource: ReplicaSet, selector, signal })
      const missing = (owner.spec.replicas ?? 1) - mine.length
      const wrote = (version: string | undefined): void =>
        consistency.wroteAt(key, owner.metadata.uid ?? '', Pod, version)
      if (missing > 0) {
        expectations.expectCreations(key, missing)
        const { successes } = await slowStartBatch(missing, async () => {
          const reference = newControllerRef(owner, ReplicaSet)
          const { metadata } = await control.createPod(namespace, owner.spec.template ?? {}, owner, reference)
          wrote(metadata.resourceVersion)
        })
        for (let skipped = missing - successes; skipped > 0; skipped--) expectations.creationObserved(key)
      } else if (missing < 0) {
        const doomed = getPodsToDelete(mine, mine, -missing, clock.now())
        expectations.expectDeletions(key, doomed.map(podKey))
        await Promise.all(
          doomed.map(({ metadata }) => control.deletePod(namespace, metadata.name ?? '', owner)),
        )
      }
    }

    while (!signal.aborted) {
      for (const owner of sets.lister.list()) await sync(owner)
      await sleep(clock, 100, { signal })
    }
  }
}

/** Tells the expectations what the cache shows. */
function follow(pods: SharedInformer<Pod>, expectations: UIDTrackingControllerExpectations): void {
  const ownerOf = ({ metadata }: Cached<Pod>): string =>
    `${metadata.namespace}/${controllerOf({ metadata })?.name}`
  const gone = (pod: Cached<Pod>): void => expectations.deletionObserved(ownerOf(pod), podKey(pod))
  pods.addEventHandler({
    added: (pod) => expectations.creationObserved(ownerOf(pod)),
    updated: (_before, pod) => {
      if (pod.metadata.deletionTimestamp !== undefined) gone(pod)
    },
    deleted: gone,
  })
}
