import type { Cached, Deployment as LiveDeployment, Pod as LivePod } from '@rxkube/meta'

/** As caches hand them out: not to be changed. */
type Pod = Cached<LivePod>
type Deployment = Cached<LiveDeployment>

/** A change as a person reads it: what, which, and what is different about it. */
export interface ChangeLine {
  readonly type: 'added' | 'updated' | 'deleted'
  readonly kind: 'pod' | 'deployment'
  readonly name: string
  readonly detail: string
}

/** Says what became of a pod. `before` is what it was, where it was anything. */
export function describePod(type: ChangeLine['type'], pod: Pod, before?: Pod): ChangeLine {
  const node = pod.spec.nodeName ?? 'no node'
  const phase = pod.status?.phase ?? 'Pending'
  return {
    type,
    kind: 'pod',
    name: nameOf(pod),
    detail: detailOf(type, `${phase} on ${node}`, before && podDifference(before, pod)),
  }
}

/** Says what became of a deployment. */
export function describeDeployment(
  type: ChangeLine['type'],
  deployment: Deployment,
  before?: Deployment,
): ChangeLine {
  const state = `${deployment.status?.readyReplicas ?? 0} of ${deployment.spec.replicas ?? 1} ready, ${imageOf(deployment)}`
  return {
    type,
    kind: 'deployment',
    name: nameOf(deployment),
    detail: detailOf(type, state, before && deploymentDifference(before, deployment)),
  }
}

function detailOf(type: ChangeLine['type'], state: string, difference: string | undefined): string {
  if (type === 'deleted') return `was ${state}`
  return difference ?? state
}

function podDifference(before: Pod, pod: Pod): string {
  return differences([
    ['phase', before.status?.phase ?? 'Pending', pod.status?.phase ?? 'Pending'],
    ['node', before.spec.nodeName ?? 'none', pod.spec.nodeName ?? 'none'],
    ['labels', labelsOf(before), labelsOf(pod)],
  ])
}

function deploymentDifference(before: Deployment, deployment: Deployment): string {
  return differences([
    ['replicas', String(before.spec.replicas ?? 1), String(deployment.spec.replicas ?? 1)],
    ['ready', String(before.status?.readyReplicas ?? 0), String(deployment.status?.readyReplicas ?? 0)],
    ['image', imageOf(before), imageOf(deployment)],
    ['labels', labelsOf(before), labelsOf(deployment)],
  ])
}

function differences(pairs: readonly (readonly [string, string, string])[]): string {
  const changed = pairs.filter(([, before, after]) => before !== after)
  if (changed.length === 0) return 'metadata only'
  return changed.map(([what, before, after]) => `${what} ${before} → ${after}`).join(', ')
}

function labelsOf({ metadata }: Pod | Deployment): string {
  return Object.entries(metadata.labels ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join(',')
}

function imageOf(deployment: Deployment): string {
  return deployment.spec.template.spec?.containers[0]?.image ?? 'no image'
}

function nameOf({ metadata }: Pod | Deployment): string {
  return `${metadata.namespace ?? ''}/${metadata.name ?? ''}`
}
