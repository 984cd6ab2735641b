import type { Endpoints, EndpointSlice, Node, Pod, Service } from '@rxkube/meta'

/** A Service `foo` with one port, 80 to 8080, that selects `foo: bar`. */
export function service(spec: Service['spec'] = {}, metadata: Service['metadata'] = {}): Service {
  return {
    metadata: { namespace: 'ns', name: 'foo', uid: 'svc-uid', ...metadata },
    spec: {
      selector: { foo: 'bar' },
      clusterIP: '10.0.0.1',
      ipFamilies: ['IPv4'],
      ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }],
      ...spec,
    },
  }
}

/** What a pod can differ in. */
export interface PodFacts {
  readonly ready?: boolean
  readonly phase?: string
  readonly ips?: readonly string[]
  readonly terminating?: boolean
  readonly node?: string
  readonly containers?: Pod['spec']['containers']
  readonly initContainers?: Pod['spec']['containers']
  readonly hostname?: string
  readonly subdomain?: string
  readonly labels?: Record<string, string>
  readonly uid?: string
  readonly resourceVersion?: string
  readonly readySince?: string
}

/** Pod number n: `pod0` has 1.2.3.4, `pod1` has 1.2.3.5. */
export function pod(n: number, facts: PodFacts = {}): Pod {
  const ips = facts.ips ?? [address(n)]
  return {
    metadata: {
      namespace: 'ns',
      name: `pod${n}`,
      uid: facts.uid ?? `uid-${n}`,
      resourceVersion: facts.resourceVersion ?? '1',
      labels: facts.labels ?? { foo: 'bar' },
      ...(facts.terminating === true ? { deletionTimestamp: '2024-01-01T00:00:00Z' } : {}),
    },
    spec: {
      containers: facts.containers ?? [{ name: 'main' }],
      ...(facts.initContainers ? { initContainers: facts.initContainers } : {}),
      ...(facts.node === undefined ? { nodeName: 'node-1' } : facts.node ? { nodeName: facts.node } : {}),
      ...(facts.hostname === undefined ? {} : { hostname: facts.hostname }),
      ...(facts.subdomain === undefined ? {} : { subdomain: facts.subdomain }),
    },
    status: {
      phase: facts.phase ?? 'Running',
      ...(ips[0] === undefined ? {} : { podIP: ips[0] }),
      podIPs: ips.map((ip) => ({ ip })),
      conditions: [
        {
          type: 'Ready',
          status: (facts.ready ?? true) ? 'True' : 'False',
          ...(facts.readySince === undefined ? {} : { lastTransitionTime: facts.readySince }),
        },
      ],
    },
  }
}

/** Pods 0 to count - 1. */
export function pods(count: number, facts: PodFacts = {}): Pod[] {
  return Array.from({ length: count }, (_, n) => pod(n, facts))
}

/** 1.2.3.4 and onwards. */
export function address(n: number): string {
  const value = n + 4
  return `1.2.${3 + Math.floor(value / 250)}.${value % 250}`
}

/** A ready node in a zone. */
export function node(name: string, zone?: string, cpu = '4', ready = true): Node {
  return {
    metadata: { name, labels: zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone } },
    status: {
      allocatable: { cpu },
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    },
  }
}

/** Endpoints of the Service `foo`, as a cache has them. */
export function endpoints(subsets: Endpoints['subsets'], metadata: Endpoints['metadata'] = {}): Endpoints {
  return {
    metadata: { namespace: 'ns', name: 'foo', resourceVersion: '1', labels: {}, ...metadata },
    ...(subsets ? { subsets } : {}),
  }
}

/** How many endpoints each slice has. */
export function sizes(slices: readonly Pick<EndpointSlice, 'endpoints'>[]): number[] {
  return slices.map((slice) => slice.endpoints?.length ?? 0).toSorted((a, b) => b - a)
}
