import type { RequestAttributes } from '../auth.ts'
import type { ApiObject } from '../codec/json.ts'
import type { Store } from '../store/store.ts'
import type { User } from '../verbs/request.ts'
import { BindingIndex, type Binding } from './binding-index.ts'
import { rulesOf, type RbacRule } from './rbac-rule.ts'

const group = 'rbac.authorization.k8s.io'
const collections = {
  roles: `roles.${group}`,
  clusterRoles: `clusterroles.${group}`,
  roleBindings: `rolebindings.${group}`,
  clusterRoleBindings: `clusterrolebindings.${group}`,
} as const

/** Members of this group may do everything, whatever roles say. */
const masters = 'system:masters'

/** What RBAC says to a request, and why. */
export interface RbacDecision {
  readonly allowed: boolean
  readonly reason: string
}

/** A rule that a user has, with where it comes from. */
interface Grant {
  readonly rules: readonly RbacRule[]
  readonly source: string
}

/**
 * Decides by the roles and bindings in the store. It follows their writes, so a request costs as much as its sender has
 * bindings, not as there are. It does not look at what a role's author may do himself (escalation).
 */
export class RbacAuthorizer {
  readonly #store: Store
  readonly #bindings = new BindingIndex()
  /** By `Role ns/name` or `ClusterRole name`. */
  readonly #roles = new Map<string, readonly RbacRule[]>()
  #ready = false

  constructor(store: Store) {
    this.#store = store
    store.subscribe((collection, { type, key, object }) => {
      if (this.#ready) this.#follow(collection, key, type === 'DELETED' ? undefined : object)
    })
  }

  allows(attributes: RequestAttributes): boolean {
    return this.decide(attributes).allowed
  }

  /** Whether a request may be, and which binding says so or which role was missed. */
  decide(attributes: RequestAttributes): RbacDecision {
    if (attributes.user.groups.includes(masters)) return { allowed: true, reason: '' }
    const missing: string[] = []
    for (const { rules, source } of this.#grants(attributes.user, attributes.namespace, missing)) {
      if (rules.some((rule) => rule.allows(attributes)))
        return { allowed: true, reason: `RBAC: allowed by ${source}` }
    }
    return { allowed: false, reason: missing.length === 0 ? '' : `RBAC: ${listed(missing)}` }
  }

  /** The rules that a user has everywhere and in a namespace; without duplicates. */
  rulesOf(user: User, namespace: string): readonly RbacRule[] {
    const rules = new Set<RbacRule>()
    for (const grant of this.#grants(user, namespace, [])) for (const rule of grant.rules) rules.add(rule)
    return [...rules]
  }

  *#grants(user: User, namespace: string, missing: string[]): Generator<Grant> {
    this.#prepare()
    for (const where of namespace === '' ? [''] : ['', namespace]) {
      for (const [binding, subject] of this.#bindings.of(user, where)) {
        const rules = this.#roles.get(roleKey(binding))
        const { roleKind, roleName } = binding
        if (rules === undefined)
          missing.push(`${roleKind.toLowerCase()}.${group} ${JSON.stringify(roleName)} not found`)
        else yield { rules, source: describe(binding, subject) }
      }
    }
  }

  /** What the store held before anybody asked is read when somebody does. */
  #prepare(): void {
    if (this.#ready) return
    this.#ready = true
    for (const name of Object.values(collections)) {
      for (const [key, object] of this.#store.collection(name).list().entries())
        this.#follow(name, key, object)
    }
  }

  #follow(collection: string, key: string, object: ApiObject | undefined): void {
    switch (collection) {
      case collections.roles:
        this.#setRole(`Role ${key}`, object)
        break
      case collections.clusterRoles:
        this.#setRole(`ClusterRole ${key}`, object)
        break
      case collections.roleBindings:
      case collections.clusterRoleBindings:
        this.#bindings.set(`${collection} ${key}`, object)
        break
    }
  }

  #setRole(key: string, role: ApiObject | undefined): void {
    if (role === undefined) this.#roles.delete(key)
    else this.#roles.set(key, rulesOf(role))
  }
}

function roleKey({ roleKind, roleName, namespace }: Binding): string {
  return roleKind === 'ClusterRole' ? `ClusterRole ${roleName}` : `Role ${namespace}/${roleName}`
}

function describe({ name, namespace, roleKind, roleName }: Binding, subject: string): string {
  const binding =
    namespace === ''
      ? `ClusterRoleBinding ${JSON.stringify(name)}`
      : `RoleBinding ${JSON.stringify(`${name}/${namespace}`)}`
  return `${binding} of ${roleKind} ${JSON.stringify(roleName)} to ${subject}`
}

function listed(texts: readonly string[]): string {
  return texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`
}
