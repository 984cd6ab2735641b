import type { Cached, KubernetesObject } from '@rxkube/meta'

/**
 * Says under which values an object is filed in one index: none, one or several; duplicates collapse.
 * Must depend on the object alone. Upstream: `IndexFunc`.
 */
export type IndexFunc<T> = (object: Cached<T>) => readonly string[]

/** Index functions by the name of their index. Upstream: `Indexers`. */
export type Indexers<T, Name extends string = string> = Readonly<Record<Name, IndexFunc<T>>>

/** Name of the index by namespace that listers look for. Upstream: `NamespaceIndex`. */
export const namespaceIndex = 'namespace'

/** Files an object under its namespace, `''` for cluster scope. Upstream: `MetaNamespaceIndexFunc`. */
export function metaNamespaceIndexFunc(object: Cached<KubernetesObject>): readonly string[] {
  return [object.metadata?.namespace ?? '']
}
