export {
  endpointsControllerName,
  setupEndpoints,
  type EndpointsControllerOptions,
} from './endpoints-controller.ts'
export {
  endpointSliceControllerName,
  setupEndpointSlices,
  type EndpointSliceControllerOptions,
} from './endpoint-slice-controller.ts'
export { MissingNodeError, SliceWriteError, StaleCacheError } from './errors.ts'
export { endpointsPerSyncBuckets, type EndpointSliceMetrics, type SliceTotals } from './slice-metrics.ts'
export { endpointsController, endpointSliceController } from './descriptors.ts'
