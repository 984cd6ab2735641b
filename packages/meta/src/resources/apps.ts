// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind ControllerRevision of apps/v1, as it is on the wire. */
export interface ControllerRevision extends Raw<k8s.V1ControllerRevision> {}

/** Where API servers serve controllerrevisions of apps/v1. */
export const ControllerRevision: Resource<ControllerRevision> = defineResource({
  group: 'apps',
  version: 'v1',
  kind: 'ControllerRevision',
  resource: 'controllerrevisions',
  namespaced: true,
})

/** The kind DaemonSet of apps/v1, as it is on the wire. */
export interface DaemonSet extends Raw<k8s.V1DaemonSet> {}

/** Where API servers serve daemonsets of apps/v1. */
export const DaemonSet: Resource<DaemonSet> = defineResource({
  group: 'apps',
  version: 'v1',
  kind: 'DaemonSet',
  resource: 'daemonsets',
  namespaced: true,
})

/** The kind Deployment of apps/v1, as it is on the wire. */
export interface Deployment extends Raw<k8s.V1Deployment> {}

/** Where API servers serve deployments of apps/v1. */
export const Deployment: Resource<Deployment> = defineResource({
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  resource: 'deployments',
  namespaced: true,
})

/** The kind ReplicaSet of apps/v1, as it is on the wire. */
export interface ReplicaSet extends Raw<k8s.V1ReplicaSet> {}

/** Where API servers serve replicasets of apps/v1. */
export const ReplicaSet: Resource<ReplicaSet> = defineResource({
  group: 'apps',
  version: 'v1',
  kind: 'ReplicaSet',
  resource: 'replicasets',
  namespaced: true,
})

/** The kind StatefulSet of apps/v1, as it is on the wire. */
export interface StatefulSet extends Raw<k8s.V1StatefulSet> {}

/** Where API servers serve statefulsets of apps/v1. */
export const StatefulSet: Resource<StatefulSet> = defineResource({
  group: 'apps',
  version: 'v1',
  kind: 'StatefulSet',
  resource: 'statefulsets',
  namespaced: true,
})
