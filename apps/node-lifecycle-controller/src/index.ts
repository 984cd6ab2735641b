export {
  nodeLifecycleControllerName,
  setup,
  type NodeLifecycleController,
} from './node-lifecycle-controller.ts'
export type { NodeLifecycleOptions } from './node-lifecycle-options.ts'
export type { NodeLifecycleMetrics } from './surroundings.ts'
export { PodsNotMarkedError } from './writes/mark-pods-not-ready.ts'
export { NodeNotCachedError } from './writes/process-pod.ts'
export { nodeLifecycleController } from './descriptor.ts'
