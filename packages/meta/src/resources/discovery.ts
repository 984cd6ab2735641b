// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind EndpointSlice of discovery.k8s.io/v1, as it is on the wire. */
export interface EndpointSlice extends Raw<k8s.V1EndpointSlice> {}

/** Where API servers serve endpointslices of discovery.k8s.io/v1. */
export const EndpointSlice: Resource<EndpointSlice> = defineResource({
  group: 'discovery.k8s.io',
  version: 'v1',
  kind: 'EndpointSlice',
  resource: 'endpointslices',
  namespaced: true,
})
