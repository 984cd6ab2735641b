import type { KubernetesObject, Resource } from '@rxkube/meta'
import type { Client } from './client.ts'
import type { Decoder } from './frames/decoder.ts'
import type { ListerWatcher, ListOptions, ListPart, WatchStream } from './lister-watcher.ts'
import { collectionPath, resourceName } from './request/path.ts'

/** Which objects of a kind are listed and watched. */
export interface ListWatchOptions {
  /** Of all namespaces unless told; `''` is all of them as well, as upstream's `NamespaceAll`. */
  readonly namespace?: string | undefined
  readonly labelSelector?: string | undefined
  readonly fieldSelector?: string | undefined
  /** Has the last word on the options of every request, lists and watches alike. */
  readonly tweakListOptions?: ((options: ListOptions) => ListOptions) | undefined
  /** `metadata` asks for objects of `metadata` alone. */
  readonly projection?: 'full' | 'metadata' | undefined
  /** `drop` cuts `metadata.managedFields` off before objects are parsed: for informers, which strip them anyway. */
  readonly managedFields?: 'keep' | 'drop' | undefined
  /** Makes objects of bytes; the client's own unless told. `managedFields` then does not count. */
  readonly decoder?: Decoder<KubernetesObject> | undefined
  /** The server is known not to do WatchList. */
  readonly watchListUnsupported?: boolean | undefined
}

/**
 * Lists and watches one collection through a client. Throws a `NamespaceScopeError` and an `InvalidPathSegmentError` for
 * what no server has. client-go: `cache.NewFilteredListWatchFromClient`.
 */
export function listWatch<T extends KubernetesObject>(
  client: Pick<Client, 'listParts' | 'watch'>,
  resource: Resource<T>,
  options: ListWatchOptions = {},
): ListerWatcher<T> {
  const { namespace, labelSelector, fieldSelector, watchListUnsupported } = options
  // What can never work would be tried again and again.
  collectionPath(resource, namespace)
  const { projection, managedFields, decoder } = options
  const tweak = options.tweakListOptions ?? ((asked: ListOptions): ListOptions => asked)
  const fixed = {
    ...(labelSelector !== undefined && { labelSelector }),
    ...(fieldSelector !== undefined && { fieldSelector }),
  }
  const how = { namespace, projection, managedFields, decoder }
  return listerWatcherFrom({
    description: resourceName(resource) + (namespace ? ` in namespace ${namespace}` : ''),
    watchListUnsupported,
    list: (asked, { signal }) =>
      client.listParts(resource, { ...tweak({ ...asked, ...fixed }), ...how, signal }),
    watch: (asked, { signal }) =>
      client.watch(resource, { ...tweak({ ...asked, ...fixed }), ...how, signal }),
  })
}

/** What `listerWatcherFrom` is given. */
export interface ListerWatcherFunctions<T extends KubernetesObject> {
  readonly description?: string | undefined
  readonly watchListUnsupported?: boolean | undefined
  readonly list: (options: ListOptions, call: { readonly signal: AbortSignal }) => AsyncIterable<ListPart<T>>
  readonly watch: (options: ListOptions, call: { readonly signal: AbortSignal }) => Promise<WatchStream<T>>
}

/** A ListerWatcher of two functions. client-go: `cache.ListWatch`. */
export function listerWatcherFrom<T extends KubernetesObject>({
  description = 'objects',
  watchListUnsupported,
  list,
  watch,
}: ListerWatcherFunctions<T>): ListerWatcher<T> {
  return { description, ...(watchListUnsupported !== undefined && { watchListUnsupported }), list, watch }
}
