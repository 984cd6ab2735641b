// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind CronJob of batch/v1, as it is on the wire. */
export interface CronJob extends Raw<k8s.V1CronJob> {}

/** Where API servers serve cronjobs of batch/v1. */
export const CronJob: Resource<CronJob> = defineResource({
  group: 'batch',
  version: 'v1',
  kind: 'CronJob',
  resource: 'cronjobs',
  namespaced: true,
})

/** The kind Job of batch/v1, as it is on the wire. */
export interface Job extends Raw<k8s.V1Job> {}

/** Where API servers serve jobs of batch/v1. */
export const Job: Resource<Job> = defineResource({
  group: 'batch',
  version: 'v1',
  kind: 'Job',
  resource: 'jobs',
  namespaced: true,
})
