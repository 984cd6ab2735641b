import type { Indexer } from '@rxkube/indexer'
import type { Cached, KubernetesObject } from '@rxkube/meta'

/** The values that an index has for an object; none where its function fails, as in the index itself. */
export function indexValues<T extends KubernetesObject>(
  indexer: Pick<Indexer<T>, 'getIndexers'>,
  index: string,
  object: Cached<T>,
): readonly string[] {
  try {
    return indexer.getIndexers().get(index)?.(object) ?? []
  } catch {
    // The indexer calls it for the same object, and tells of it.
    return []
  }
}
