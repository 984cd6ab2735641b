import type { Cached, Node } from '@rxkube/meta'

/** The zone that a node is counted with, as `region:\0:zone`; empty without either. The old labels win. */
export function zoneKey({ metadata }: Cached<Node>): string {
  const labels = metadata.labels ?? {}
  const zone = labels['failure-domain.beta.kubernetes.io/zone'] ?? labels['topology.kubernetes.io/zone'] ?? ''
  const region =
    labels['failure-domain.beta.kubernetes.io/region'] ?? labels['topology.kubernetes.io/region'] ?? ''
  return zone === '' && region === '' ? '' : `${region}:\0:${zone}`
}

/** Whether a node does not count when it is decided how much of a zone is disrupted. */
export function isExcludedFromDisruption({ metadata }: Cached<Node>): boolean {
  return Object.hasOwn(metadata.labels ?? {}, 'node.kubernetes.io/exclude-disruption')
}
