export {
  podDeletionDurationBuckets,
  type TaintControllerMetrics,
  type TaintControllerOptions,
} from './taint-controller-options.ts'
export { setup, taintControllerName, type TaintController } from './taint-controller.ts'
export { TaintEviction, type TaintEvictionParts } from './taint-eviction.ts'
export type { EvictedPod } from './writes/evict-pod.ts'
export { taintEvictionController } from './descriptor.ts'
