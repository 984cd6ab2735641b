import { timestamp, type Deployment, type Pod, type ReplicaSet } from '@rxkube/meta'

/** When all objects of these tests were made. */
export const start = Date.UTC(2025, 0, 1)

type RollingUpdate = NonNullable<NonNullable<Deployment['spec']['strategy']>['rollingUpdate']>

/** What a test says about a Deployment. */
export interface DeploymentFacts extends RollingUpdate {
  readonly name?: string
  readonly replicas?: number
  readonly strategy?: string
  readonly image?: string
  readonly generation?: number
  readonly annotations?: Record<string, string>
  readonly spec?: Partial<Deployment['spec']>
  readonly status?: Deployment['status']
}

/** A Deployment as a server sends it. */
export function deployment(facts: DeploymentFacts = {}): Deployment {
  const {
    name = 'web',
    replicas = 1,
    strategy = 'RollingUpdate',
    image = 'web:1',
    maxSurge,
    maxUnavailable,
  } = facts
  const rollingUpdate = {
    ...(maxSurge !== undefined && { maxSurge }),
    ...(maxUnavailable !== undefined && { maxUnavailable }),
  }
  return {
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-of-${name}`,
      generation: facts.generation ?? 1,
      ...(facts.annotations && { annotations: facts.annotations }),
    },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'web' } },
      strategy: strategy === 'RollingUpdate' ? { type: strategy, rollingUpdate } : { type: strategy },
      template: template(image),
      ...facts.spec,
    },
    ...(facts.status && { status: facts.status }),
  }
}

/** A pod template as the Deployment has it. */
export function template(image = 'web:1', labels: Record<string, string> = {}) {
  return { metadata: { labels: { app: 'web', ...labels } }, spec: { containers: [{ name: 'web', image }] } }
}

/** What a test says about a ReplicaSet. */
export interface ReplicaSetFacts {
  /** Seconds after `start`. */
  readonly created?: number
  readonly image?: string
  readonly owner?: Deployment
  readonly annotations?: Record<string, string>
  readonly status?: Partial<NonNullable<ReplicaSet['status']>>
  readonly metadata?: ReplicaSet['metadata']
}

/** A ReplicaSet as a server sends it. */
export function replicaSet(name: string, replicas: number, facts: ReplicaSetFacts = {}): ReplicaSet {
  const labels = { app: 'web', 'pod-template-hash': name }
  const { created = 0, image = 'web:1', owner = deployment(), annotations, status } = facts
  return {
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-of-${name}`,
      labels,
      creationTimestamp: timestamp(start + created * 1000),
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: owner.metadata.name ?? '',
          uid: owner.metadata.uid ?? '',
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
      ...(annotations && { annotations }),
      ...facts.metadata,
    },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: template(image, { 'pod-template-hash': name }),
    },
    status: { replicas, ...status },
  }
}

/** The annotations of a ReplicaSet that was scaled when so many pods were wanted, and so many allowed at most. */
export function sizes(desired: number, max: number): Record<string, string> {
  return {
    'deployment.kubernetes.io/desired-replicas': String(desired),
    'deployment.kubernetes.io/max-replicas': String(max),
  }
}

/** A pod of a ReplicaSet, or of none. */
export function pod(name: string, owner: ReplicaSet | undefined, phase?: string): Pod {
  return {
    metadata: {
      name,
      namespace: 'default',
      labels: { app: 'web' },
      ...(owner && {
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            name: owner.metadata.name ?? '',
            uid: owner.metadata.uid ?? '',
            controller: true,
          },
        ],
      }),
    },
    spec: { containers: [{ name: 'web', image: 'web:1' }] },
    ...(phase !== undefined && { status: { phase } }),
  }
}
