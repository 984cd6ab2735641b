import {
  controllerOf,
  deepCopy,
  type Cached,
  type KubernetesObject,
  type OwnerReference,
  type Pod,
  type ReplicaSet,
} from '@rxkube/meta'
import { InvalidControllerRefError, MissingPodLabelsError } from './pod-control-errors.ts'

/** What pods are made from: `spec.template` of a workload. */
export type PodTemplateSpec = NonNullable<ReplicaSet['spec']['template']>

/**
 * A pod made from a template: copies of its labels, annotations, finalizers and spec, named after `owner`, with
 * `controllerRef` for its controller. Throws `InvalidControllerRefError`. Upstream: `GetPodFromTemplate`.
 */
export function podFromTemplate(
  template: Cached<PodTemplateSpec>,
  owner: Cached<KubernetesObject>,
  controllerRef: Readonly<OwnerReference>,
): Pod {
  checkControllerRef(controllerRef)
  const { labels, annotations, finalizers } = template.metadata ?? {}
  const metadata: Pod['metadata'] = { generateName: podPrefix(owner.metadata?.name ?? '') }
  if (labels !== undefined) metadata.labels = { ...labels }
  if (annotations !== undefined) metadata.annotations = { ...annotations }
  if (finalizers !== undefined) metadata.finalizers = [...finalizers]
  metadata.ownerReferences = [{ ...controllerRef }]
  const spec = template.spec === undefined ? { containers: [] } : (deepCopy(template.spec) as Pod['spec'])
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec }
}

/** Throws a MissingPodLabelsError for a pod that no selector would find again. */
export function requireLabels(pod: Pod): void {
  if (Object.keys(pod.metadata.labels ?? {}).length === 0)
    throw new MissingPodLabelsError(controllerOf(pod)?.kind ?? 'owner')
}

/** Upstream: `validateControllerRef`. */
function checkControllerRef(reference: Readonly<OwnerReference>): void {
  if (!reference.apiVersion) throw new InvalidControllerRefError('it has no apiVersion')
  if (!reference.kind) throw new InvalidControllerRefError('it has no kind')
  if (reference.controller !== true) throw new InvalidControllerRefError('its controller is not true')
  if (reference.blockOwnerDeletion !== true)
    throw new InvalidControllerRefError('its blockOwnerDeletion is not true')
}

const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/
const longestName = 253

/** With a dash, for looks, unless no pod could have such a name. */
function podPrefix(owner: string): string {
  return owner.length < longestName && subdomain.test(`${owner}a`) ? `${owner}-` : owner
}
