// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind IngressClass of networking.k8s.io/v1, as it is on the wire. */
export interface IngressClass extends Raw<k8s.V1IngressClass> {}

/** Where API servers serve ingressclasses of networking.k8s.io/v1. */
export const IngressClass: Resource<IngressClass> = defineResource({
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'IngressClass',
  resource: 'ingressclasses',
  namespaced: false,
})

/** The kind Ingress of networking.k8s.io/v1, as it is on the wire. */
export interface Ingress extends Raw<k8s.V1Ingress> {}

/** Where API servers serve ingresses of networking.k8s.io/v1. */
export const Ingress: Resource<Ingress> = defineResource({
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'Ingress',
  resource: 'ingresses',
  namespaced: true,
})

/** The kind NetworkPolicy of networking.k8s.io/v1, as it is on the wire. */
export interface NetworkPolicy extends Raw<k8s.V1NetworkPolicy> {}

/** Where API servers serve networkpolicies of networking.k8s.io/v1. */
export const NetworkPolicy: Resource<NetworkPolicy> = defineResource({
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'NetworkPolicy',
  resource: 'networkpolicies',
  namespaced: true,
})
