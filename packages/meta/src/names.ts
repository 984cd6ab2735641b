import { DeletedFinalStateUnknown } from './tombstone.ts'

/** What tells objects of one kind apart; `namespace` is `''` for those that live in none. */
export interface ObjectName {
  readonly namespace: string
  readonly name: string
}

/** What a name can be read from; also a read-only view of an object. */
export interface NamedObject {
  readonly metadata?: { readonly name?: string; readonly namespace?: string }
}

/** A key given where an object is expected, taken as it is. */
export class ExplicitKey {
  readonly key: string

  constructor(key: string) {
    this.key = key
  }
}

/** Derives the key under which an object is kept; throws for an object that has none. */
export type KeyFunc<T> = (object: T) => string

/** Thrown when a name is asked of something that has no `metadata`. */
export class MissingMetadataError extends Error {
  override readonly name = 'MissingMetadataError'

  constructor() {
    super(
      'object has no metadata, so it has no name: give an object as the API server sends it, or an ExplicitKey',
    )
  }
}

/** Thrown when a text is no key: a key is `name` or `namespace/name`. */
export class InvalidKeyError extends Error {
  override readonly name = 'InvalidKeyError'
  readonly key: string

  constructor(key: string) {
    super(`"${key}" is not a key: expected "name" or "namespace/name"`)
    this.key = key
  }
}

/** Thrown by stores and queues when the key of an object cannot be told; `cause` says why. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
  /** What has no key. */
  readonly object: unknown

  constructor(object: unknown, cause: unknown) {
    super(`the key of an object cannot be told: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
    this.object = object
  }
}

/** `namespace/name`, or `name` alone without a namespace. */
export function objectNameToString({ namespace, name }: ObjectName): string {
  return namespace === '' ? name : `${namespace}/${name}`
}

/** The namespace and name of an object. Throws MissingMetadataError. */
export function objectToName(object: NamedObject): ObjectName {
  const { metadata } = object
  // Also null, which JSON may hold where the type says an object.
  if (!metadata) throw new MissingMetadataError()
  return { namespace: metadata.namespace ?? '', name: metadata.name ?? '' }
}

/** As objectToName; the name of a tombstone is read from its key. Throws InvalidKeyError when that is none. */
export function deletionHandlingObjectToName(
  object: NamedObject | DeletedFinalStateUnknown<unknown>,
): ObjectName {
  return object instanceof DeletedFinalStateUnknown ? splitMetaNamespaceKey(object.key) : objectToName(object)
}

/** The key of an object: `namespace/name` or `name`. Throws MissingMetadataError. Upstream: MetaNamespaceKeyFunc. */
export function metaNamespaceKey(object: NamedObject | ExplicitKey): string {
  return object instanceof ExplicitKey ? object.key : objectNameToString(objectToName(object))
}

/** As metaNamespaceKey; the key of a tombstone is the one it carries. Use it wherever deletions are keyed. */
export function deletionHandlingMetaNamespaceKey(
  object: NamedObject | ExplicitKey | DeletedFinalStateUnknown<unknown>,
): string {
  return object instanceof DeletedFinalStateUnknown ? object.key : metaNamespaceKey(object)
}

/** Reads a key back: `name` or `namespace/name`. Throws InvalidKeyError when there are more slashes. */
export function splitMetaNamespaceKey(key: string): ObjectName {
  const slash = key.indexOf('/')
  if (slash === -1) return { namespace: '', name: key }
  if (key.includes('/', slash + 1)) throw new InvalidKeyError(key)
  return { namespace: key.slice(0, slash), name: key.slice(slash + 1) }
}
