import type { ClusterRole, Role } from '@rxkube/meta'
import { accessText, type Access, type PathAccess, type ResourceAccess } from './access.ts'
import { withFallback } from './with-fallback.ts'

/** A part of a rule that nothing which was observed needs. */
export interface TooWide {
  /** `ClusterRole controller`, `Role default/controller`. */
  readonly role: string
  /** The place of the rule in the role, from 0. */
  readonly rule: number
  /** What of it: `delete pods`, `* of apps`, `get configmaps "old"`. */
  readonly what: string
  /** What would do in place of a `*`; empty when nothing is needed. */
  readonly instead: readonly string[]
}

/** What roles lack, and what they have too much, for what was observed. */
export interface RbacComparison {
  readonly missing: readonly Access[]
  readonly tooWide: readonly TooWide[]
}

type AnyRole = Pick<Role | ClusterRole, 'metadata' | 'rules'>
type Rule = NonNullable<Role['rules']>[number]

/**
 * Holds roles against what was observed. A role with a namespace allows things there, any other everywhere. Lists beside
 * watches, and watches beside lists, are neither missing nor too much. What there is besides roles is left alone.
 */
export function compareRbac(
  roles: readonly { readonly metadata: object; readonly rules?: unknown }[],
  observed: Iterable<Access>,
): RbacComparison {
  const seen = [...observed]
  const resources = seen.filter((access) => access.type === 'resource')
  const needs = { resources: withFallback(resources), paths: seen.filter((access) => access.type === 'path') }
  const all = roles.filter((role) => Array.isArray(role.rules)) as readonly AnyRole[]
  const missing = seen.filter((access) => !all.some((role) => allows(role, access)))
  return { missing, tooWide: all.flatMap((role) => excess(role, needs)) }
}

/** The comparison in words, a line for each finding; empty when roles and observation fit. */
export function rbacReport({ missing, tooWide }: RbacComparison): string {
  const lines = [
    ...missing.map((access) => `missing: ${accessText(access)}`),
    ...tooWide.map(({ role, rule, what, instead }) => {
      const better = instead.length === 0 ? '' : `; ${instead.join(', ')} would do`
      return `too wide: ${role}, rule ${rule}: ${what}${better}`
    }),
  ]
  return lines.join('\n')
}

function allows({ metadata, rules = [] }: AnyRole, access: Access): boolean {
  const { namespace } = metadata
  if (access.type === 'path') return namespace === undefined && rules.some((rule) => allowsPath(rule, access))
  if (namespace !== undefined && namespace !== access.namespace) return false
  return rules.some((rule) => allowsResource(rule, access))
}

function allowsPath({ verbs, nonResourceURLs = [] }: Rule, { verb, path }: PathAccess): boolean {
  const fits = (url: string) => url === path || (url.endsWith('*') && path.startsWith(url.slice(0, -1)))
  return has(verbs, verb) && nonResourceURLs.some(fits)
}

function allowsResource(rule: Rule, { verb, apiGroup, resource, name }: ResourceAccess): boolean {
  const { verbs, apiGroups = [], resources = [], resourceNames = [] } = rule
  const [, subresource] = resource.split('/')
  const named =
    has(resources, resource) || (subresource !== undefined && resources.includes(`*/${subresource}`))
  return (
    has(verbs, verb) &&
    has(apiGroups, apiGroup) &&
    named &&
    (resourceNames.length === 0 || resourceNames.includes(name))
  )
}

function has(values: readonly string[], value: string): boolean {
  return values.includes('*') || values.includes(value)
}

interface Needs {
  readonly resources: readonly ResourceAccess[]
  readonly paths: readonly PathAccess[]
}

function excess(role: AnyRole, needs: Needs): readonly TooWide[] {
  const { name = '', namespace } = role.metadata
  const called = namespace === undefined ? `ClusterRole ${name}` : `Role ${namespace}/${name}`
  const own = needs.resources.filter((access) => namespace === undefined || access.namespace === namespace)
  return (role.rules ?? []).flatMap((rule, at) => {
    const found = rule.nonResourceURLs?.length ? pathExcess(rule, needs.paths) : ruleExcess(rule, own)
    return found.map(({ what, instead }) => ({ role: called, rule: at, what, instead }))
  })
}

type Finding = Pick<TooWide, 'what' | 'instead'>

function ruleExcess(rule: Rule, accesses: readonly ResourceAccess[]): readonly Finding[] {
  const { verbs, apiGroups = [], resources = [], resourceNames = [] } = rule
  const used = accesses.filter((access) => allowsResource(rule, access))
  const findings: Finding[] = []
  for (const apiGroup of apiGroups) {
    const ofGroup = used.filter((access) => apiGroup === '*' || access.apiGroup === apiGroup)
    if (apiGroup === '*')
      findings.push({
        what: 'all API groups',
        instead: distinct(ofGroup, (each) => each.apiGroup || 'the core group'),
      })
    for (const resource of resources) {
      const suffix = resource.startsWith('*/') ? resource.slice(1) : undefined
      const wild = resource === '*' || suffix !== undefined
      const ofResource = ofGroup.filter(
        (access) =>
          resource === '*' ||
          access.resource === resource ||
          (suffix !== undefined && access.resource.endsWith(suffix)),
      )
      const what = apiGroup === '' ? resource : `${resource} of ${apiGroup}`
      if (wild) findings.push({ what, instead: distinct(ofResource, (each) => each.resource) })
      for (const verb of verbs) {
        if (verb === '*')
          findings.push({ what: `* ${what}`, instead: distinct(ofResource, (each) => each.verb) })
        else if (!ofResource.some((access) => access.verb === verb))
          findings.push({ what: `${verb} ${what}`, instead: [] })
      }
    }
  }
  for (const name of resourceNames) {
    if (used.some((access) => access.name === name)) continue
    findings.push({ what: `the name "${name}"`, instead: [] })
  }
  return findings
}

function pathExcess(rule: Rule, accesses: readonly PathAccess[]): readonly Finding[] {
  const { nonResourceURLs = [], verbs } = rule
  return nonResourceURLs.flatMap((url) =>
    verbs.flatMap((verb): readonly Finding[] => {
      const used = accesses.filter((access) => allowsPath({ verbs: [verb], nonResourceURLs: [url] }, access))
      if (url.endsWith('*')) return [{ what: `${verb} ${url}`, instead: distinct(used, (each) => each.path) }]
      if (verb === '*') return [{ what: `${verb} ${url}`, instead: distinct(used, (each) => each.verb) }]
      return used.length > 0 ? [] : [{ what: `${verb} ${url}`, instead: [] }]
    }),
  )
}

function distinct<A>(accesses: readonly A[], of: (access: A) => string): readonly string[] {
  return [...new Set(accesses.map(of))].toSorted()
}
