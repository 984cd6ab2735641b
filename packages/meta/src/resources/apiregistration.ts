// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind APIService of apiregistration.k8s.io/v1, as it is on the wire. */
export interface APIService extends Raw<k8s.V1APIService> {}

/** Where API servers serve apiservices of apiregistration.k8s.io/v1. */
export const APIService: Resource<APIService> = defineResource({
  group: 'apiregistration.k8s.io',
  version: 'v1',
  kind: 'APIService',
  resource: 'apiservices',
  namespaced: false,
})
