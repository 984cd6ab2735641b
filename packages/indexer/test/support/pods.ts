import type { Cached, KubernetesObject } from '@rxkube/meta'

/** As much of a pod as these tests need. */
export interface Pod extends KubernetesObject {
  spec?: { nodeName?: string; containers?: string[] }
}

/** Everything about a test pod that is not the usual. */
export interface PodOptions {
  readonly namespace?: string
  readonly node?: string
  readonly labels?: Record<string, string>
  readonly version?: string
  readonly uid?: string
}

/** A pod of namespace `default`. */
export function pod(name: string, options: PodOptions = {}): Pod {
  const { namespace = 'default', node, labels, version, uid } = options
  return {
    metadata: {
      name,
      namespace,
      ...(labels && { labels }),
      ...(version !== undefined && { resourceVersion: version }),
      ...(uid !== undefined && { uid }),
    },
    ...(node !== undefined && { spec: { nodeName: node } }),
  }
}

/** The node of a pod, if it has one. */
export function byNode(object: Cached<Pod>): readonly string[] {
  const node = object.spec?.nodeName
  return node === undefined ? [] : [node]
}

/** Names of pods, in order. */
export function names(pods: Iterable<Cached<Pod>>): string[] {
  return Array.from(pods, ({ metadata }) => metadata?.name ?? '').toSorted()
}
