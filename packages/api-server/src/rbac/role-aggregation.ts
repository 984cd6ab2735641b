import { canonicalJson, labelSelectorFrom, type LabelSelectorSpec } from '@rxkube/meta'
import type { Backend } from '../backend.ts'
import { asArray, asObject, equalJson, isObject, type ApiObject } from '../codec/json.ts'
import { Turns } from '../controllers/turns.ts'
import type { ServedResource } from '../registry/resource.ts'
import { settled } from '../verbs/body.ts'
import { commitUpdate } from '../verbs/writer.ts'

/** Writes into roles that gather others the rules of those. Upstream: the clusterrole-aggregation controller. */
export class RoleAggregation {
  readonly #backend: Backend
  readonly #roles: ServedResource
  readonly #turns: Turns
  readonly #gathering = new Set<string>()
  readonly #unsubscribe: () => void

  constructor(backend: Backend, failed: (error: unknown) => void) {
    const roles = backend.registry.get('rbac.authorization.k8s.io', 'v1', 'clusterroles')
    if (roles === undefined) throw new TypeError('the registry serves no cluster roles')
    this.#backend = backend
    this.#roles = roles
    this.#turns = new Turns(backend.clock, (key) => this.#gather(key), failed)
    this.#unsubscribe = backend.store.subscribe((collection, { type, key, object }) => {
      if (collection === roles.storage) this.#follow(key, type === 'DELETED' ? undefined : object)
    })
    for (const [key, role] of backend.store.collection(roles.storage).list().entries())
      this.#follow(key, role)
  }

  stop(): void {
    this.#unsubscribe()
    this.#turns.stop()
  }

  #follow(key: string, role: ApiObject | undefined): void {
    if (role?.['aggregationRule'] === undefined) this.#gathering.delete(key)
    else this.#gathering.add(key)
    for (const each of this.#gathering) this.#turns.add(each)
  }

  #gather(key: string): void {
    const collection = this.#backend.store.collection(this.#roles.storage)
    const role = collection.get(key)
    if (role === undefined || role['aggregationRule'] === undefined) return
    const specs = asArray(asObject(role['aggregationRule'])['clusterRoleSelectors']).filter(isObject)
    const selectors = specs.map((spec) => labelSelectorFrom(spec as LabelSelectorSpec))
    const rules = new Map<string, unknown>()
    for (const [name, other] of collection.list().entries()) {
      if (name === key || !selectors.some((selector) => selector.matches(other.metadata.labels))) continue
      for (const rule of asArray(other['rules'])) rules.set(canonicalJson(rule), rule)
    }
    const gathered = [...rules.values()]
    if (equalJson(asArray(role['rules']), gathered)) return
    commitUpdate(this.#backend, this.#roles, role, settled(this.#roles, { ...role, rules: gathered }), false)
  }
}
