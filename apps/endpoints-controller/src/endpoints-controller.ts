import type { Duration } from '@rxkube/clock'
import {
  requestKey,
  type Controller,
  type EventRecorderLike,
  type Manager,
  type Reconciler,
} from '@rxkube/controller'
import { Endpoints, Pod, Service } from '@rxkube/meta'

import { planEndpoints } from './decide/endpoints/plan-endpoints.ts'
import { isManaged } from './decide/services.ts'
import { droppedAfter, maxRetries } from './dropped-after.ts'
import { StaleCacheError } from './errors.ts'
import { StaleEndpointsTracker } from './memory/stale-endpoints.ts'
import { TriggerTimeTracker } from './memory/trigger-times.ts'
import { cacheOf, selectedPods } from './watches/caches.ts'
import { endpointsHandler } from './watches/endpoints-handler.ts'
import { podHandler } from './watches/pod-handler.ts'
import { componentRecorder } from './writes/component-recorder.ts'
import { deleteEndpoints, writeEndpoints } from './writes/write-endpoints.ts'

/** The name that kube-controller-manager has for it. */
export const endpointsControllerName = 'endpoints-controller'

/** How the controller works; all of it is optional. */
export interface EndpointsControllerOptions {
  /** How many Services are worked on at once; 5 unless told. kube-controller-manager: `--concurrent-endpoint-syncs`. */
  readonly concurrentSyncs?: number | undefined
  /** How long changes of pods are collected; 0 unless told. kube-controller-manager: `--endpoint-updates-batch-period`. */
  readonly updatesBatchPeriod?: Duration | undefined
  /** Where events go; to the API server unless told, from `endpoint-controller`; nowhere with `false`. */
  readonly recorder?: EventRecorderLike | false | undefined
}

/** Has the manager keep the Endpoints of every Service with a selector as its pods are. */
export function setupEndpoints(manager: Manager, options: EndpointsControllerOptions = {}): Controller {
  const { concurrentSyncs = 5, updatesBatchPeriod = 0 } = options
  const stale = new StaleEndpointsTracker()
  const recorder = componentRecorder(manager, 'endpoint-controller', options.recorder)
  const controller: Controller = manager
    .controller(endpointsControllerName, Service)
    .watches(
      Pod,
      podHandler({
        servicesIn: (namespace) => cacheOf(controller, Service)?.namespace(namespace).list() ?? [],
        batchPeriod: updatesBatchPeriod,
      }),
    )
    .watches(Endpoints, endpointsHandler(stale))
    // It knows by itself whether its cache is behind, and must notice writes of others as well.
    .options({ maxConcurrentReconciles: concurrentSyncs, readYourWrites: 'off' })
    .reconcile(droppedAfter(maxRetries, syncEndpoints(recorder, stale)))
  return controller
}

function syncEndpoints(recorder: EventRecorderLike, stale: StaleEndpointsTracker): Reconciler<Service> {
  const triggerTimes = new TriggerTimeTracker()
  return async (request, context) => {
    const { object: service, client } = context
    const key = requestKey(request)
    if (!service) {
      await deleteEndpoints(request, client)
      triggerTimes.delete(key)
      stale.delete(key)
      return
    }
    if (!isManaged(service)) return
    const pods = selectedPods(context.lister(Pod), service)
    // Remembered even when nothing is written: what was seen now is no news at the next sync.
    const triggerTime = triggerTimes.next(key, service, pods)
    const current = context.lister(Endpoints).getByKey(key)
    if (current && stale.isStale(key, current)) {
      stale.waitFor(key)
      throw new StaleCacheError('endpoints', key)
    }
    const plan = planEndpoints({ service, pods, current, triggerTime })
    await writeEndpoints(request, plan, current, { client, recorder, stale })
  }
}
