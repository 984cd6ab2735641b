import { ApiError, isConflict, isInvalid } from '@rxkube/client'
import { metaNamespaceKey, type Cached, type KubernetesObject, type Resource } from '@rxkube/meta'

/** A guarded patch found another state than the one it was made for: read the object again, and reconcile again. */
export class StaleObjectError extends Error {
  override readonly name = 'StaleObjectError'
  readonly resource: string
  readonly key: string
  /** The version that was patched in vain. */
  readonly resourceVersion: string | undefined

  constructor(resource: string, key: string, resourceVersion: string | undefined, cause: unknown) {
    super(
      `${resource} "${key}" is not any more what it was at version ${resourceVersion ?? '(none)'}: nothing was changed; ` +
        'reconcile again when the cache has caught up',
      { cause },
    )
    this.resource = resource
    this.key = key
    this.resourceVersion = resourceVersion
  }
}

/** What a guarded patch of `object` failed with, in words where it was one of its guards. */
export function staleOr(error: unknown, resource: Resource, object: Cached<KubernetesObject>): unknown {
  const { resource: plural } = resource
  // A failed test is a 422 without causes; the validation of an object names its fields.
  const guard = isInvalid(error) && error instanceof ApiError && error.causes.length === 0
  if (!guard && !isConflict(error)) return error
  return new StaleObjectError(plural, metaNamespaceKey(object), object.metadata?.resourceVersion, error)
}
