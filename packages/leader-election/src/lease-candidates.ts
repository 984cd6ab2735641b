import { defineResource, type KubernetesObject, type Resource } from '@rxkube/meta'

/** The kind LeaseCandidate of coordination.k8s.io, as it is on the wire. */
export interface LeaseCandidateObject extends KubernetesObject {
  readonly spec: {
    /** The Lease that it is a candidate for. */
    readonly leaseName: string
    /** Semantic versions without a leading `v`. */
    readonly binaryVersion: string
    readonly emulationVersion?: string
    /** How the leader is chosen, such as `OldestEmulationVersion`. */
    readonly strategy: string
    /** When the candidate last said that it is there. */
    readonly renewTime?: string
    /** When it was last asked whether it is. */
    readonly pingTime?: string
  }
}

/** Where API servers with coordinated leader election (beta in Kubernetes 1.33) serve lease candidates. */
export const LeaseCandidates: Resource<LeaseCandidateObject> = defineResource({
  group: 'coordination.k8s.io',
  version: 'v1beta1',
  kind: 'LeaseCandidate',
  resource: 'leasecandidates',
  namespaced: true,
})

/** Whether a time, of which either may be missing, is later than another: to the microsecond. */
export function isLater(time: string | undefined, than: string | undefined): boolean {
  if (time === undefined) return false
  if (than === undefined) return true
  const difference = Date.parse(time) - Date.parse(than)
  return difference === 0 ? microseconds(time) > microseconds(than) : difference > 0
}

function microseconds(time: string): string {
  return (/\.(\d+)/.exec(time)?.[1] ?? '').padEnd(6, '0').slice(0, 6)
}
