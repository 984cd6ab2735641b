import type { KeyFunc } from '@rxkube/meta'
import { keyOf } from './key-of.ts'
import type { Replacement } from './queue.ts'
import type { Transformer } from './queue-options.ts'

/** Each object of a list with its key, which is taken before anything is done to the object. */
export function* entries<T>(objects: Replacement<T>, keyFunc: KeyFunc<T>): Generator<readonly [string, T]> {
  if (isMap(objects)) yield* objects
  else for (const object of objects) yield [keyOf(keyFunc, object), object]
}

/** The objects of a list by key, transformed; a map that needs nothing done to it stays what it is. */
export function byKey<T>(
  objects: Replacement<T>,
  keyFunc: KeyFunc<T>,
  transformer: Transformer<T> | undefined,
): ReadonlyMap<string, T> {
  if (isMap(objects) && transformer === undefined) return objects
  const map = new Map<string, T>()
  for (const [key, object] of entries(objects, keyFunc))
    map.set(key, transformer ? transformer(object) : object)
  return map
}

function isMap<T>(objects: Replacement<T>): objects is ReadonlyMap<string, T> {
  return objects instanceof Map
}
