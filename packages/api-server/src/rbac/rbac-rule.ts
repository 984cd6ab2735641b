import type { RequestAttributes } from '../auth.ts'
import { asArray, asString, isObject, type JsonObject } from '../codec/json.ts'

/** What a request wants, without who wants it. */
export type Wanted = Pick<
  RequestAttributes,
  'verb' | 'path' | 'isResource' | 'group' | 'resource' | 'subresource' | 'name'
>

/** A PolicyRule that is ready to be asked. */
export class RbacRule {
  readonly verbs: readonly string[]
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly resourceNames: readonly string[]
  readonly nonResourceURLs: readonly string[]
  readonly #verbs: ReadonlySet<string>
  readonly #groups: ReadonlySet<string>
  readonly #resources: ReadonlySet<string>
  readonly #names: ReadonlySet<string>

  constructor(rule: JsonObject) {
    const list = (field: string) => asArray(rule[field]).map(asString)
    this.verbs = list('verbs')
    this.apiGroups = list('apiGroups')
    this.resources = list('resources')
    this.resourceNames = list('resourceNames')
    this.nonResourceURLs = list('nonResourceURLs')
    this.#verbs = new Set(this.verbs)
    this.#groups = new Set(this.apiGroups)
    this.#resources = new Set(this.resources)
    this.#names = new Set(this.resourceNames)
  }

  /** Whether it lets a request through. */
  allows(wanted: Wanted): boolean {
    if (!has(this.#verbs, wanted.verb)) return false
    if (!wanted.isResource) return this.nonResourceURLs.some((url) => isUnder(url, wanted.path))
    const { group, resource, subresource, name } = wanted
    if (!has(this.#groups, group)) return false
    const combined = subresource === '' ? resource : `${resource}/${subresource}`
    const named =
      has(this.#resources, combined) || (subresource !== '' && this.#resources.has(`*/${subresource}`))
    return named && (this.#names.size === 0 || this.#names.has(name))
  }
}

/** The rules of a Role or ClusterRole. */
export function rulesOf(role: JsonObject): readonly RbacRule[] {
  return asArray(role['rules'])
    .filter(isObject)
    .map((rule) => new RbacRule(rule))
}

function has(values: ReadonlySet<string>, value: string): boolean {
  return values.has('*') || values.has(value)
}

/** `*` is every path, `/apis/*` every one that begins so. */
function isUnder(url: string, path: string): boolean {
  if (url === '*' || url === path) return true
  return url.endsWith('*') && path.startsWith(url.slice(0, -1).replace(/\*+$/, ''))
}
