import { metaNamespaceKey, type KubernetesObject } from '@rxkube/meta'
import { Observable, tap, type MonoTypeOperatorFunction } from 'rxjs'
import type { ReflectorEvent } from './event.ts'

/** What `reflect` writes to: a store, or anything that takes the same calls. */
export interface ReflectorStore<T extends KubernetesObject> {
  /** The whole state, by `namespace/name`, as of `resourceVersion`. The map is not used any more. */
  replace(objects: ReadonlyMap<string, T>, resourceVersion: string): void
  add(object: T): void
  update(object: T): void
  delete(object: T): void
  bookmark?(resourceVersion: string): void
}

/** A store was given to a second `reflect` while the first was still writing to it. */
export class StoreInUseError extends Error {
  override readonly name = 'StoreInUseError'

  constructor() {
    super('two streams would write to one store: give each its own, or share() the stream')
  }
}

const inUse = new WeakSet<object>()

/**
 * Keeps `store` level with the stream, which passes unchanged. Snapshots are gathered and swapped in whole, so that
 * the store never shows half of one. One subscription at a time may write to a store. kube-rs: `reflect`.
 */
export function reflect<T extends KubernetesObject>(
  store: ReflectorStore<T>,
): MonoTypeOperatorFunction<readonly ReflectorEvent<T>[]> {
  return (source) =>
    new Observable((subscriber) => {
      if (inUse.has(store)) throw new StoreInUseError()
      inUse.add(store)
      subscriber.add(() => inUse.delete(store))
      let snapshot = new Map<string, T>()
      const write = (event: ReflectorEvent<T>): void => {
        if (event.type === 'initDone') {
          store.replace(snapshot, event.resourceVersion)
          snapshot = new Map()
        } else if (event.type === 'init') {
          // What an attempt that broke off has gathered would bring deleted objects back.
          snapshot = new Map()
        } else if (!gather(snapshot, event)) {
          change(store, event)
        }
      }
      subscriber.add(source.pipe(tap((events) => events.forEach(write))).subscribe(subscriber))
    })
}

function gather<T extends KubernetesObject>(snapshot: Map<string, T>, event: ReflectorEvent<T>): boolean {
  if (event.type === 'initApply') {
    for (const object of event.objects) snapshot.set(metaNamespaceKey(object), object)
  } else if (event.type === 'initDelete') {
    snapshot.delete(metaNamespaceKey(event.object))
  } else {
    return false
  }
  return true
}

function change<T extends KubernetesObject>(store: ReflectorStore<T>, event: ReflectorEvent<T>): void {
  if (event.type === 'added') store.add(event.object)
  else if (event.type === 'modified') store.update(event.object)
  else if (event.type === 'deleted') store.delete(event.object)
  else if (event.type === 'bookmark') store.bookmark?.(event.resourceVersion)
}
