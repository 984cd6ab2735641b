import { isConditionTrue, type Cached, type Pod, type Service } from '@rxkube/meta'

/** Whether a pod can have a place among the addresses at all: it is not over, has an IP, and goes on living if it must. */
export function belongsInEndpoints(pod: Cached<Pod>, includeTerminating: boolean): boolean {
  const { phase, podIP, podIPs } = pod.status ?? {}
  if (phase === 'Failed' || phase === 'Succeeded') return false
  if (!podIP && !podIPs?.length) return false
  return includeTerminating || !isTerminating(pod)
}

/** Whether the pod's condition Ready is True. */
export function isPodReady({ status }: Cached<Pod>): boolean {
  return isConditionTrue(status?.conditions, 'Ready')
}

/** Whether the pod was asked to end. */
export function isTerminating({ metadata }: Cached<Pod>): boolean {
  return metadata.deletionTimestamp !== undefined
}

/** The name that DNS gives the pod below the Service, when the pod asks for one. */
export function hostnameOf(pod: Cached<Pod>, service: Cached<Service>): string | undefined {
  const { hostname, subdomain } = pod.spec
  const same = subdomain === service.metadata.name && pod.metadata.namespace === service.metadata.namespace
  return hostname && same ? hostname : undefined
}
