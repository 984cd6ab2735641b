import {
  podNodeIndex,
  podsByNode,
  type Controller,
  type EventRecorderLike,
  type Manager,
} from '@rxkube/controller'
import { ClientEventRecorder } from '@rxkube/event-recorder'
import { Node, Pod } from '@rxkube/meta'
import { laneCount, laneOf } from './decide/lane.ts'
import type { TaintControllerOptions } from './taint-controller-options.ts'
import { TaintEviction } from './taint-eviction.ts'
import { Lanes } from './watches/lanes.ts'
import { taintsChanged, tolerationsChanged } from './watches/predicates.ts'
import { evictPod, type EvictedPod } from './writes/evict-pod.ts'
import { isStillTainted } from './writes/still-tainted.ts'
import { tellCancelling, tellMarking } from './writes/eviction-events.ts'

/** The name that kube-controller-manager has for it. */
export const taintControllerName = 'taint-eviction-controller'

/** The controllers that taint eviction is made of. */
export interface TaintController {
  /** Its requests are the names of nodes. */
  readonly nodes: Controller
  /** Its requests are the names of pods. */
  readonly pods: Controller
  readonly eviction: TaintEviction
}

/**
 * Has the manager evict pods that do not tolerate the NoExecute taints of their node, at once or when the time is over
 * that they tolerate them.
 */
export function setup(manager: Manager, options: TaintControllerOptions = {}): TaintController {
  const { client } = manager
  const { clock } = client
  const { metrics, onError = () => undefined } = options
  const lanes = new Lanes(laneCount)
  let recorder: EventRecorderLike | undefined
  let term: AbortSignal | undefined
  let isFirstTerm = true

  const evict = async (pod: EvictedPod, dueAt: number): Promise<boolean> => {
    try {
      manager.elector?.assertLeading()
      if (!(await isStillTainted(pod, client, term))) return false
      tellMarking(recorder, pod)
      if (await evictPod(pod, { client, clock, signal: term })) {
        metrics?.podDeleted()
        metrics?.podDeletionDuration((clock.now() - dueAt) / 1000)
      }
      return true
    } catch (error) {
      if (term?.aborted !== true) onError(error)
      return false
    }
  }
  const eviction = new TaintEviction({ clock, evict, cancelled: (pod) => tellCancelling(recorder, pod) })

  const nodes = manager
    .controller(taintControllerName, Node, { predicates: [taintsChanged] })
    .reads(Pod, { indexers: podsByNode })
    .options({ maxConcurrentReconciles: laneCount })
    .reconcile(({ name }, context) =>
      lanes.run(laneOf(name), 'node', () =>
        eviction.nodeChanged(name, context.object, () => context.lister(Pod).byIndex(podNodeIndex, name)),
      ),
    )
  const pods = manager
    .controller(`${taintControllerName}-pods`, Pod, { predicates: [tolerationsChanged] })
    .options({ maxConcurrentReconciles: laneCount })
    .reconcile((request, { object }) =>
      lanes.run(laneOf(object?.spec.nodeName ?? ''), 'pod', () => eviction.podChanged(request, object)),
    )

  const known = manager.informers.acquire(Node)
  manager.add({
    name: taintControllerName,
    start: async (signal) => {
      term = signal
      const own = options.recorder === undefined ? clientRecorder(manager) : undefined
      recorder = options.recorder === false ? undefined : (options.recorder ?? own?.recorder)
      // Countdowns of an earlier term were called off: they begin anew.
      const again = isFirstTerm ? [] : known.informer.indexer.keys()
      for (const name of again) nodes.enqueue({ namespace: '', name })
      isFirstTerm = false
      await aborted(signal)
      await eviction.stop()
      await own?.shutdown()
    },
  })
  return { nodes, pods, eviction }
}

function clientRecorder({ client }: Manager): { recorder: EventRecorderLike; shutdown: () => Promise<void> } {
  const recorder = new ClientEventRecorder(client, { component: taintControllerName })
  return {
    recorder: {
      recordEvent: (object, type, reason, message) => recorder.event(object, type, reason, message),
    },
    shutdown: () => recorder.shutdown({ timeout: '5s' }),
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
