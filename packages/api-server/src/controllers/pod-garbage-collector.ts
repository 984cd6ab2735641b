import { collectionOf, nowOf, type Backend } from '../backend.ts'
import { asArray, asObject, asString, isObject, type ApiObject } from '../codec/json.ts'
import { Deadlines } from '../nodes/deadlines.ts'
import { fakeNodeAnnotation } from '../nodes/node-spec.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { StoreEvent } from '../store/history.ts'
import { settled } from '../verbs/body.ts'
import { deleteObject, plain } from '../verbs/deleter.ts'
import { commitUpdate } from '../verbs/writer.ts'

/** How long a node is gone before its pods are, in milliseconds. Upstream: quarantineTime. */
const quarantine = 40_000

/**
 * Removes pods whose time to end is over where no kubelet is there to say that they ended, not even a fake one; and pods
 * of nodes that were deleted. Upstream: the podgc controller, which does the second alone.
 */
export class PodGarbageCollector {
  readonly #backend: Backend
  readonly #pods: ServedResource
  readonly #failed: (error: unknown) => void
  /** Keys of pods, and names of nodes that are gone: these have no slash. */
  readonly #deadlines: Deadlines
  readonly #unsubscribe: () => void

  constructor(backend: Backend, failed: (error: unknown) => void) {
    const pods = backend.registry.get('', 'v1', 'pods')
    if (pods === undefined) throw new TypeError('the registry serves no pods')
    this.#backend = backend
    this.#pods = pods
    this.#failed = failed
    this.#deadlines = new Deadlines(backend.clock, (key) => this.#due(key))
    this.#unsubscribe = backend.store.subscribe((collection, event) => {
      if (collection === pods.storage) this.#followPod(event)
      else if (collection === 'nodes') this.#followNode(event)
    })
    for (const [key, object] of collectionOf(backend, pods).list().entries()) this.#wait(key, object)
  }

  stop(): void {
    this.#unsubscribe()
    this.#deadlines.clear()
  }

  #followPod({ type, key, object }: StoreEvent): void {
    if (type === 'DELETED') this.#deadlines.delete(key)
    else this.#wait(key, object)
  }

  #followNode({ type, key }: StoreEvent): void {
    if (type === 'DELETED') this.#deadlines.set(key, quarantine)
    else this.#deadlines.delete(key)
  }

  #wait(key: string, { metadata }: ApiObject): void {
    const { deletionTimestamp, deletionGracePeriodSeconds = 0 } = metadata
    if (deletionTimestamp === undefined || deletionGracePeriodSeconds === 0) this.#deadlines.delete(key)
    else this.#deadlines.set(key, Date.parse(deletionTimestamp) - this.#backend.clock.now())
  }

  #due(key: string): void {
    try {
      if (key.includes('/')) this.#end(key)
      else this.#endAll(key)
    } catch (error) {
      this.#failed(error)
    }
  }

  #end(key: string): void {
    const pod = collectionOf(this.#backend, this.#pods).get(key)
    if (pod?.metadata.deletionTimestamp === undefined || this.#hasKubelet(pod)) return
    deleteObject(this.#backend, this.#pods, pod, { ...plain, gracePeriodSeconds: 0 })
  }

  /** Whether a fake kubelet looks after a pod: if it was stopped, the pod waits for it as for a real one. */
  #hasKubelet(pod: ApiObject): boolean {
    const node = this.#backend.store.collection('nodes').get(asString(asObject(pod['spec'])['nodeName']))
    return node?.metadata.annotations?.[fakeNodeAnnotation] === 'fake'
  }

  /** Pods of a node that is gone have failed: nobody will ever say what became of them. */
  #endAll(node: string): void {
    if (this.#backend.store.collection('nodes').get(node) !== undefined) return
    const collection = collectionOf(this.#backend, this.#pods)
    for (const [, pod] of collection.list().entries()) {
      if (asObject(pod['spec'])['nodeName'] === node) this.#endOrphan(pod)
    }
  }

  #endOrphan(pod: ApiObject): void {
    const status = asObject(pod['status'])
    const condition = {
      type: 'DisruptionTarget',
      status: 'True',
      reason: 'DeletionByPodGC',
      message: 'PodGC: node no longer exists',
      lastTransitionTime: nowOf(this.#backend),
    }
    const others = asArray(status['conditions']).filter(
      (each) => isObject(each) && each['type'] !== condition.type,
    )
    const over = status['phase'] === 'Succeeded' || status['phase'] === 'Failed'
    const after = { ...status, phase: 'Failed', conditions: [...others, condition] }
    const ended = over
      ? pod
      : commitUpdate(this.#backend, this.#pods, pod, settled(this.#pods, { ...pod, status: after }), false)
    deleteObject(this.#backend, this.#pods, ended, { ...plain, gracePeriodSeconds: 0 })
  }
}
