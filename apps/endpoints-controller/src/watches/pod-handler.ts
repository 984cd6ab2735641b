import type { Duration } from '@rxkube/clock'
import type { EventHandler, RequestQueue } from '@rxkube/controller'
import type { Cached, Pod, Service } from '@rxkube/meta'

import { servicesOf, servicesToUpdate } from '../decide/pods/fan-out.ts'
import { requestOf } from './request-of.ts'

/** What pods wake. */
export interface PodHandlerOptions {
  /** The Services of a namespace, as the cache has them. */
  readonly servicesIn: (namespace: string) => readonly Cached<Service>[]
  /** How long changes of pods are collected before their Service is looked at. */
  readonly batchPeriod: Duration
}

/** Pods wake the Services that select them, and those that did. */
export function podHandler({ servicesIn, batchPeriod }: PodHandlerOptions): EventHandler<Pod> {
  const wake = (services: Iterable<Cached<Service>>, queue: RequestQueue): void => {
    for (const service of services) {
      queue.addAfter(requestOf(service), batchPeriod)
    }
  }
  const wakeAll = (pod: Cached<Pod>, queue: RequestQueue): void => {
    wake(servicesOf(pod.metadata.labels, servicesIn(pod.metadata.namespace ?? '')), queue)
  }
  return {
    added: ({ object }, queue) => wakeAll(object, queue),
    updated: ({ before, object, replaced }, queue) => {
      if (replaced) {
        // Another pod of the same name: the one is gone and the other has come.
        wakeAll(before, queue)
        wakeAll(object, queue)
        return
      }
      wake(servicesToUpdate(before, object, servicesIn(object.metadata.namespace ?? '')), queue)
    },
    deleted: ({ object }, queue) => wakeAll(object, queue),
  }
}
