import type { Cached, Endpoints, Pod, Service } from '@rxkube/meta'

import { hostnameOf } from '../pods/candidates.ts'
import { ipFamilyOf, type IPFamily } from '../pods/ip-family.ts'

/** One group of addresses that serve the same ports. */
export type EndpointSubset = NonNullable<Endpoints['subsets']>[number]
/** One address of a subset. */
export type EndpointAddress = NonNullable<EndpointSubset['addresses']>[number]

/** The address of a pod for a Service, or undefined when the pod has none of the Service's family. */
export function addressOf(service: Cached<Service>, pod: Cached<Pod>): EndpointAddress | undefined {
  const family = familyFor(service, pod)
  const ip = pod.status?.podIPs?.find((each) => ipFamilyOf(each.ip) === family)?.ip
  if (!ip) return undefined
  const { namespace, name, uid } = pod.metadata
  const hostname = hostnameOf(pod, service)
  return {
    ip,
    nodeName: pod.spec.nodeName ?? '',
    ...(hostname === undefined ? {} : { hostname }),
    // Without the pod's resourceVersion, or every change of the pod would be one of the Endpoints.
    targetRef: {
      kind: 'Pod',
      ...(namespace === undefined ? {} : { namespace }),
      ...(name === undefined ? {} : { name }),
      ...(uid === undefined ? {} : { uid }),
    },
  }
}

/** Endpoints are of one family: the Service's first; one that no server has defaulted yet tells by its IP or the pod's. */
function familyFor({ spec }: Cached<Service>, pod: Cached<Pod>): IPFamily {
  const first = spec?.ipFamilies?.[0]
  if (first !== undefined) return first === 'IPv6' ? 'IPv6' : 'IPv4'
  const headless = !spec?.clusterIP || spec.clusterIP === 'None'
  return ipFamilyOf(headless ? pod.status?.podIP : spec.clusterIP)
}
