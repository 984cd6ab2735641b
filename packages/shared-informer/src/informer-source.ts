import { listWatch, type Client, type ListerWatcher, type ListWatchOptions } from '@rxkube/client'
import { apiVersionOf, type KubernetesObject, type ObjectMeta, type Resource } from '@rxkube/meta'

/** An object of which only the metadata was asked for. */
export interface PartialObjectMetadata extends KubernetesObject {
  metadata: ObjectMeta
}

/** Where the informers of a factory get their objects; `listWatch` with the factory's client unless told. */
export type InformerSource = <T extends KubernetesObject>(
  resource: Resource<T>,
  options: ListWatchOptions,
) => ListerWatcher<T>

/** Lists and watches through `client`. */
export function clientSource(client: Pick<Client, 'listParts' | 'watch'>): InformerSource {
  return (resource, options) => listWatch(client, resource, options)
}

/** What tells the informers of one factory apart. */
export function informerKey(resource: Resource, projection: 'full' | 'metadata'): string {
  return `${apiVersionOf(resource)}/${resource.resource} ${projection}`
}
