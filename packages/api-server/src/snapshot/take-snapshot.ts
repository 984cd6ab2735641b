import type { Collection } from '../store/collection.ts'
import { PastSnapshot } from '../store/snapshot.ts'
import type { Store } from '../store/store.ts'
import type { CollectionSnapshot, ServerSnapshot } from './snapshot.ts'

/** What a snapshot holds besides the objects. */
export interface SnapshotOptions {
  /** Whether watches can go on from before it after it was restored. Default false, as with a backup of etcd. */
  readonly history?: boolean
}

/** Everything that is in a store now. */
export function takeSnapshot(store: Store, { history = false }: SnapshotOptions = {}): ServerSnapshot {
  const collections: CollectionSnapshot[] = []
  for (const [name, collection] of store.collections()) {
    const taken = history
      ? withHistory(name, collection)
      : { name, objects: [...collection.list().entries()] }
    if (taken.objects.length > 0 || (taken.history?.events.length ?? 0) > 0) collections.push(taken)
  }
  return { format: 'rxkube-api-server/1', revision: store.revision, collections }
}

function withHistory(name: string, collection: Collection): CollectionSnapshot {
  const { floor } = collection
  const events = collection.since(floor)
  const before = new PastSnapshot(collection.list(), floor, events, '')
  return {
    name,
    objects: [...before.entries()],
    history: {
      floor,
      events: events.map(({ type, revision, key, object }) => ({ type, revision, key, object })),
    },
  }
}
