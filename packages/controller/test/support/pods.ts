import type { PodTemplateSpec } from '@rxkube/controller'
import type { Cached, Pod } from '@rxkube/meta'

/** A day on which everything happens. */
export const noon = Date.parse('2025-01-01T12:00:00Z')

/** So many seconds before noon, as objects say it. */
export function ago(seconds: number): string {
  return new Date(noon - seconds * 1000).toISOString().replace('.000', '')
}

/** What a pod is like; anything else is as in a pod that nobody has looked at. */
export interface PodTraits {
  readonly node?: string
  readonly phase?: string
  /** Seconds since when it is ready; true is ready without a time. */
  readonly ready?: number | true
  readonly restarts?: number
  readonly sidecarRestarts?: number
  /** Seconds since it was created. */
  readonly age?: number
  readonly uid?: string
  readonly cost?: string
  readonly deleted?: boolean
}

/** A pod with these traits. */
export function podLike(name: string, traits: PodTraits = {}): Pod {
  const { node, phase, ready, restarts, sidecarRestarts, age, uid = name, cost, deleted } = traits
  const metadata: Pod['metadata'] = { name, namespace: 'default', uid }
  if (age !== undefined) metadata.creationTimestamp = ago(age)
  if (cost !== undefined) metadata.annotations = { 'controller.kubernetes.io/pod-deletion-cost': cost }
  if (deleted) metadata.deletionTimestamp = ago(0)
  const status: NonNullable<Pod['status']> = {}
  if (phase !== undefined) status.phase = phase
  if (ready !== undefined)
    status.conditions = [
      { type: 'Ready', status: 'True', ...(ready !== true && { lastTransitionTime: ago(ready) }) },
    ]
  const container = { image: 'i', imageID: '', ready: true }
  if (restarts !== undefined)
    status.containerStatuses = [
      { ...container, name: 'a', restartCount: 0 },
      { ...container, name: 'b', restartCount: restarts },
    ]
  if (sidecarRestarts !== undefined)
    status.initContainerStatuses = [
      { ...container, name: 'once', restartCount: 99 },
      { ...container, name: 'sidecar', restartCount: sidecarRestarts },
    ]
  return {
    metadata,
    spec: {
      containers: [{ name: 'a' }],
      initContainers: [{ name: 'once' }, { name: 'sidecar', restartPolicy: 'Always' }],
      ...(node !== undefined && { nodeName: node }),
    },
    status,
  }
}

/** What web pods are made of. */
export const webTemplate: PodTemplateSpec = {
  metadata: { labels: { app: 'web' }, annotations: { note: 'n' }, finalizers: ['example.com/f'] },
  spec: { containers: [{ name: 'web', image: 'web:1' }] },
}

/** The names of pods, in order. */
export function names(pods: readonly Cached<Pod>[]): string[] {
  return pods.map(({ metadata }) => metadata.name ?? '')
}
