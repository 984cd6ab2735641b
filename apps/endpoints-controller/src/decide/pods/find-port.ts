import type { Cached, Pod, Service } from '@rxkube/meta'

/** One port of a Service. */
export type ServicePort = NonNullable<NonNullable<Cached<Service>['spec']>['ports']>[number]

type Container = Cached<Pod>['spec']['containers'][number]

/**
 * The number behind a port of a Service in one pod: a number as it is, a name as the first port of that name and
 * protocol in the pod's containers. `sidecars` looks into init containers that keep running, too.
 */
export function findPort(
  pod: Cached<Pod>,
  servicePort: ServicePort,
  { sidecars }: { readonly sidecars: boolean },
): number | undefined {
  const target = servicePort.targetPort ?? servicePort.port
  if (typeof target === 'number') return target
  const protocol = servicePort.protocol ?? 'TCP'
  const named = namedPort(pod.spec.containers, target, protocol)
  if (named !== undefined || !sidecars) return named
  const running = (pod.spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always')
  return namedPort(running, target, protocol)
}

function namedPort(containers: readonly Container[], name: string, protocol: string): number | undefined {
  for (const { ports } of containers) {
    const port = ports?.find((each) => each.name === name && (each.protocol ?? 'TCP') === protocol)
    if (port) return port.containerPort
  }
  return undefined
}
