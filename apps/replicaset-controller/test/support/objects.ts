import { timestamp, type OwnerReference, type Pod, type ReplicaSet } from '@rxkube/meta'

/** When all objects of these tests were made. */
export const start = Date.UTC(2025, 0, 1)

/** What a test says about a ReplicaSet. */
export interface ReplicaSetFacts {
  readonly metadata?: Partial<ReplicaSet['metadata']>
  readonly spec?: Partial<ReplicaSet['spec']>
  readonly status?: Partial<NonNullable<ReplicaSet['status']>>
}

/** A ReplicaSet as a server sends it. */
export function replicaSet(name: string, replicas: number, facts: ReplicaSetFacts = {}): ReplicaSet {
  return {
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-of-${name}`,
      generation: 1,
      creationTimestamp: timestamp(start),
      ...facts.metadata,
    },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'web:1' }] },
      },
      ...facts.spec,
    },
    ...(facts.status && { status: { replicas: 0, ...facts.status } }),
  }
}

/** A reference to the controller of an object. */
export function controlledBy(kind: string, name: string): OwnerReference {
  const apiVersion = kind === 'Pod' ? 'v1' : 'apps/v1'
  return { apiVersion, kind, name, uid: `uid-of-${name}`, controller: true, blockOwnerDeletion: true }
}

/** What a test says about a pod. */
export interface PodFacts {
  readonly owner?: ReplicaSet
  readonly node?: string
  readonly phase?: string
  /** Seconds before `start`; not ready unless told. */
  readonly readyFor?: number
  readonly labels?: Record<string, string>
  readonly metadata?: Partial<Pod['metadata']>
  readonly status?: Pod['status']
}

/** A pod as a server sends it. */
export function pod(name: string, facts: PodFacts = {}): Pod {
  const { owner, node, phase = 'Running', readyFor, labels = { app: 'web' } } = facts
  return {
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-of-${name}`,
      labels,
      ...(owner && { ownerReferences: [controlledBy('ReplicaSet', owner.metadata.name ?? '')] }),
      ...facts.metadata,
    },
    spec: { containers: [{ name: 'web', image: 'web:1' }], ...(node !== undefined && { nodeName: node }) },
    status: {
      phase,
      ...(readyFor !== undefined && {
        conditions: [
          { type: 'Ready', status: 'True', lastTransitionTime: timestamp(start - readyFor * 1000) },
        ],
      }),
      ...facts.status,
    },
  }
}

/** The status of a pod that runs and is ready since a time. */
export function running(since: string, restarts = 0): NonNullable<Pod['status']> {
  return {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: since }],
    containerStatuses: [{ name: 'web', image: 'web:1', imageID: '', ready: true, restartCount: restarts }],
  }
}
