import type { DeletedFinalStateUnknown } from '@rxkube/meta'
import { type ContractObject, keyOf, labelOf } from './contract-object.ts'

/** One change in a queue, as `Delta` of `@rxkube/delta-fifo`. */
export type ContractDelta =
  | { readonly type: 'Added' | 'Updated' | 'Replaced' | 'Sync'; readonly object: ContractObject }
  | {
      readonly type: 'Deleted'
      readonly object: ContractObject | DeletedFinalStateUnknown<ContractObject>
    }
  | {
      readonly type: 'ReplacedAll'
      readonly resourceVersion: string
      readonly objects: ReadonlyMap<string, ContractObject>
    }
  | { readonly type: 'SyncAll' }
  | { readonly type: 'Bookmark'; readonly resourceVersion: string }

/** Works off what was popped. */
export type ContractProcess = (
  deltas: readonly ContractDelta[],
  isInInitialList: boolean,
) => void | Promise<void>

/** What `passesQueue` tries: `Queue` of `@rxkube/delta-fifo`, without importing it. */
export interface ContractQueue {
  add(object: ContractObject): void
  update(object: ContractObject): void
  delete(object: ContractObject | DeletedFinalStateUnknown<ContractObject>): void
  replace(
    objects: ReadonlyMap<string, ContractObject> | Iterable<ContractObject>,
    resourceVersion: string,
  ): void
  resync(): void
  pop(process: ContractProcess, options?: { readonly signal?: AbortSignal }): Promise<void>
  popBatch(
    batch: ContractProcess,
    single: ContractProcess,
    options?: { readonly signal?: AbortSignal },
  ): Promise<void>
  hasSynced(): boolean
  readonly synced: Promise<void>
  close(): void
  readonly size: number
  ready(): Promise<void> | undefined
}

/** A cache as the consumer of a queue keeps it; queues that compare with it may read it. */
export class ContractCache {
  readonly #objects = new Map<string, ContractObject>()

  listKeys(): string[] {
    return [...this.#objects.keys()]
  }

  getByKey(key: string): ContractObject | undefined {
    return this.#objects.get(key)
  }

  /** `a1` for version 1 of a, sorted. */
  get labels(): string[] {
    return [...this.#objects.values()].map(labelOf).toSorted()
  }

  apply(deltas: readonly ContractDelta[]): void {
    for (const delta of deltas) {
      if (delta.type === 'ReplacedAll') {
        this.#objects.clear()
        for (const [key, object] of delta.objects) this.#objects.set(key, object)
      } else if (delta.type === 'Deleted') {
        this.#objects.delete(keyOf(delta.object))
      } else if (delta.type !== 'SyncAll' && delta.type !== 'Bookmark') {
        this.#objects.set(keyOf(delta.object), delta.object)
      }
    }
  }
}
