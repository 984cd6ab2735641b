import type { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from '@rxkube/meta'
import { accessKey, type Access, type ResourceAccess } from './access.ts'
import { pathRules, policyRules, type PolicyRule } from './policy-rules.ts'
import { withFallback } from './with-fallback.ts'

/** How manifests are written. */
export interface RbacManifestsOptions {
  /** What the roles and their bindings are called. */
  readonly name: string
  /** Whom they are bound to; no bindings unless told. */
  readonly serviceAccount?: { readonly name: string; readonly namespace: string } | undefined
  /**
   * `roles`, unless told, gives a Role in each namespace in which something was done; `cluster` lets all of it be done in
   * every namespace, for programs that work in namespaces which a test cannot know.
   */
  readonly namespaces?: 'roles' | 'cluster' | undefined
  /** Names objects where only named ones were touched, such as a lease. False unless told: tests invent names. */
  readonly resourceNames?: boolean | undefined
  /** Allows lists where there were watches, and watches where lists: informers fall back on them. True unless told. */
  readonly fallback?: boolean | undefined
}

/** Roles, what binds them, and all of it in the order in which to apply it. */
export interface RbacManifests {
  readonly clusterRole: ClusterRole | undefined
  readonly roles: readonly Role[]
  readonly bindings: readonly (ClusterRoleBinding | RoleBinding)[]
  readonly all: readonly (ClusterRole | Role | ClusterRoleBinding | RoleBinding)[]
}

const apiGroup = 'rbac.authorization.k8s.io'
const apiVersion = `${apiGroup}/v1`

/** The least that RBAC has to allow for what was observed: take care that the test did all that the program ever does. */
export function rbacManifests(observed: Iterable<Access>, options: RbacManifestsOptions): RbacManifests {
  const { name, serviceAccount, namespaces = 'roles', resourceNames = false, fallback = true } = options
  const seen = [...observed]
  const resources = seen.filter((access) => access.type === 'resource')
  const wanted = fallback ? withFallback(resources) : resources
  const spread = namespaces === 'cluster' ? wanted.map((access) => ({ ...access, namespace: '' })) : wanted
  const wide = policyRules(
    spread.filter(({ namespace }) => namespace === ''),
    resourceNames,
  )
  const paths = pathRules(seen.filter((access) => access.type === 'path'))
  const clusterRole = roleOf<ClusterRole>('ClusterRole', { name }, [...wide, ...paths])
  const inNamespaces = narrow(spread, resourceNames)
  const roles = [...inNamespaces].flatMap(([namespace, accesses]) => {
    const role = roleOf<Role>('Role', { name, namespace }, policyRules(accesses, resourceNames))
    return role === undefined ? [] : [role]
  })
  const subjects = serviceAccount && [{ kind: 'ServiceAccount', ...serviceAccount }]
  const bindings = [...(clusterRole ? [clusterRole] : []), ...roles].flatMap((role) =>
    subjects === undefined ? [] : [bindingOf(role, subjects)],
  )
  return { clusterRole, roles, bindings, all: [...(clusterRole ? [clusterRole] : []), ...roles, ...bindings] }
}

/** What was done in single namespaces and is not allowed in all of them anyway. */
function narrow(
  accesses: readonly ResourceAccess[],
  names: boolean,
): ReadonlyMap<string, readonly ResourceAccess[]> {
  const everywhere = new Set<string>()
  for (const access of accesses)
    if (access.namespace === '') everywhere.add(accessKey(unnamed(access, names)))
  const found = new Map<string, ResourceAccess[]>()
  for (const access of accesses) {
    const { namespace } = access
    const wide = { ...access, namespace: '' }
    const isCovered =
      everywhere.has(accessKey(unnamed(wide, names))) || everywhere.has(accessKey({ ...wide, name: '' }))
    if (namespace === '' || isCovered) continue
    const known = found.get(namespace)
    if (known) known.push(access)
    else found.set(namespace, [access])
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function unnamed(access: ResourceAccess, names: boolean): ResourceAccess {
  return names ? access : { ...access, name: '' }
}

function roleOf<R extends Role | ClusterRole>(
  kind: string,
  metadata: R['metadata'],
  rules: readonly PolicyRule[],
): R | undefined {
  return rules.length === 0 ? undefined : ({ apiVersion, kind, metadata, rules: [...rules] } as R)
}

function bindingOf(
  role: Role | ClusterRole,
  subjects: RoleBinding['subjects'],
): ClusterRoleBinding | RoleBinding {
  const { kind = '', metadata } = role
  const { name = '', namespace } = metadata
  const roleRef = { apiGroup, kind, name }
  const place = namespace === undefined ? { name } : { name, namespace }
  return { apiVersion, kind: `${kind}Binding`, metadata: place, roleRef, ...(subjects ? { subjects } : {}) }
}
