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
