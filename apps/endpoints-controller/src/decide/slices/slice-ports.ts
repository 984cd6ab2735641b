import type { Cached, Pod, Service } from '@rxkube/meta'

import { findPort } from '../pods/find-port.ts'
import type { SlicePort } from './slice.ts'

/**
 * The ports that a pod serves for a Service; those it does not have are left out. Sidecars are not looked into, unlike
 * for Endpoints: a quirk of upstream's, kept.
 */
export function slicePortsOf({ spec }: Cached<Service>, pod: Cached<Pod>): SlicePort[] {
  return (spec?.ports ?? []).flatMap((servicePort) => {
    const port = findPort(pod, servicePort, { sidecars: false })
    if (port === undefined) return []
    const { name = '', protocol = 'TCP', appProtocol } = servicePort
    return [{ name, port, protocol, ...(appProtocol ? { appProtocol } : {}) }]
  })
}

/** What tells lists of ports apart, whatever their order: slices have the same ports throughout. Upstream: PortMapKey. */
export function portGroup(ports: readonly SlicePort[]): string {
  return ports
    .map(({ name, port, protocol, appProtocol }) =>
      JSON.stringify([name ?? '', port ?? null, protocol ?? 'TCP', appProtocol ?? null]),
    )
    .toSorted()
    .join('\n')
}
