import type { Backend } from '../backend.ts'
import { DisruptionController } from './disruption-controller.ts'
import { GarbageCollector } from './garbage-collector.ts'
import { PodGarbageCollector } from './pod-garbage-collector.ts'

/** The controllers that run inside of a server. */
export interface Controllers {
  /** Ends them: no timer is left, nothing is written any more. */
  stop(): void
}

/** Starts those controllers that are on; `failed` hears of what one of them threw by mistake. */
export function startControllers(backend: Backend, failed: (error: unknown) => void): Controllers {
  const { controllers } = backend
  const started: Controllers[] = []
  if (controllers.has('garbage-collector')) started.push(new GarbageCollector(backend, failed))
  if (controllers.has('disruption')) started.push(new DisruptionController(backend, failed))
  if (controllers.has('pod-garbage-collector')) started.push(new PodGarbageCollector(backend, failed))
  return {
    stop: () => {
      for (const controller of started) controller.stop()
    },
  }
}
