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
  readonly informer: string
  readonly key: string

  constructor(informer: string, key: string, options: { readonly cause: unknown }) {
    super(
      `the transform of the informer of ${informer} threw for ${key}; the object is stored as the server sent it`,
      options,
    )
    this.informer = informer
    this.key = key
  }
}

/** What is done with an object that a transform failed on: it is told, and the object stays as it was. */
export function safeTransform<T extends KubernetesObject>(
  transform: Transform<T>,
  informer: string,
  onError: (error: TransformFailedError) => void,
): Transform<T> {
  if (transform === identity || transform === stripManagedFields) return transform
  return (object) => {
    try {
      return transform(object)
    } catch (cause) {
      const { namespace, name = '' } = object.metadata ?? {}
      onError(new TransformFailedError(informer, namespace ? `${namespace}/${name}` : name, { cause }))
      return object
    }
  }
}
