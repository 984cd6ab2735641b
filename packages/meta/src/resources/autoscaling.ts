// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind HorizontalPodAutoscaler of autoscaling/v2, as it is on the wire. */
export interface HorizontalPodAutoscaler extends Raw<k8s.V2HorizontalPodAutoscaler> {}

/** Where API servers serve horizontalpodautoscalers of autoscaling/v2. */
export const HorizontalPodAutoscaler: Resource<HorizontalPodAutoscaler> = defineResource({
  group: 'autoscaling',
  version: 'v2',
  kind: 'HorizontalPodAutoscaler',
  resource: 'horizontalpodautoscalers',
  namespaced: true,
})

/** The kind HorizontalPodAutoscaler of autoscaling/v1, as it is on the wire. */
export interface HorizontalPodAutoscalerV1 extends Raw<k8s.V1HorizontalPodAutoscaler> {}

/** Where API servers serve horizontalpodautoscalers of autoscaling/v1. */
export const HorizontalPodAutoscalerV1: Resource<HorizontalPodAutoscalerV1> = defineResource({
  group: 'autoscaling',
  version: 'v1',
  kind: 'HorizontalPodAutoscaler',
  resource: 'horizontalpodautoscalers',
  namespaced: true,
})

/** The kind Scale of autoscaling/v1, as it is on the wire. */
export interface Scale extends Raw<k8s.V1Scale> {}
