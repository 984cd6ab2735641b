import type { CacheReader, Controller } from '@rxkube/controller'
import { lister, type Indexers, type Lister } from '@rxkube/indexer'
import {
  EndpointSlice,
  type Cached,
  type KubernetesObject,
  type Pod,
  type Resource,
  type Service,
} from '@rxkube/meta'

import { selects } from '../decide/services.ts'
import { serviceKeyOf } from '../memory/slice-tracker.ts'
import { isMine } from './slice-handler.ts'

/** The index of slices by `namespace/name` of their Service: those alone that this controller writes. */
export const serviceIndex = 'service'

/** For the cache of slices. */
export const slicesByService: Indexers<EndpointSlice> = {
  [serviceIndex]: (slice) => (isMine(slice) ? [serviceKeyOf(slice)] : []),
}

/** The pods that a Service selects. */
export function selectedPods(pods: CacheReader<Pod>, service: Cached<Service>): Cached<Pod>[] {
  return pods
    .namespace(service.metadata.namespace ?? '')
    .list()
    .filter(({ metadata }) => selects(service, metadata.labels))
}

/** Reads a cache of a controller outside of its reconciles: for event handlers. Empty once the controller has stopped. */
export function cacheOf<T extends KubernetesObject>(
  controller: Controller,
  resource: Resource<T>,
): Lister<T> | undefined {
  const cache = controller.caches.find(
    (each) => each.resource.group === resource.group && each.resource.resource === resource.resource,
  )
  return cache && (lister(cache.informer.indexer, resource) as unknown as Lister<T>)
}
