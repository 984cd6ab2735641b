// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind FlowSchema of flowcontrol.apiserver.k8s.io/v1, as it is on the wire. */
export interface FlowSchema extends Raw<k8s.V1FlowSchema> {}

/** Where API servers serve flowschemas of flowcontrol.apiserver.k8s.io/v1. */
export const FlowSchema: Resource<FlowSchema> = defineResource({
  group: 'flowcontrol.apiserver.k8s.io',
  version: 'v1',
  kind: 'FlowSchema',
  resource: 'flowschemas',
  namespaced: false,
})

/** The kind PriorityLevelConfiguration of flowcontrol.apiserver.k8s.io/v1, as it is on the wire. */
export interface PriorityLevelConfiguration extends Raw<k8s.V1PriorityLevelConfiguration> {}

/** Where API servers serve prioritylevelconfigurations of flowcontrol.apiserver.k8s.io/v1. */
export const PriorityLevelConfiguration: Resource<PriorityLevelConfiguration> = defineResource({
  group: 'flowcontrol.apiserver.k8s.io',
  version: 'v1',
  kind: 'PriorityLevelConfiguration',
  resource: 'prioritylevelconfigurations',
  namespaced: false,
})
