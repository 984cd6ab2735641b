// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind ClusterRoleBinding of rbac.authorization.k8s.io/v1, as it is on the wire. */
export interface ClusterRoleBinding extends Raw<k8s.V1ClusterRoleBinding> {}

/** Where API servers serve clusterrolebindings of rbac.authorization.k8s.io/v1. */
export const ClusterRoleBinding: Resource<ClusterRoleBinding> = defineResource({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind: 'ClusterRoleBinding',
  resource: 'clusterrolebindings',
  namespaced: false,
})

/** The kind ClusterRole of rbac.authorization.k8s.io/v1, as it is on the wire. */
export interface ClusterRole extends Raw<k8s.V1ClusterRole> {}

/** Where API servers serve clusterroles of rbac.authorization.k8s.io/v1. */
export const ClusterRole: Resource<ClusterRole> = defineResource({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind: 'ClusterRole',
  resource: 'clusterroles',
  namespaced: false,
})

/** The kind RoleBinding of rbac.authorization.k8s.io/v1, as it is on the wire. */
export interface RoleBinding extends Raw<k8s.V1RoleBinding> {}

/** Where API servers serve rolebindings of rbac.authorization.k8s.io/v1. */
export const RoleBinding: Resource<RoleBinding> = defineResource({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind: 'RoleBinding',
  resource: 'rolebindings',
  namespaced: true,
})

/** The kind Role of rbac.authorization.k8s.io/v1, as it is on the wire. */
export interface Role extends Raw<k8s.V1Role> {}

/** Where API servers serve roles of rbac.authorization.k8s.io/v1. */
export const Role: Resource<Role> = defineResource({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind: 'Role',
  resource: 'roles',
  namespaced: true,
})
