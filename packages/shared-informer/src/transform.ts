import type { KubernetesObject } from '@rxkube/meta'

/**
 * What becomes of each object that comes from the server before it is stored; gives back the object or another one,
 * and must not mutate it. Name, namespace, uid and resourceVersion survive it in any case. Upstream: `TransformFunc`.
 */
export type Transform<T> = (object: T) => T

/** Leaves out `metadata.managedFields`, which nobody reads and which is half of a typical object. The default. */
export function stripManagedFields<T extends KubernetesObject>(object: T): T {
  if (object.metadata?.managedFields === undefined) return object
  const { managedFields: _, ...metadata } = object.metadata
  return { ...object, metadata }
}

/** Keeps objects as the server sent them. */
export function identity<T>(object: T): T {
  return object
}

/** Reported when a transform threw; the object is stored as the server sent it, so that the cache stays complete. */
export class TransformFailedError extends Error {
  override readonly name = 'TransformFailedError'
  readonly key: string

  constructor(key: string, options: { readonly cause: unknown }) {
    super(
      `the transform threw for ${key}, which is stored as the server sent it; make the transform total`,
      options,
    )
    this.key = key
  }
}
