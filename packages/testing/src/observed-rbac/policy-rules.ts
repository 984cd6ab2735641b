import type { PathAccess, ResourceAccess } from './access.ts'

/** A rule of a Role or ClusterRole. */
export interface PolicyRule {
  readonly apiGroups?: string[]
  readonly resources?: string[]
  readonly verbs: string[]
  readonly resourceNames?: string[]
  readonly nonResourceURLs?: string[]
}

/** The order in which people read verbs. */
const order = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection']

/** The fewest rules that allow these accesses and no others. With `names`, objects are named where only named ones were. */
export function policyRules(accesses: readonly ResourceAccess[], names: boolean): readonly PolicyRule[] {
  const verbs = new Map<string, { readonly access: ResourceAccess; readonly names: Set<string> }>()
  for (const access of accesses) {
    const key = JSON.stringify([access.apiGroup, access.resource, access.verb])
    const known = verbs.get(key)
    if (known) known.names.add(access.name)
    else verbs.set(key, { access, names: new Set([access.name]) })
  }
  const resources = new Map<string, { readonly rule: Rule; readonly verbs: string[] }>()
  for (const { access, names: all } of verbs.values()) {
    const { apiGroup, resource } = access
    const resourceNames = names && !all.has('') ? [...all].toSorted() : []
    const rule = { apiGroup, resource, resourceNames }
    add(resources, JSON.stringify(rule), { rule, verbs: [] }).verbs.push(access.verb)
  }
  const rules = new Map<
    string,
    { readonly rule: Rule; readonly verbs: string[]; readonly resources: string[] }
  >()
  for (const { rule, verbs: unsorted } of resources.values()) {
    const sorted = unsorted.toSorted(byOrder)
    const key = JSON.stringify([rule.apiGroup, rule.resourceNames, sorted])
    add(rules, key, { rule, verbs: sorted, resources: [] }).resources.push(rule.resource)
  }
  const found = Array.from(rules.values(), ({ rule, verbs: its, resources: unsorted }): PolicyRule => {
    const what = { apiGroups: [rule.apiGroup], resources: unsorted.toSorted() }
    const { resourceNames } = rule
    return resourceNames.length === 0
      ? { ...what, verbs: its }
      : { ...what, resourceNames: [...resourceNames], verbs: its }
  })
  const text = (rule: PolicyRule): string => JSON.stringify(rule)
  return found.toSorted((a, b) => (text(a) < text(b) ? -1 : 1))
}

/** The rules for paths outside of the API. */
export function pathRules(accesses: readonly PathAccess[]): readonly PolicyRule[] {
  const verbs = new Map<string, Set<string>>()
  for (const { verb, path } of accesses) add(verbs, verb, new Set<string>()).add(path)
  return [...verbs].map(([verb, paths]) => ({ nonResourceURLs: [...paths].toSorted(), verbs: [verb] }))
}

interface Rule {
  readonly apiGroup: string
  readonly resource: string
  readonly resourceNames: readonly string[]
}

function add<V>(map: Map<string, V>, key: string, fresh: V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  map.set(key, fresh)
  return fresh
}

function byOrder(a: string, b: string): number {
  const [first, second] = [order.indexOf(a), order.indexOf(b)]
  return first === second ? (a < b ? -1 : 1) : first - second
}
