import type { Backend } from '../backend.ts'
import { asObject, asString, type ApiObject } from '../codec/json.ts'
import { Turns } from '../controllers/turns.ts'
import { ClusterState } from './cluster-state.ts'
import { FitError } from './fit-error.ts'
import type { NodeInfo } from './node-info.ts'
import { PodWrites } from './pod-writes.ts'
import { isWaiting, podWish, priorityOf, type PodWish } from './pod-wish.ts'
import { findCandidate } from './preemption.ts'
import { SchedulingQueue, type QueuedPod } from './scheduling-queue.ts'

/** Pods that are placed before requests have their turn. */
const turnSize = 50
/** Nodes that fit are compared until there are so many; then the best one is taken. Upstream: minFeasibleNodesToFind. */
const enough = 100

/**
 * Puts pods on nodes: by nodeSelector, required and preferred node affinity, taints, `unschedulable` and what they ask
 * for, the emptiest node first; pods of a lower priority make room. Upstream: kube-scheduler, which also looks at
 * volumes, ports, other pods (affinity, topology spread) and disruption budgets.
 */
export class Scheduler {
  readonly #backend: Backend
  readonly #state = new ClusterState()
  readonly #queue: SchedulingQueue
  readonly #turns: Turns
  readonly #writes: PodWrites
  readonly #wishes = new Map<string, string>()
  /** Why pods of a kind fit nowhere, and in which generation of the cluster. */
  readonly #refused = new Map<string, { readonly generation: number; readonly error: FitError }>()
  readonly #unsubscribe: () => void
  #start = 0

  constructor(backend: Backend, failed: (error: unknown) => void) {
    const pods = backend.registry.get('', 'v1', 'pods')
    const nodes = backend.registry.get('', 'v1', 'nodes')
    if (pods === undefined || nodes === undefined)
      throw new TypeError('the registry serves no pods and nodes')
    this.#backend = backend
    this.#writes = new PodWrites(backend, pods)
    this.#turns = new Turns(backend.clock, () => this.#turn(failed), failed)
    this.#queue = new SchedulingQueue(backend.clock, () => this.#turns.add('pods'))
    this.#unsubscribe = backend.store.subscribe((collection, { type, key, object }) => {
      const now = type === 'DELETED' ? undefined : object
      if (collection === pods.storage) this.#followPod(key, now)
      else if (collection === nodes.storage && this.#state.setNode(key, now)) this.#queue.moved()
    })
    for (const [key, node] of backend.store.collection(nodes.storage).list().entries())
      this.#state.setNode(key, node)
    for (const [key, pod] of backend.store.collection(pods.storage).list().entries())
      this.#followPod(key, pod)
  }

  stop(): void {
    this.#unsubscribe()
    this.#queue.stop()
    this.#turns.stop()
  }

  #followPod(key: string, pod: ApiObject | undefined): void {
    if (this.#state.setPod(key, pod)) this.#queue.moved()
    if (pod === undefined || !isWaiting(pod)) {
      if (this.#wishes.delete(key)) {
        this.#queue.delete(key)
        this.#writes.forget(key)
      }
      return
    }
    const { uid = '' } = pod.metadata
    const priority = priorityOf(pod)
    // The scheduler's own word on a pod is no reason to try again.
    const wish = `${uid} ${priority} ${podWish(pod).signature}`
    if (this.#wishes.get(key) === wish) return
    this.#wishes.set(key, wish)
    this.#queue.add({ key, uid, priority })
  }

  #turn(failed: (error: unknown) => void): void {
    for (let placed = 0; placed < turnSize; placed++) {
      const next = this.#queue.pop()
      if (next === undefined) return
      try {
        this.#schedule(next)
      } catch (error) {
        this.#queue.park(next, this.#queue.generation)
        failed(error)
      }
    }
    this.#turns.add('pods')
  }

  #schedule(queued: QueuedPod): void {
    const pod = this.#backend.store.collection('pods').get(queued.key)
    if (pod === undefined || pod.metadata.uid !== queued.uid || !isWaiting(pod)) return
    const wish = podWish(pod)
    const { generation } = this.#queue
    const known = this.#refused.get(wish.signature)
    const still = known?.generation === generation ? known.error : undefined
    const found = still ?? this.#find(wish, asString(asObject(pod['status'])['nominatedNodeName']))
    if (found instanceof FitError) this.#refuse(queued, pod, wish, found, generation)
    else this.#writes.bind(pod, found.name)
  }

  #refuse(queued: QueuedPod, pod: ApiObject, wish: PodWish, error: FitError, generation: number): void {
    if (this.#refused.size > 1000) this.#refused.clear()
    this.#refused.set(wish.signature, { generation, error })
    this.#queue.park(queued, generation)
    const nominated = this.#preempt(pod, wish, queued, error)
    const why =
      asObject(pod['spec'])['preemptionPolicy'] === 'Never'
        ? 'not eligible due to preemptionPolicy=Never.'
        : error.noVictims()
    const message = nominated === undefined && this.#state.nodes.length > 0 ? error.text(why) : error.text()
    this.#writes.unschedulable(pod, message, nominated)
  }

  /** Makes room for a pod, and says where. It is bound once its victims are gone. */
  #preempt(pod: ApiObject, wish: PodWish, { priority }: QueuedPod, error: FitError): string | undefined {
    if (!error.resolvable || asObject(pod['spec'])['preemptionPolicy'] === 'Never') return undefined
    const before = asString(asObject(pod['status'])['nominatedNodeName'])
    if (before !== '' && this.#isEmptying(before, priority)) return before
    if (!this.#state.hasBelow(priority)) return undefined
    const candidate = findCandidate(wish, priority, this.#state.nodes)
    if (candidate === undefined) return undefined
    for (const { key } of candidate.victims) this.#writes.preempt(key, pod, candidate.node.name)
    return candidate.node.name
  }

  /** Whether pods that matter less are about to leave a node: then nobody else has to. */
  #isEmptying(name: string, priority: number): boolean {
    const node = this.#state.nodes.find((each) => each.name === name)
    const pods = this.#backend.store.collection('pods')
    return [...(node?.pods.values() ?? [])].some(
      (each) => each.priority < priority && pods.get(each.key)?.metadata.deletionTimestamp !== undefined,
    )
  }

  /** The best of the first nodes that fit; each search begins where the last one ended. */
  #find(wish: PodWish, nominated: string): NodeInfo | FitError {
    const { nodes } = this.#state
    const error = new FitError()
    let best: NodeInfo | undefined
    let highest = -Infinity
    let found = 0
    let looked = 0
    for (; looked < nodes.length && found < enough; looked++) {
      const node = nodes[(this.#start + looked) % nodes.length]
      if (node === undefined) continue
      const misfit = node.misfit(wish)
      if (misfit !== undefined) {
        error.add(misfit)
        continue
      }
      found++
      // Room that was made for a pod is where it goes.
      const score = node.name === nominated ? Infinity : node.score(wish)
      if (score > highest) {
        best = node
        highest = score
      }
    }
    if (nodes.length > 0) this.#start = (this.#start + looked) % nodes.length
    return best ?? error
  }
}
