import type { Cached, Pod, Service } from '@rxkube/meta'

import { belongsInEndpoints, isPodReady } from '../pods/candidates.ts'
import { findPort } from '../pods/find-port.ts'
import { addressOf, type EndpointSubset } from './address-of.ts'
import { packSubsets, type PortedAddress } from './pack-subsets.ts'

/** The subsets that a Service should have, given the pods it selects. */
export function desiredSubsets(service: Cached<Service>, pods: readonly Cached<Pod>[]): EndpointSubset[] {
  const unreadyToo = service.spec?.publishNotReadyAddresses === true
  const entries: PortedAddress[] = []
  for (const pod of pods) {
    if (!belongsInEndpoints(pod, unreadyToo)) continue
    const address = addressOf(service, pod)
    if (!address) continue
    const ready = unreadyToo || isPodReady(pod)
    for (const port of portsOf(service, pod)) entries.push({ address, port, ready })
  }
  return packSubsets(entries)
}

/** The ports of a pod; a headless Service may do without, which is one address with no port. */
function portsOf({ spec }: Cached<Service>, pod: Cached<Pod>): PortedAddress['port'][] {
  const servicePorts = spec?.ports ?? []
  if (servicePorts.length === 0) return spec?.clusterIP === 'None' ? [undefined] : []
  return servicePorts.flatMap((servicePort) => {
    const port = findPort(pod, servicePort, { sidecars: true })
    if (port === undefined) return []
    const { name, protocol = 'TCP', appProtocol } = servicePort
    return [{ ...(name ? { name } : {}), port, protocol, ...(appProtocol ? { appProtocol } : {}) }]
  })
}
