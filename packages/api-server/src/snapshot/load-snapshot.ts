import { isObject, type ApiObject } from '../codec/json.ts'
import type { Collection } from '../store/collection.ts'
import type { Store } from '../store/store.ts'
import { InvalidSnapshotError, type ServerSnapshot, type SnapshotEvent } from './snapshot.ts'

/** Puts what a snapshot holds, which was checked, into a store that is empty; who listens is told of each object as if it were new. */
export function loadSnapshot(store: Store, snapshot: ServerSnapshot): void {
  const { revision, collections } = snapshot
  const floors = new Map<string, number>()
  for (const { name, history } of collections) if (history !== undefined) floors.set(name, history.floor)
  store.resume(revision, floors)
  const objects: { collection: Collection; key: string; object: ApiObject; revision: number }[] = []
  const events: { collection: Collection; event: SnapshotEvent }[] = []
  for (const { name, objects: entries, history } of collections) {
    const collection = store.collection(name)
    for (const [key, object] of entries) {
      objects.push({ collection, key, object, revision: Number(object.metadata.resourceVersion) })
    }
    for (const event of history?.events ?? []) events.push({ collection, event })
  }
  // In the order in which they were written, so that owners come before what they own.
  objects.sort((a, b) => a.revision - b.revision)
  for (const { collection, key, object } of objects) collection.load(key, object)
  events.sort((a, b) => a.event.revision - b.event.revision)
  for (const { collection, event } of events) collection.replay(event)
}

/** Throws an InvalidSnapshotError for what was not written by {@link takeSnapshot}. */
export function checkSnapshot(given: unknown): asserts given is ServerSnapshot {
  if (!isObject(given)) throw new InvalidSnapshotError('it is no object')
  const { format, revision, collections } = given
  if (format !== 'rxkube-api-server/1')
    throw new InvalidSnapshotError(`its format is ${JSON.stringify(format)}`)
  if (!Number.isSafeInteger(revision)) throw new InvalidSnapshotError('its revision is no number')
  if (!Array.isArray(collections)) throw new InvalidSnapshotError('it has no collections')
  for (const each of collections as unknown[]) {
    const { name, objects, history } = isObject(each) ? each : {}
    if (typeof name !== 'string' || !Array.isArray(objects)) {
      throw new InvalidSnapshotError('one of its collections has no name or no objects')
    }
    const events = isObject(history) ? history['events'] : []
    const all = [
      ...objects.map((entry: unknown) => (Array.isArray(entry) ? (entry as unknown[])[1] : undefined)),
      ...(Array.isArray(events) ? events : []).map((event: unknown) =>
        isObject(event) ? event['object'] : event,
      ),
    ]
    if (!all.every(isStored))
      throw new InvalidSnapshotError(`something in ${name} is no object with a version`)
  }
}

function isStored(value: unknown): boolean {
  const metadata = isObject(value) ? value['metadata'] : undefined
  return isObject(metadata) && /^\d{1,15}$/.test(String(metadata['resourceVersion']))
}
