import type { Resource } from '@rxkube/meta'
import { InvalidPathSegmentError, NamespaceScopeError } from '../errors/errors.ts'

/** One object of a kind: its name and, where the kind is namespaced, its namespace. */
export interface ObjectAddress {
  readonly name: string
  readonly namespace?: string | undefined
}

/** Values of a query; what is undefined, empty or false is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** `deployments.apps`, `pods`: a resource as kubectl and RBAC write it. */
export function resourceName({ resource, group }: Pick<Resource, 'resource' | 'group'>): string {
  return group === '' ? resource : `${resource}.${group}`
}

/** `/api/v1/namespaces/default/pods`. Without a namespace, or with an empty one: those of all namespaces. */
export function collectionPath(resource: Resource, namespace?: string): string {
  const { group, version } = resource
  const base =
    group === ''
      ? ['api', segment('version', version)]
      : ['apis', segment('group', group), segment('version', version)]
  if (namespace !== undefined && namespace !== '') {
    if (!resource.namespaced) {
      throw new NamespaceScopeError(
        resourceName(resource),
        `is cluster-scoped: leave out the namespace "${namespace}"`,
      )
    }
    base.push('namespaces', segment('namespace', namespace))
  }
  return `/${base.join('/')}/${segment('resource', resource.resource)}`
}

/** `/api/v1/namespaces/default/pods/web-0/status`. Throws a `NamespaceScopeError` where a namespace is missing or too much. */
export function objectPath(
  resource: Resource,
  { name, namespace }: ObjectAddress,
  subresource?: string,
): string {
  const collection = collectionPath(resource, scoped(resource, namespace))
  const object = `${collection}/${segment('name', name)}`
  return subresource === undefined ? object : `${object}/${segment('subresource', subresource)}`
}

/** The namespace to use, checked against what the resource is. An empty one counts as none. */
export function scoped(resource: Resource, namespace: string | undefined): string | undefined {
  if (namespace !== undefined && namespace !== '') return namespace
  if (resource.namespaced)
    throw new NamespaceScopeError(resourceName(resource), 'is namespaced: a namespace is missing')
  return undefined
}

/** A path and its query as one. */
export function withQuery(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '' && value !== false) parameters.append(name, String(value))
  }
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`
}

// As client-go's IsValidPathSegmentName; URL parsers would resolve ".." (and "%2e%2e") to another resource.
function segment(what: string, value: string): string {
  if (value === '') throw new InvalidPathSegmentError(what, value, 'it is empty')
  if (value === '.' || value === '..') throw new InvalidPathSegmentError(what, value, 'it means another path')
  if (value.includes('/') || value.includes('%')) {
    throw new InvalidPathSegmentError(what, value, 'it may not contain "/" or "%"')
  }
  return encoded(what, value)
}

/** A path that a caller wrote. Throws an `InvalidPathSegmentError` for what is no path, or would be more than one. */
export function checkedPath(path: string): string {
  if (!path.startsWith('/')) throw new InvalidPathSegmentError('path', path, 'it has to begin with "/"')
  if (!/^[!-~]+$/.test(path) || /[?#]/.test(path)) {
    const why =
      'it may hold no spaces, controls, "?" or "#", and nothing beyond ASCII that is not percent-encoded'
    throw new InvalidPathSegmentError('path', path, why)
  }
  return path
}

function encoded(what: string, value: string): string {
  if (!value.isWellFormed()) throw new InvalidPathSegmentError(what, value, 'it ends within a character')
  return encodeURIComponent(value)
}
