import {
  IndexerConflictError,
  metaNamespaceIndexFunc,
  namespaceIndex,
  type IndexFunc,
  type Indexers,
} from '@rxkube/indexer'
import type { KubernetesObject } from '@rxkube/meta'

/** The index that every informer has. */
export type NamespaceIndex = typeof namespaceIndex

/** The indexers of an informer with the one by namespace. Throws IndexerConflictError for another one of that name. */
export function withNamespaceIndex<T extends KubernetesObject, IndexName extends string>(
  indexers: Indexers<T, IndexName> | undefined,
): Indexers<T, IndexName | NamespaceIndex> {
  const all = { [namespaceIndex]: metaNamespaceIndexFunc, ...indexers } as Indexers<
    T,
    IndexName | NamespaceIndex
  >
  // Listers and live queries find the objects of a namespace by it.
  if (all[namespaceIndex] !== (metaNamespaceIndexFunc as IndexFunc<T>))
    throw new IndexerConflictError([namespaceIndex])
  return all
}
