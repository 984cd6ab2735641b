/** Something that a program did with objects, as RBAC looks at it. */
export interface ResourceAccess {
  readonly type: 'resource'
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`. */
  readonly verb: string
  /** Empty for the core group. */
  readonly apiGroup: string
  /** `pods`, or with a subresource `pods/status`. */
  readonly resource: string
  /** Empty for objects of the cluster, and for all namespaces at once. */
  readonly namespace: string
  /** Empty where no single object was asked for. */
  readonly name: string
}

/** A path outside of the API that a program asked for. */
export interface PathAccess {
  readonly type: 'path'
  readonly verb: string
  readonly path: string
}

/** Something that RBAC has to allow. */
export type Access = ResourceAccess | PathAccess

/** The access in words: `list pods in default`, `get configmaps "leader" in default`, `get /metrics`. */
export function accessText(access: Access): string {
  if (access.type === 'path') return `${access.verb} ${access.path}`
  const { verb, apiGroup, resource, namespace, name } = access
  const what = apiGroup === '' ? resource : `${resource} of ${apiGroup}`
  const named = name === '' ? '' : ` "${name}"`
  return `${verb} ${what}${named}${namespace === '' ? '' : ` in ${namespace}`}`
}

/** What makes two accesses one. */
export function accessKey(access: Access): string {
  return JSON.stringify(Object.values(access))
}
