import type { Cached, Node, Pod, Service } from '@rxkube/meta'

import { belongsInEndpoints } from '../pods/candidates.ts'
import { endpointOf } from './endpoint-of.ts'
import { portGroup, slicePortsOf } from './slice-ports.ts'
import type { AddressType, Endpoint, SlicePort } from './slice.ts'

/** Endpoints that serve the same ports, and so share slices. */
interface PortGroup {
  readonly ports: readonly SlicePort[]
  readonly endpoints: readonly Endpoint[]
}

/** A pod whose node the cache does not have. */
export interface MissingNode {
  readonly pod: string
  readonly node: string
}

/** What slices of a family should hold. */
export interface DesiredGroups {
  readonly groups: ReadonlyMap<string, PortGroup>
  /** Pods that were left out: nobody knows their zone, so the Service has to be looked at again. */
  readonly missing: readonly MissingNode[]
}

/** The endpoints of pods, by the ports that each of them serves. */
export function desiredGroups(
  service: Cached<Service>,
  pods: readonly Cached<Pod>[],
  addressType: AddressType,
  nodeOf: (name: string) => Cached<Node> | undefined,
): DesiredGroups {
  const groups = new Map<string, { readonly ports: readonly SlicePort[]; readonly endpoints: Endpoint[] }>()
  const missing: MissingNode[] = []
  for (const pod of pods) {
    if (!belongsInEndpoints(pod, true)) continue
    const ports = slicePortsOf(service, pod)
    const key = portGroup(ports)
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { ports, endpoints: [] }))
    const node = nodeOf(pod.spec.nodeName ?? '')
    if (!node && service.spec?.publishNotReadyAddresses !== true) {
      missing.push({ pod: pod.metadata.name ?? '', node: pod.spec.nodeName ?? '' })
      continue
    }
    const endpoint = endpointOf(pod, node, service, addressType)
    if (endpoint) group.endpoints.push(endpoint)
  }
  return { groups, missing }
}
