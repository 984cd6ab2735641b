import type { Backend } from '../backend.ts'
import { CustomResources } from '../custom-resources/custom-resources.ts'
import { DisruptionController } from './disruption-controller.ts'
import { EventExpiry } from './event-expiry.ts'
import { GarbageCollector } from './garbage-collector.ts'
import { NamespaceController } from './namespace-controller.ts'
import { RoleAggregation } from '../rbac/role-aggregation.ts'
import { Scheduler } from '../scheduler/scheduler.ts'
import { defaultAccounts, rootCaPublisher } from '../service-accounts/service-account-controller.ts'
import { PodGarbageCollector } from './pod-garbage-collector.ts'

/** The controllers that run inside of a server. */
export interface Controllers {
  /** Ends them: no timer is left, nothing is written any more. */
  stop(): void
}

/** Starts those controllers that are on; `failed` hears of what one of them threw by mistake. */
export function startControllers(backend: Backend, failed: (error: unknown) => void): Controllers {
  const { controllers } = backend
  // What a real API server does by itself is never off.
  const started: Controllers[] = [new CustomResources(backend, failed), new EventExpiry(backend, failed)]
  if (controllers.has('namespace')) started.push(new NamespaceController(backend, failed))
  if (controllers.has('garbage-collector')) started.push(new GarbageCollector(backend, failed))
  if (controllers.has('disruption')) started.push(new DisruptionController(backend, failed))
  if (controllers.has('pod-garbage-collector')) started.push(new PodGarbageCollector(backend, failed))
  if (controllers.has('serviceaccount')) started.push(defaultAccounts(backend, failed))
  if (controllers.has('root-ca-certificate-publisher')) started.push(rootCaPublisher(backend, failed))
  if (controllers.has('clusterrole-aggregation')) started.push(new RoleAggregation(backend, failed))
  if (controllers.has('scheduler')) started.push(new Scheduler(backend, failed))
  return {
    stop: () => {
      for (const controller of started) controller.stop()
    },
  }
}
