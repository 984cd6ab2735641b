import type { Request } from '@rxkube/controller'
import type { Cached, KubernetesObject } from '@rxkube/meta'

/** The request about an object of a cache. */
export function requestOf({ metadata }: Cached<KubernetesObject>): Request {
  return { namespace: metadata?.namespace ?? '', name: metadata?.name ?? '' }
}
