import type { Timer } from '@rxkube/clock'
import { collectionOf, type Backend } from '../backend.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { StoreEvent } from '../store/history.ts'
import { deleteObject, plain } from '../verbs/deleter.ts'

/**
 * Removes pods whose time to end is over, since no kubelet is there to say that they ended. With nodes that have a
 * kubelet of their own, a simulated one too, that one is faster or this controller is off.
 */
export class PodGarbageCollector {
  readonly #backend: Backend
  readonly #pods: ServedResource
  readonly #failed: (error: unknown) => void
  readonly #timers = new Map<string, Timer>()
  readonly #unsubscribe: () => void

  constructor(backend: Backend, failed: (error: unknown) => void) {
    const pods = backend.registry.get('', 'v1', 'pods')
    if (pods === undefined) throw new TypeError('the registry serves no pods')
    this.#backend = backend
    this.#pods = pods
    this.#failed = failed
    this.#unsubscribe = backend.store.subscribe((collection, event) => {
      if (collection === pods.storage) this.#follow(event)
    })
  }

  stop(): void {
    this.#unsubscribe()
    for (const timer of this.#timers.values()) timer.cancel()
    this.#timers.clear()
  }

  #follow({ type, key, object }: StoreEvent): void {
    const { deletionTimestamp, deletionGracePeriodSeconds = 0 } = object.metadata
    this.#timers.get(key)?.cancel()
    this.#timers.delete(key)
    if (type === 'DELETED' || deletionTimestamp === undefined || deletionGracePeriodSeconds === 0) return
    const due = Date.parse(deletionTimestamp) - this.#backend.clock.now()
    this.#timers.set(
      key,
      this.#backend.clock.setTimer(due, () => this.#remove(key)),
    )
  }

  #remove(key: string): void {
    this.#timers.delete(key)
    const pod = collectionOf(this.#backend, this.#pods).get(key)
    if (pod?.metadata.deletionTimestamp === undefined) return
    try {
      deleteObject(this.#backend, this.#pods, pod, { ...plain, gracePeriodSeconds: 0 })
    } catch (error) {
      this.#failed(error)
    }
  }
}
