// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind PriorityClass of scheduling.k8s.io/v1, as it is on the wire. */
export interface PriorityClass extends Raw<k8s.V1PriorityClass> {}

/** Where API servers serve priorityclasses of scheduling.k8s.io/v1. */
export const PriorityClass: Resource<PriorityClass> = defineResource({
  group: 'scheduling.k8s.io',
  version: 'v1',
  kind: 'PriorityClass',
  resource: 'priorityclasses',
  namespaced: false,
})
