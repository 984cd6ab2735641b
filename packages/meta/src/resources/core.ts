// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind Binding of v1, as it is on the wire. */
export interface Binding extends Raw<k8s.V1Binding> {}

/** Where API servers serve bindings of v1. */
export const Binding: Resource<Binding> = defineResource({
  group: '',
  version: 'v1',
  kind: 'Binding',
  resource: 'bindings',
  namespaced: true,
})

/** The kind ComponentStatus of v1, as it is on the wire. */
export interface ComponentStatus extends Raw<k8s.V1ComponentStatus> {}

/** Where API servers serve componentstatuses of v1. */
export const ComponentStatus: Resource<ComponentStatus> = defineResource({
  group: '',
  version: 'v1',
  kind: 'ComponentStatus',
  resource: 'componentstatuses',
  namespaced: false,
})

/** The kind ConfigMap of v1, as it is on the wire. */
export interface ConfigMap extends Raw<k8s.V1ConfigMap> {}

/** Where API servers serve configmaps of v1. */
export const ConfigMap: Resource<ConfigMap> = defineResource({
  group: '',
  version: 'v1',
  kind: 'ConfigMap',
  resource: 'configmaps',
  namespaced: true,
})

/** The kind Endpoints of v1, as it is on the wire. */
export interface Endpoints extends Raw<k8s.V1Endpoints> {}

/** Where API servers serve endpoints of v1. */
export const Endpoints: Resource<Endpoints> = defineResource({
  group: '',
  version: 'v1',
  kind: 'Endpoints',
  resource: 'endpoints',
  namespaced: true,
})

/** The kind Event of v1, as it is on the wire. */
export interface Event extends Raw<k8s.CoreV1Event> {}

/** Where API servers serve events of v1. */
export const Event: Resource<Event> = defineResource({
  group: '',
  version: 'v1',
  kind: 'Event',
  resource: 'events',
  namespaced: true,
})

/** The kind LimitRange of v1, as it is on the wire. */
export interface LimitRange extends Raw<k8s.V1LimitRange> {}

/** Where API servers serve limitranges of v1. */
export const LimitRange: Resource<LimitRange> = defineResource({
  group: '',
  version: 'v1',
  kind: 'LimitRange',
  resource: 'limitranges',
  namespaced: true,
})

/** The kind Namespace of v1, as it is on the wire. */
export interface Namespace extends Raw<k8s.V1Namespace> {}

/** Where API servers serve namespaces of v1. */
export const Namespace: Resource<Namespace> = defineResource({
  group: '',
  version: 'v1',
  kind: 'Namespace',
  resource: 'namespaces',
  namespaced: false,
})

/** The kind Node of v1, as it is on the wire. */
export interface Node extends Raw<k8s.V1Node> {}

/** Where API servers serve nodes of v1. */
export const Node: Resource<Node> = defineResource({
  group: '',
  version: 'v1',
  kind: 'Node',
  resource: 'nodes',
  namespaced: false,
})

/** The kind PersistentVolumeClaim of v1, as it is on the wire. */
export interface PersistentVolumeClaim extends Raw<k8s.V1PersistentVolumeClaim> {}

/** Where API servers serve persistentvolumeclaims of v1. */
export const PersistentVolumeClaim: Resource<PersistentVolumeClaim> = defineResource({
  group: '',
  version: 'v1',
  kind: 'PersistentVolumeClaim',
  resource: 'persistentvolumeclaims',
  namespaced: true,
})

/** The kind PersistentVolume of v1, as it is on the wire. */
export interface PersistentVolume extends Raw<k8s.V1PersistentVolume> {}

/** Where API servers serve persistentvolumes of v1. */
export const PersistentVolume: Resource<PersistentVolume> = defineResource({
  group: '',
  version: 'v1',
  kind: 'PersistentVolume',
  resource: 'persistentvolumes',
  namespaced: false,
})

/** The kind Pod of v1, as it is on the wire. */
export interface Pod extends Raw<k8s.V1Pod> {}

/** Where API servers serve pods of v1. */
export const Pod: Resource<Pod> = defineResource({
  group: '',
  version: 'v1',
  kind: 'Pod',
  resource: 'pods',
  namespaced: true,
})

/** The kind PodTemplate of v1, as it is on the wire. */
export interface PodTemplate extends Raw<k8s.V1PodTemplate> {}

/** Where API servers serve podtemplates of v1. */
export const PodTemplate: Resource<PodTemplate> = defineResource({
  group: '',
  version: 'v1',
  kind: 'PodTemplate',
  resource: 'podtemplates',
  namespaced: true,
})

/** The kind ReplicationController of v1, as it is on the wire. */
export interface ReplicationController extends Raw<k8s.V1ReplicationController> {}

/** Where API servers serve replicationcontrollers of v1. */
export const ReplicationController: Resource<ReplicationController> = defineResource({
  group: '',
  version: 'v1',
  kind: 'ReplicationController',
  resource: 'replicationcontrollers',
  namespaced: true,
})

/** The kind ResourceQuota of v1, as it is on the wire. */
export interface ResourceQuota extends Raw<k8s.V1ResourceQuota> {}

/** Where API servers serve resourcequotas of v1. */
export const ResourceQuota: Resource<ResourceQuota> = defineResource({
  group: '',
  version: 'v1',
  kind: 'ResourceQuota',
  resource: 'resourcequotas',
  namespaced: true,
})

/** The kind Secret of v1, as it is on the wire. */
export interface Secret extends Raw<k8s.V1Secret> {}

/** Where API servers serve secrets of v1. */
export const Secret: Resource<Secret> = defineResource({
  group: '',
  version: 'v1',
  kind: 'Secret',
  resource: 'secrets',
  namespaced: true,
})

/** The kind ServiceAccount of v1, as it is on the wire. */
export interface ServiceAccount extends Raw<k8s.V1ServiceAccount> {}

/** Where API servers serve serviceaccounts of v1. */
export const ServiceAccount: Resource<ServiceAccount> = defineResource({
  group: '',
  version: 'v1',
  kind: 'ServiceAccount',
  resource: 'serviceaccounts',
  namespaced: true,
})

/** The kind Service of v1, as it is on the wire. */
export interface Service extends Raw<k8s.V1Service> {}

/** Where API servers serve services of v1. */
export const Service: Resource<Service> = defineResource({
  group: '',
  version: 'v1',
  kind: 'Service',
  resource: 'services',
  namespaced: true,
})
