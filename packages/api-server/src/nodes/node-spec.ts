import type { Taint } from '@rxkube/meta'
import type { JsonObject } from '../codec/json.ts'

/** A node as a test wants it. What is left out is as on a node of 32 cores that has nothing special. */
export interface NodeSpec {
  readonly name: string
  readonly labels?: Readonly<Record<string, string>> | undefined
  readonly annotations?: Readonly<Record<string, string>> | undefined
  readonly taints?: readonly Taint[] | undefined
  /** Quantities by resource; what is not named is 32 cpu, 256Gi memory, 110 pods, 1Ti ephemeral-storage. */
  readonly capacity?: Readonly<Record<string, string>> | undefined
  /** Default: as the capacity. */
  readonly allocatable?: Readonly<Record<string, string>> | undefined
  /** The range of its pods' addresses. Default: a free one of 10.64.0.0/10, as large as its pods need. */
  readonly podCIDR?: string | undefined
  readonly unschedulable?: boolean | undefined
  /** `topology.kubernetes.io/zone`. */
  readonly zone?: string | undefined
  readonly providerID?: string | undefined
}

/** By this annotation an API server's fake nodes know a node as one of them. Upstream: kwok's. */
export const fakeNodeAnnotation = 'kwok.x-k8s.io/node'

const usual = { cpu: '32', 'ephemeral-storage': '1Ti', memory: '256Gi', pods: '110' }

/** The node as a kubelet registers it. */
export function nodeObject(spec: NodeSpec, podCIDR: string): JsonObject {
  const { name, labels, annotations, taints, unschedulable, zone, providerID } = spec
  const capacity = { ...usual, ...spec.capacity }
  return {
    metadata: {
      name,
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        ...(zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone }),
        ...labels,
      },
      annotations: { [fakeNodeAnnotation]: 'fake', 'node.alpha.kubernetes.io/ttl': '0', ...annotations },
    },
    spec: {
      podCIDR,
      podCIDRs: [podCIDR],
      ...(providerID === undefined ? {} : { providerID }),
      ...(unschedulable === true ? { unschedulable } : {}),
      ...(taints === undefined || taints.length === 0 ? {} : { taints }),
    },
    status: { capacity, allocatable: { ...capacity, ...spec.allocatable } },
  }
}

/** How many addresses a node with this capacity has for its pods. */
export function podRangeSize(pods: string | undefined): number {
  const wanted = Number(pods ?? usual.pods)
  let size = 256
  while (size < 2 * wanted && size < 2 ** 20) size *= 2
  return size
}
