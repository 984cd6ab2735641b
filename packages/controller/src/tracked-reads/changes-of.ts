import type { Indexer, Write } from '@rxkube/indexer'
import type { Cached, KubernetesObject } from '@rxkube/meta'
import type { ObjectChange } from './dependencies.ts'

/** The objects that a write of a cache changed. */
export function* changesOf(
  write: Write<KubernetesObject>,
  indexer: Pick<Indexer, 'getByKey' | 'keys'>,
): Generator<ObjectChange> {
  switch (write.type) {
    case 'added':
      yield { key: write.key, before: undefined, object: write.object }
      return
    case 'updated':
      yield { key: write.key, before: write.before, object: write.object }
      return
    case 'deleted':
      yield { key: write.key, before: write.before, object: undefined }
      return
    case 'replaced':
      for (const [key, before] of write.before) {
        const object = indexer.getByKey(key)
        if (!isSame(before, object)) yield { key, before, object }
      }
      for (const key of indexer.keys()) {
        if (!write.before.has(key)) yield { key, before: undefined, object: indexer.getByKey(key) }
      }
  }
}

function isSame(before: KubernetesObject, object: Cached<KubernetesObject> | undefined): boolean {
  return (
    before.metadata?.uid === object?.metadata?.uid &&
    before.metadata?.resourceVersion === object?.metadata?.resourceVersion
  )
}
