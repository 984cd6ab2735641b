// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind CustomResourceDefinition of apiextensions.k8s.io/v1, as it is on the wire. */
export interface CustomResourceDefinition extends Raw<k8s.V1CustomResourceDefinition> {}

/** Where API servers serve customresourcedefinitions of apiextensions.k8s.io/v1. */
export const CustomResourceDefinition: Resource<CustomResourceDefinition> = defineResource({
  group: 'apiextensions.k8s.io',
  version: 'v1',
  kind: 'CustomResourceDefinition',
  resource: 'customresourcedefinitions',
  namespaced: false,
})
