import { DeletedFinalStateUnknown, metaNamespaceKey, type KubernetesObject } from '@rxkube/meta'
import type { Deltas, Queue } from '@rxkube/delta-fifo'

/** An object of which only the name, the version and a note matter. */
export interface Thing extends KubernetesObject {
  metadata: { name: string; resourceVersion: string }
  seen?: number
}

export const thing = (name: string, version: number): Thing => ({
  metadata: { name, resourceVersion: String(version) },
})

export const tombstone = (name: string, version?: number): DeletedFinalStateUnknown<Thing> =>
  new DeletedFinalStateUnknown(name, version === undefined ? undefined : thing(name, version))

/** `a1` for version 1 of a, `a?1` for its tombstone, `a?` for a tombstone that knows nothing. */
function label(object: Thing | DeletedFinalStateUnknown<Thing>): string {
  if (!(object instanceof DeletedFinalStateUnknown))
    return object.metadata.name + object.metadata.resourceVersion
  return `${object.key}?${object.object?.metadata.resourceVersion ?? ''}`
}

/** A cache as a consumer keeps it, which the queues that compare may read. */
export class Cache {
  readonly objects = new Map<string, Thing>()

  listKeys(): string[] {
    return [...this.objects.keys()]
  }

  getByKey(key: string): Thing | undefined {
    return this.objects.get(key)
  }

  apply(deltas: Deltas<Thing>): void {
    for (const delta of deltas) {
      if (delta.type === 'ReplacedAll') {
        this.objects.clear()
        for (const [key, object] of delta.objects) this.objects.set(key, object)
      } else if (delta.type === 'Deleted') {
        const { object } = delta
        this.objects.delete(
          object instanceof DeletedFinalStateUnknown ? object.key : metaNamespaceKey(object),
        )
      } else if (delta.type !== 'SyncAll' && delta.type !== 'Bookmark') {
        this.objects.set(metaNamespaceKey(delta.object), delta.object)
      }
    }
  }

  versions(): Record<string, string> {
    return Object.fromEntries([...this.objects].map(([key, { metadata }]) => [key, metadata.resourceVersion]))
  }
}

/** Each delta as a word: `Added a1`, `ReplacedAll 5 a1,b2`, `SyncAll`, `Bookmark 7`. */
export function words(deltas: Deltas<Thing>): string[] {
  return deltas.map((delta) => {
    switch (delta.type) {
      case 'SyncAll':
        return delta.type
      case 'Bookmark':
        return `Bookmark ${delta.resourceVersion}`
      case 'ReplacedAll':
        return `ReplacedAll ${delta.resourceVersion} ${[...delta.objects.values()].map(label).join(',')}`
      case 'Added':
      case 'Updated':
      case 'Replaced':
      case 'Sync':
      case 'Deleted':
        return `${delta.type} ${label(delta.object)}`
    }
    throw new TypeError('no such delta')
  })
}

/** One pop, as words. */
export async function pop(queue: Queue<Thing>): Promise<string[]> {
  let popped: string[] = []
  await queue.pop((deltas) => {
    popped = words(deltas)
  })
  return popped
}

/** All pops that need no waiting, as words. */
export async function popAll(queue: Queue<Thing>): Promise<string[][]> {
  const pops: string[][] = []
  while (queue.size > 0) pops.push(await pop(queue))
  return pops
}

/** All batches that need no waiting: how many deltas each had, and whether it was flagged initial. */
export async function popBatches(queue: Queue<Thing>): Promise<string[]> {
  const batches: string[] = []
  const note = (deltas: Deltas<Thing>, isInInitialList: boolean): void => {
    batches.push(`${deltas.length}${isInInitialList ? ' initial' : ''}`)
  }
  while (queue.size > 0) await queue.popBatch(note, note)
  return batches
}

/** What `pop` did so far, without waiting for it. */
export async function stateOf(promise: Promise<unknown>): Promise<'pending' | 'resolved' | 'rejected'> {
  const settled = promise.then(
    () => 'resolved' as const,
    () => 'rejected' as const,
  )
  // A whole turn, so that promise chains of any length have ended.
  await new Promise((resolve) => setImmediate(resolve))
  return Promise.race([settled, Promise.resolve('pending' as const)])
}
