import type { Request } from '@rxkube/controller'
import type { Cached, Deployment } from '@rxkube/meta'

/** What a look at a Deployment is asked for with. */
export function requestOf({ metadata }: Cached<Deployment>): Request {
  return { namespace: metadata.namespace ?? '', name: metadata.name ?? '' }
}
