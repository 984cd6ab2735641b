/** What the path of a request is about. */
export interface Place {
  /** `/api/v1` or `/apis/apps/v1`. */
  readonly prefix: string
  readonly namespace: string
  readonly resource: string
  readonly name: string
  readonly subresource: string
  readonly query: string
}

const pattern =
  /^(\/api\/v1|\/apis\/[^/?]+\/[^/?]+)(?:\/namespaces\/([^/?]+)(?=\/(?!status(?:\?|$)|finalize(?:\?|$))))?\/([^/?]+)(?:\/([^/?]+))?(?:\/([^?]+))?(?:\?(.*))?$/

/** Undefined for a path that is about no resource. */
export function placeOf(path: string): Place | undefined {
  const match = pattern.exec(path)
  if (match === null) return undefined
  const [, prefix = '', namespace = '', resource = '', name = '', subresource = '', query = ''] = match
  return { prefix, namespace, resource, name, subresource, query }
}

/** The path of all objects of a resource, in the namespace of a place. */
export function collectionPath({ prefix, namespace, resource }: Place): string {
  return `${prefix}${namespace === '' ? '' : `/namespaces/${namespace}`}/${resource}`
}

export function itemPath(place: Place): string {
  return `${collectionPath(place)}/${place.name}`
}
