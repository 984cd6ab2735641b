import type { ApiResource } from './api-resource.ts'

/** `APIGroupDiscoveryList` of `apidiscovery.k8s.io/v2`. */
export interface GroupDiscoveryList {
  readonly kind: 'APIGroupDiscoveryList'
  readonly items?: readonly {
    readonly metadata?: { readonly name?: string }
    readonly versions?: readonly VersionDiscovery[] | null
  }[]
}

interface VersionDiscovery {
  readonly version: string
  readonly freshness?: string
  readonly resources?: readonly ResourceDiscovery[] | null
}

interface ResourceDiscovery {
  readonly resource: string
  readonly responseKind?: { readonly kind?: string } | null
  readonly scope?: string
  readonly singularResource?: string
  readonly shortNames?: readonly string[] | null
  readonly categories?: readonly string[] | null
  readonly verbs?: readonly string[] | null
  readonly subresources?: readonly { readonly subresource: string }[] | null
}

/** True for an answer in one document; servers before 1.27 send something else. */
export function isAggregated(body: object): body is GroupDiscoveryList {
  return 'kind' in body && body.kind === 'APIGroupDiscoveryList'
}

/** The resources in it, and the versions whose server was not reached. */
export function readAggregated(list: GroupDiscoveryList): { resources: ApiResource[]; stale: string[] } {
  const resources: ApiResource[] = []
  const stale: string[] = []
  for (const { metadata, versions } of list.items ?? []) {
    const group = metadata?.name ?? ''
    for (const { version, freshness, resources: served } of versions ?? []) {
      if (freshness === 'Stale') stale.push(group === '' ? version : `${group}/${version}`)
      for (const each of served ?? []) resources.push(resourceOf(group, version, each))
    }
  }
  return { resources, stale }
}

function resourceOf(group: string, version: string, served: ResourceDiscovery): ApiResource {
  return {
    group,
    version,
    kind: served.responseKind?.kind ?? '',
    resource: served.resource,
    namespaced: served.scope === 'Namespaced',
    singular: served.singularResource ?? '',
    shortNames: served.shortNames ?? [],
    categories: served.categories ?? [],
    verbs: served.verbs ?? [],
    subresources: (served.subresources ?? []).map(({ subresource }) => subresource),
  }
}
