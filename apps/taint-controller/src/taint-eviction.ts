import type { Clock } from '@rxkube/clock'
import {
  objectNameToString,
  type Cached,
  type Node,
  type ObjectName,
  type Pod,
  type Taint,
} from '@rxkube/meta'
import { isEvicted } from './decide/disruption-condition.ts'
import { evictionPlan } from './decide/eviction-plan.ts'
import { noExecuteTaints } from './decide/no-execute-taints.ts'
import type { EvictedPod } from './writes/evict-pod.ts'
import { TimedWorkers, type TimedWork } from './writes/timed-workers.ts'

/** What taint eviction needs from outside. */
export interface TaintEvictionParts {
  readonly clock: Clock
  /** Evicts; resolves with false when it has to be tried again, and does not reject. `dueAt`: milliseconds since 1970. */
  readonly evict: (pod: EvictedPod, dueAt: number) => Promise<boolean>
  /** A countdown was called off. */
  readonly cancelled: (pod: EvictedPod) => void
}

// Nothing else would bring a pod back whose time came while the API server was away.
const retryPause = 10_000

/**
 * Knows which nodes are tainted and which pods will have to go when. It is told of nodes and pods as the caches have
 * them, and never waits; evictions go on beside it. kube-controller-manager: `tainteviction.Controller`.
 */
export class TaintEviction {
  readonly #parts: TaintEvictionParts
  readonly #taintedNodes = new Map<string, readonly Taint[]>()
  readonly #evictions: TimedWorkers<EvictedPod>

  constructor(parts: TaintEvictionParts) {
    this.#parts = parts
    const evict = ({ item, fireAt }: TimedWork<EvictedPod>): Promise<boolean> => parts.evict(item, fireAt)
    this.#evictions = new TimedWorkers(parts.clock, evict, (key, { item }) => {
      const now = parts.clock.now()
      this.#evictions.add(key, item, now, now + retryPause)
    })
  }

  /** The nodes with NoExecute taints. */
  get taintedNodes(): ReadonlyMap<string, readonly Taint[]> {
    return this.#taintedNodes
  }

  /** When the pod will be evicted, if a countdown runs for it; milliseconds since 1970. */
  dueAt(pod: ObjectName): number | undefined {
    return this.#evictions.get(objectNameToString(pod))?.fireAt
  }

  /** A node came, changed or went (undefined). `podsOn` is asked for its pods. */
  nodeChanged(name: string, node: Cached<Node> | undefined, podsOn: () => readonly Cached<Pod>[]): void {
    if (node === undefined) {
      // Countdowns go on: what becomes of its pods is told by their own events.
      this.#taintedNodes.delete(name)
      return
    }
    const taints = noExecuteTaints(node)
    // Before pods are looked up: one that is bound after that finds the taints when its own event comes.
    if (taints.length > 0) this.#taintedNodes.set(name, taints)
    else this.#taintedNodes.delete(name)
    const now = this.#parts.clock.now()
    for (const pod of podsOn()) this.#decide(pod, taints, now)
  }

  /** A pod came, changed or went (undefined). */
  podChanged(name: ObjectName, pod: Cached<Pod> | undefined): void {
    const key = objectNameToString(name)
    if (this.#evictions.holder(key)?.item.uid !== pod?.metadata.uid) this.#cancel(key)
    const taints = this.#taintedNodes.get(pod?.spec.nodeName ?? '')
    if (pod && taints) this.#decide(pod, taints, this.#parts.clock.now())
  }

  /** Forgets all, calls all countdowns off without telling, and resolves when no eviction is under way. */
  stop(): Promise<void> {
    this.#taintedNodes.clear()
    return this.#evictions.stop()
  }

  #decide(pod: Cached<Pod>, taints: readonly Taint[], now: number): void {
    const { namespace = '', name = '', uid = '' } = pod.metadata
    const key = objectNameToString({ namespace, name })
    const { tolerations } = pod.spec
    const countingSince = this.#evictions.get(key)?.createdAt
    const plan = evictionPlan({ taints, tolerations, now, countingSince })
    if (plan.type === 'keepCountdown' || isEvicted(pod)) return
    // It is on its way already: a node and its pods tell of the same taint.
    if (plan.type === 'evict' && this.#evictions.isRunning(key)) return
    if (plan.type !== 'evictUnlessDone') this.#cancel(key)
    if (plan.type !== 'stay') {
      const item = { namespace, name, uid, nodeName: pod.spec.nodeName ?? '', tolerations }
      this.#evictions.add(key, item, plan.createdAt, plan.fireAt)
    }
  }

  #cancel(key: string): void {
    const pod = this.#evictions.holder(key)?.item
    if (this.#evictions.cancel(key) && pod) this.#parts.cancelled(pod)
  }
}
