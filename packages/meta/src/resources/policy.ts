// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind PodDisruptionBudget of policy/v1, as it is on the wire. */
export interface PodDisruptionBudget extends Raw<k8s.V1PodDisruptionBudget> {}

/** Where API servers serve poddisruptionbudgets of policy/v1. */
export const PodDisruptionBudget: Resource<PodDisruptionBudget> = defineResource({
  group: 'policy',
  version: 'v1',
  kind: 'PodDisruptionBudget',
  resource: 'poddisruptionbudgets',
  namespaced: true,
})

/** The kind Eviction of policy/v1, as it is on the wire. */
export interface Eviction extends Raw<k8s.V1Eviction> {}
