import { asArray, asObject, asString, isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import type { User } from '../verbs/request.ts'

/** A RoleBinding or ClusterRoleBinding, reduced to what a decision needs. */
export interface Binding {
  readonly name: string
  /** Empty for a ClusterRoleBinding. */
  readonly namespace: string
  readonly roleKind: 'Role' | 'ClusterRole'
  readonly roleName: string
}

const nothing: ReadonlyMap<string, Binding> = new Map()

/** Finds the bindings that name a user, without looking at any other. */
export class BindingIndex {
  /** By where (`''` is everywhere) and whom, then by the binding's key. */
  readonly #bindings = new Map<string, Map<string, Binding>>()
  readonly #subjects = new Map<string, readonly string[]>()

  /** Follows a write of the binding at `key`; `object` is undefined once it is gone. */
  set(key: string, object: ApiObject | undefined): void {
    for (const subject of this.#subjects.get(key) ?? []) {
      const bindings = this.#bindings.get(subject)
      bindings?.delete(key)
      if (bindings?.size === 0) this.#bindings.delete(subject)
    }
    this.#subjects.delete(key)
    if (object === undefined) return
    const { name = '', namespace = '' } = object.metadata
    const { kind, name: roleName } = asObject(object['roleRef'])
    const roleKind = kind === 'Role' ? 'Role' : 'ClusterRole'
    const binding = { name, namespace, roleKind, roleName: asString(roleName) } as const
    const subjects = asArray(object['subjects'])
      .filter(isObject)
      .map((subject) => `${namespace} ${subjectKey(subject, namespace)}`)
    this.#subjects.set(key, subjects)
    for (const subject of subjects) {
      const bindings = this.#bindings.get(subject) ?? new Map<string, Binding>()
      this.#bindings.set(subject, bindings)
      bindings.set(key, binding)
    }
  }

  /** The bindings that name a user or one of the groups, in a namespace or everywhere (`''`); with the subject's text. */
  *of(user: User, namespace: string): Generator<readonly [Binding, subject: string]> {
    for (const [key, text] of keysOf(user)) {
      for (const binding of (this.#bindings.get(`${namespace} ${key}`) ?? nothing).values())
        yield [binding, text]
    }
  }
}

/** A service account without a namespace is one of the binding's own. */
function subjectKey({ kind, name, namespace }: JsonObject, own: string): string {
  if (kind === 'ServiceAccount') {
    const where = asString(namespace) === '' ? own : asString(namespace)
    return `User system:serviceaccount:${where}:${asString(name)}`
  }
  return `${kind === 'Group' ? 'Group' : 'User'} ${asString(name)}`
}

function* keysOf({ name, groups }: User): Generator<readonly [key: string, text: string]> {
  const [, where, account] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(name) ?? []
  const text =
    account === undefined
      ? `User ${JSON.stringify(name)}`
      : `ServiceAccount ${JSON.stringify(`${account}/${where}`)}`
  yield [`User ${name}`, text]
  for (const group of new Set(groups)) yield [`Group ${group}`, `Group ${JSON.stringify(group)}`]
}
