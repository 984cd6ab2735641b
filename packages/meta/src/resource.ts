import type { KubernetesObject } from './object.ts'

/**
 * One kind of object that an API server serves, and where.
 *
 * `T` is the type of its objects as they are on the wire. `group` is `''` for the core group; `resource` is the
 * plural name in URLs (`pods`).
 */
export interface Resource<T extends KubernetesObject = KubernetesObject> {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly resource: string
  readonly namespaced: boolean
  /** Never there at run time: carries the type of the objects. */
  readonly object?: T
}

/**
 * A resource of one's own, for instance one that a CustomResourceDefinition brings:
 * `defineResource<Widget>({ group: 'example.com', version: 'v1', kind: 'Widget', resource: 'widgets', namespaced: true })`.
 */
export function defineResource<T extends KubernetesObject>(
  resource: Omit<Resource<T>, 'object'>,
): Resource<T> {
  return Object.freeze({ ...resource })
}

/** `apiVersion` of the resource's objects: `v1`, `apps/v1`. */
export function apiVersionOf({ group, version }: Pick<Resource, 'group' | 'version'>): string {
  return group === '' ? version : `${group}/${version}`
}
