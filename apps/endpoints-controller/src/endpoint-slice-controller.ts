import { TokenBucket, type Clock, type Duration } from '@rxkube/clock'
import {
  requestKey,
  type Controller,
  type EventRecorderLike,
  type Manager,
  type Request,
} from '@rxkube/controller'
import { EndpointSlice, Node, Pod, Service } from '@rxkube/meta'
import {
  BucketRateLimiter,
  ItemExponentialFailureRateLimiter,
  MaxOfRateLimiter,
  type RateLimiter,
} from '@rxkube/workqueue'

import { droppedAfter, maxRetries } from './dropped-after.ts'
import { SliceMemory } from './memory/slice-memory.ts'
import type { EndpointSliceMetrics } from './slice-metrics.ts'
import { syncSlices } from './sync-slices.ts'
import { cacheOf, slicesByService } from './watches/caches.ts'
import { nodeHandler } from './watches/node-handler.ts'
import { podHandler } from './watches/pod-handler.ts'
import { sliceHandler } from './watches/slice-handler.ts'
import { componentRecorder } from './writes/component-recorder.ts'

/** The name that kube-controller-manager has for it. */
export const endpointSliceControllerName = 'endpointslice-controller'

/** How the controller works; all of it is optional. */
export interface EndpointSliceControllerOptions {
  /** How many Services are worked on at once; 5 unless told. kube-controller-manager: `--concurrent-service-endpoint-syncs`. */
  readonly concurrentSyncs?: number | undefined
  /** Between 1 and 1000; 100 unless told. kube-controller-manager: `--max-endpoints-per-slice`. */
  readonly maxEndpointsPerSlice?: number | undefined
  /** How long changes of pods are collected; 0 unless told. kube-controller-manager: `--endpointslice-updates-batch-period`. */
  readonly updatesBatchPeriod?: Duration | undefined
  /** Where events go; to the API server unless told, from `endpoint-slice-controller`; nowhere with `false`. */
  readonly recorder?: EventRecorderLike | false | undefined
  readonly metrics?: EndpointSliceMetrics | undefined
}

/** Has the manager keep the EndpointSlices of every Service with a selector as its pods are. */
export function setupEndpointSlices(
  manager: Manager,
  options: EndpointSliceControllerOptions = {},
): Controller {
  const { concurrentSyncs = 5, maxEndpointsPerSlice = 100, updatesBatchPeriod = 0, metrics } = options
  const recorder = componentRecorder(manager, 'endpoint-slice-controller', options.recorder)
  const memory = new SliceMemory({
    maxEndpointsPerSlice,
    nodes: () => cacheOf(controller, Node)?.list() ?? [],
  })
  const controller: Controller = manager
    .controller(endpointSliceControllerName, Service)
    .watches(
      Pod,
      podHandler({
        servicesIn: (namespace) => cacheOf(controller, Service)?.namespace(namespace).list() ?? [],
        batchPeriod: updatesBatchPeriod,
      }),
    )
    .watches(EndpointSlice, sliceHandler(memory.tracker, updatesBatchPeriod), { indexers: slicesByService })
    .watches(Node, nodeHandler(memory.topology))
    // It knows by itself whether its cache is behind, and must notice writes of others as well.
    .options({
      maxConcurrentReconciles: concurrentSyncs,
      readYourWrites: 'off',
      rateLimiter: sliceRateLimiter(manager.client.clock),
    })
    .reconcile(droppedAfter(maxRetries, syncSlices({ memory, recorder, metrics, maxEndpointsPerSlice })))
  return controller
}

/** 1 s doubling to 1000 s for each Service, for a cache that is behind needs a moment; 10 a second for all of them. */
function sliceRateLimiter(clock: Clock): RateLimiter<Request> {
  return new MaxOfRateLimiter<Request>(
    new ItemExponentialFailureRateLimiter('1s', '1000s', { clock, keyOf: requestKey }),
    new BucketRateLimiter(new TokenBucket({ qps: 10, burst: 100, clock })),
  )
}
