import type { ApiResource } from './api-resource.ts'

/** `APIGroup`, in the words of `/apis`. */
export interface ApiGroup {
  readonly name: string
  readonly versions?: readonly { readonly version: string }[] | null
  readonly preferredVersion?: { readonly version: string } | null
}

/** `APIResourceList`, the answer of `/api/v1` and `/apis/apps/v1`. */
export interface ApiResourceList {
  readonly resources?:
    | readonly {
        readonly name: string
        readonly singularName?: string
        readonly namespaced?: boolean
        readonly kind: string
        readonly verbs?: readonly string[] | null
        readonly shortNames?: readonly string[] | null
        readonly categories?: readonly string[] | null
      }[]
    | null
}

/** The versions of a group, the preferred one first. */
export function versionsOf({ versions, preferredVersion }: ApiGroup): string[] {
  const all = (versions ?? []).map(({ version }) => version)
  const first = preferredVersion?.version
  return first !== undefined && all.includes(first) ? [first, ...all.filter((each) => each !== first)] : all
}

/** The resources of one version of a group; `pods/status` becomes a subresource of `pods`. */
export function readLegacy(group: string, version: string, list: ApiResourceList): ApiResource[] {
  const subresources = new Map<string, string[]>()
  for (const { name } of list.resources ?? []) {
    const [parent = '', subresource] = name.split('/', 2)
    if (subresource === undefined) continue
    const known = subresources.get(parent)
    if (known) known.push(subresource)
    else subresources.set(parent, [subresource])
  }
  return (list.resources ?? [])
    .filter(({ name }) => !name.includes('/'))
    .map((served) => ({
      group,
      version,
      kind: served.kind,
      resource: served.name,
      namespaced: served.namespaced === true,
      singular: served.singularName || served.kind.toLowerCase(),
      shortNames: served.shortNames ?? [],
      categories: served.categories ?? [],
      verbs: served.verbs ?? [],
      subresources: subresources.get(served.name) ?? [],
    }))
}
