import type { Cached, Node, Pod, Service } from '@rxkube/meta'

import { zoneLabel } from '../../well-known.ts'
import { hostnameOf, isPodReady, isTerminating } from '../pods/candidates.ts'
import { ipFamilyOf } from '../pods/ip-family.ts'
import type { AddressType, Endpoint } from './slice.ts'

/**
 * The endpoint that a pod is in slices of a family, or undefined when it has no address of it. A pod that ends while it
 * still answers is serving and not ready.
 */
export function endpointOf(
  pod: Cached<Pod>,
  node: Cached<Node> | undefined,
  service: Cached<Service>,
  addressType: AddressType,
): Endpoint | undefined {
  const addresses = (pod.status?.podIPs ?? [])
    .map(({ ip }) => ip)
    .filter((ip) => ip && ipFamilyOf(ip) === addressType)
  if (addresses.length === 0) return undefined
  const serving = isPodReady(pod)
  const terminating = isTerminating(pod)
  const { namespace, name, uid } = pod.metadata
  const zone = node?.metadata.labels?.[zoneLabel]
  const hostname = hostnameOf(pod, service)
  return {
    addresses,
    conditions: {
      ready: service.spec?.publishNotReadyAddresses === true || (serving && !terminating),
      serving,
      terminating,
    },
    ...(hostname === undefined ? {} : { hostname }),
    targetRef: {
      kind: 'Pod',
      ...(namespace === undefined ? {} : { namespace }),
      ...(name === undefined ? {} : { name }),
      ...(uid === undefined ? {} : { uid }),
    },
    ...(pod.spec.nodeName ? { nodeName: pod.spec.nodeName } : {}),
    ...(zone ? { zone } : {}),
  }
}

/** What tells endpoints apart: addresses, hostname and the pod's name. */
export function endpointKey({ addresses, hostname, targetRef }: Endpoint): string {
  return JSON.stringify([
    addresses.toSorted(),
    hostname ?? '',
    targetRef?.namespace ?? '',
    targetRef?.name ?? '',
  ])
}

/** Whether two endpoints of the same key agree in all the rest; the pod's version and hints do not count. */
export function sameEndpoint(a: Endpoint, b: Endpoint): boolean {
  return (
    a.nodeName === b.nodeName &&
    a.zone === b.zone &&
    a.conditions?.ready === b.conditions?.ready &&
    a.conditions?.serving === b.conditions?.serving &&
    a.conditions?.terminating === b.conditions?.terminating &&
    a.targetRef?.kind === b.targetRef?.kind &&
    a.targetRef?.uid === b.targetRef?.uid
  )
}
