import {
  DeletedFinalStateUnknown,
  KeyError,
  type KeyFunc,
  type KubernetesObject,
  objectNameToString,
} from '@rxkube/meta'

/** As `keyFunc`, for tombstones too. Throws `KeyError`. */
export function keyOf<T>(keyFunc: KeyFunc<T>, object: T | DeletedFinalStateUnknown<T>): string {
  if (object instanceof DeletedFinalStateUnknown) return object.key
  try {
    return keyFunc(object)
  } catch (error) {
    throw new KeyError(object, error)
  }
}

/** The name of an object for a message; also of one that has too little to be given a key. */
export function nameIn(object: unknown): string {
  const { namespace = '', name = '' } = (object as KubernetesObject).metadata ?? {}
  return objectNameToString({ namespace, name })
}
