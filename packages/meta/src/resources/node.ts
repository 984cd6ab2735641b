// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind RuntimeClass of node.k8s.io/v1, as it is on the wire. */
export interface RuntimeClass extends Raw<k8s.V1RuntimeClass> {}

/** Where API servers serve runtimeclasses of node.k8s.io/v1. */
export const RuntimeClass: Resource<RuntimeClass> = defineResource({
  group: 'node.k8s.io',
  version: 'v1',
  kind: 'RuntimeClass',
  resource: 'runtimeclasses',
  namespaced: false,
})
