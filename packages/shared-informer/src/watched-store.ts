import type { Indexer } from '@rxkube/indexer'
import type { KubernetesObject } from '@rxkube/meta'
import type { DeltaStore } from './process-deltas.ts'

/**
 * The cache as the drain loop writes it, told of when a write begins and ends.
 *
 * Live queries and index functions run within a write. A handler that they add there has to wait for the end of the
 * turn: the write is in the cache already, and its notification still to come.
 */
export function watchedStore<T extends KubernetesObject>(
  indexer: Indexer<T>,
  writing: (isWriting: boolean) => void,
): DeltaStore<T> {
  const write = <R>(act: () => R): R => {
    writing(true)
    try {
      return act()
    } finally {
      writing(false)
    }
  }
  return {
    get size() {
      return indexer.size
    },
    getByKey: (key) => indexer.getByKey(key),
    keys: () => indexer.keys(),
    prepareReplace: () => indexer.prepareReplace(),
    bookmark: (resourceVersion) => indexer.bookmark(resourceVersion),
    add: (object) => write(() => indexer.add(object)),
    delete: (object) => write(() => indexer.delete(object)),
    transaction: (operations) => write(() => indexer.transaction(operations)),
    replace: (objects, resourceVersion) => write(() => indexer.replace(objects, resourceVersion)),
  }
}
