// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind Lease of coordination.k8s.io/v1, as it is on the wire. */
export interface Lease extends Raw<k8s.V1Lease> {}

/** Where API servers serve leases of coordination.k8s.io/v1. */
export const Lease: Resource<Lease> = defineResource({
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  resource: 'leases',
  namespaced: true,
})
