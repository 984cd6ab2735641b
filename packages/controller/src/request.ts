import type { Cached, KubernetesObject, ObjectName } from '@rxkube/meta'

/**
 * What a reconcile is about: the name of an object, never the object. controller-runtime: `reconcile.Request`.
 *
 * `namespace` is empty for objects of the cluster.
 */
export interface Request extends ObjectName {
  readonly namespace: string
  readonly name: string
}

/** `namespace/name`, or `name` alone: what makes two requests the same one. */
export function requestKey({ namespace, name }: ObjectName): string {
  return namespace ? `${namespace}/${name}` : name
}

/** The request about an object, or undefined for one without a name. */
export function requestFor({ metadata }: KubernetesObject | Cached<KubernetesObject>): Request | undefined {
  return metadata?.name ? { namespace: metadata.namespace ?? '', name: metadata.name } : undefined
}
