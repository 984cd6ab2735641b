import type { Backend } from '../backend.ts'
import type { JsonObject } from '../codec/json.ts'
import { decodeObject } from '../verbs/body.ts'
import { createObject } from '../verbs/writer.ts'

const aggregate = 'rbac.authorization.k8s.io/aggregate-to-'
const read = 'get,list,watch'
const write = 'create,delete,deletecollection,patch,update'
const events = 'create,patch,update @,events.k8s.io events'
const reviews = [
  'create @authentication.k8s.io tokenreviews',
  'create @authorization.k8s.io subjectaccessreviews',
]

/** Rules as `verbs @groups resources [=names]` or `verbs /paths`; the core group is empty. */
const roles: Readonly<Record<string, readonly string[]>> = {
  'cluster-admin': ['* @* *', '* *'],
  'system:aggregate-to-admin': [
    'create @authorization.k8s.io localsubjectaccessreviews',
    `${write},get,list,watch @rbac.authorization.k8s.io rolebindings,roles`,
  ],
  'system:aggregate-to-edit': [
    `${read} @ pods/attach,pods/exec,pods/portforward,pods/proxy,secrets,services/proxy`,
    'impersonate @ serviceaccounts',
    `${write} @ pods,pods/attach,pods/exec,pods/portforward,pods/proxy`,
    'create @ pods/eviction',
    `${write} @ configmaps,events,persistentvolumeclaims,replicationcontrollers,replicationcontrollers/scale,secrets,serviceaccounts,services,services/proxy`,
    'create @ serviceaccounts/token',
    `${write} @apps daemonsets,deployments,deployments/rollback,deployments/scale,replicasets,replicasets/scale,statefulsets,statefulsets/scale`,
    `${write} @autoscaling horizontalpodautoscalers`,
    `${write} @batch cronjobs,jobs`,
    `${write} @policy poddisruptionbudgets`,
    `${write} @networking.k8s.io ingresses,networkpolicies`,
    `${write},get,list,watch @coordination.k8s.io leases`,
  ],
  'system:aggregate-to-view': [
    `${read} @ configmaps,endpoints,persistentvolumeclaims,persistentvolumeclaims/status,pods,replicationcontrollers,replicationcontrollers/scale,serviceaccounts,services,services/status`,
    `${read} @ bindings,events,limitranges,namespaces/status,pods/log,pods/status,replicationcontrollers/status,resourcequotas,resourcequotas/status`,
    `${read} @ namespaces`,
    `${read} @discovery.k8s.io endpointslices`,
    `${read} @apps controllerrevisions,daemonsets,daemonsets/status,deployments,deployments/scale,deployments/status,replicasets,replicasets/scale,replicasets/status,statefulsets,statefulsets/scale,statefulsets/status`,
    `${read} @autoscaling horizontalpodautoscalers,horizontalpodautoscalers/status`,
    `${read} @batch cronjobs,cronjobs/status,jobs,jobs/status`,
    `${read} @policy poddisruptionbudgets,poddisruptionbudgets/status`,
    `${read} @networking.k8s.io ingresses,ingresses/status,networkpolicies`,
  ],
  'system:auth-delegator': reviews,
  'system:basic-user': [
    'create @authorization.k8s.io selfsubjectaccessreviews,selfsubjectrulesreviews',
    'create @authentication.k8s.io selfsubjectreviews',
  ],
  'system:discovery': [
    'get /api,/api/*,/apis,/apis/*,/healthz,/livez,/openapi,/openapi/*,/readyz,/version,/version/',
  ],
  'system:kube-controller-manager': [
    events,
    'create @coordination.k8s.io leases',
    'get,update @coordination.k8s.io leases =kube-controller-manager',
    'create,update @ secrets,serviceaccounts',
    'delete @ secrets',
    'get @ configmaps,namespaces,secrets,serviceaccounts',
    ...reviews,
    'list,watch @* *',
    'create @ serviceaccounts/token',
  ],
  'system:kube-dns': ['list,watch @ endpoints,services'],
  'system:kube-scheduler': [
    events,
    'create @coordination.k8s.io leases',
    'get,update @coordination.k8s.io leases =kube-scheduler',
    `${read} @ nodes`,
    `delete,${read} @ pods`,
    'create @ bindings,pods/binding',
    'patch,update @ pods/status',
    `${read} @ replicationcontrollers,services`,
    `${read} @apps replicasets,statefulsets`,
    `${read} @policy poddisruptionbudgets`,
    `${read} @ namespaces,persistentvolumeclaims,persistentvolumes`,
    ...reviews,
    `${read} @storage.k8s.io csidrivers,csinodes,csistoragecapacities`,
  ],
  'system:monitoring': ['get /healthz,/healthz/*,/livez,/livez/*,/metrics,/metrics/slis,/readyz,/readyz/*'],
  'system:node': [
    'create @authentication.k8s.io tokenreviews',
    'create @authorization.k8s.io localsubjectaccessreviews,subjectaccessreviews',
    `${read} @ services`,
    `create,patch,update,${read} @ nodes`,
    'patch,update @ nodes/status,pods/status',
    'create,patch,update @ events',
    `create,delete,${read} @ pods`,
    'create @ pods/eviction,serviceaccounts/token',
    `${read} @ configmaps,secrets`,
    'get @ endpoints,persistentvolumeclaims,persistentvolumes',
    `create,${read} @certificates.k8s.io certificatesigningrequests`,
    'create,delete,get,patch,update @coordination.k8s.io leases',
    'get @storage.k8s.io volumeattachments',
    `${read} @storage.k8s.io csidrivers`,
    'create,delete,get,patch,update @storage.k8s.io csinodes',
    `${read} @node.k8s.io runtimeclasses`,
  ],
  'system:node-proxier': [
    'list,watch @ endpoints,services',
    `${read} @ nodes`,
    events,
    'list,watch @discovery.k8s.io endpointslices',
  ],
  'system:public-info-viewer': ['get /healthz,/livez,/readyz,/version,/version/'],
  'system:service-account-issuer-discovery': ['get /.well-known/openid-configuration,/openid/v1/jwks'],
}

/** Roles that gather the rules of others by label, with the label that gathers them in turn. */
const aggregated: readonly (readonly [name: string, into: string | undefined])[] = [
  ['admin', undefined],
  ['edit', 'admin'],
  ['view', 'edit'],
]

/** Who has a role from the start: role, kind of subject, names. */
const bindings: readonly (readonly [role: string, kind: 'Group' | 'User', ...names: string[]])[] = [
  ['cluster-admin', 'Group', 'system:masters'],
  ['system:basic-user', 'Group', 'system:authenticated'],
  ['system:discovery', 'Group', 'system:authenticated'],
  ['system:kube-controller-manager', 'User', 'system:kube-controller-manager'],
  ['system:kube-scheduler', 'User', 'system:kube-scheduler'],
  ['system:monitoring', 'Group', 'system:monitoring'],
  ['system:node-proxier', 'User', 'system:kube-proxy'],
  ['system:public-info-viewer', 'Group', 'system:authenticated', 'system:unauthenticated'],
  ['system:service-account-issuer-discovery', 'Group', 'system:serviceaccounts'],
]

const apiGroup = 'rbac.authorization.k8s.io'
const options = { dryRun: false, fieldValidation: 'Strict' } as const

/** Puts in the roles and bindings that every cluster begins with, those that are not there yet. */
export function bootstrapRoles(backend: Backend): void {
  for (const [name, rules] of Object.entries(roles)) {
    const [, into] = /^system:aggregate-to-(.*)$/.exec(name) ?? []
    put(backend, 'clusterroles', { metadata: metadata(name, into), rules: rules.map(policyRule) })
  }
  for (const [name, into] of aggregated) {
    const aggregationRule = { clusterRoleSelectors: [{ matchLabels: { [`${aggregate}${name}`]: 'true' } }] }
    put(backend, 'clusterroles', { metadata: metadata(name, into), aggregationRule, rules: [] })
  }
  for (const [name, kind, ...names] of bindings) {
    const subjects = names.map((subject) => ({ apiGroup, kind, name: subject }))
    const roleRef = { apiGroup, kind: 'ClusterRole', name }
    put(backend, 'clusterrolebindings', { metadata: metadata(name), roleRef, subjects })
  }
}

function metadata(name: string, into?: string) {
  return {
    name,
    labels: {
      'kubernetes.io/bootstrapping': 'rbac-defaults',
      ...(into === undefined ? {} : { [`${aggregate}${into}`]: 'true' }),
    },
    annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
  }
}

function policyRule(text: string): JsonObject {
  const [verbs = '', second = '', resources = '', names = ''] = text.split(' ')
  const list = (value: string) => value.split(',')
  if (!second.startsWith('@')) return { verbs: list(verbs), nonResourceURLs: list(second) }
  const resourceNames = names === '' ? {} : { resourceNames: list(names.slice(1)) }
  return {
    verbs: list(verbs),
    apiGroups: list(second.slice(1)),
    resources: list(resources),
    ...resourceNames,
  }
}

function put(backend: Backend, name: string, value: JsonObject & { metadata: { name: string } }): void {
  const resource = backend.registry.get(apiGroup, 'v1', name)
  if (resource === undefined) throw new TypeError(`the registry serves no ${name}`)
  if (backend.store.collection(resource.storage).get(value.metadata.name) !== undefined) return
  createObject(backend, resource, '', decodeObject(resource, value, options, []).object)
}
