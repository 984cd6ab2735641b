import { compareReplicaSetsByCreation } from '@rxkube/controller'
import { semanticEqual, type Cached, type Deployment, type ReplicaSet } from '@rxkube/meta'

/** The label that keeps the pods of one ReplicaSet of a Deployment apart from those of the others. */
export const podTemplateHashLabel = 'pod-template-hash'

/** A pod template, of a Deployment or of a ReplicaSet. */
export type PodTemplate = Cached<ReplicaSet>['spec']['template']

/** A pod template as the Deployment has it: without the label that tells ReplicaSets apart. */
function withoutHash(template: PodTemplate): PodTemplate {
  if (template?.metadata?.labels?.[podTemplateHashLabel] === undefined) return template
  const { [podTemplateHashLabel]: _, ...labels } = template.metadata.labels
  return { ...template, metadata: { ...template.metadata, labels } }
}

/** Whether two templates make the same pods. Hashes do not tell: they may collide. Upstream: EqualIgnoreHash. */
export function equalIgnoreHash(a: PodTemplate, b: PodTemplate): boolean {
  return semanticEqual(withoutHash(a), withoutHash(b))
}

/** The ReplicaSets of a Deployment, by what they are to it. */
export interface Revisions<R extends Cached<ReplicaSet> = Cached<ReplicaSet>> {
  /** The one with the Deployment's template; the oldest, should several have it. */
  readonly newSet: R | undefined
  /** All others, oldest first. */
  readonly oldSets: readonly R[]
}

/** Which of its ReplicaSets is the new one. Upstream: FindNewReplicaSet, FindOldReplicaSets. */
export function revisionsOf<R extends Cached<ReplicaSet>>(
  { spec }: Cached<Deployment>,
  sets: readonly R[],
): Revisions<R> {
  const byAge = sets.toSorted(compareReplicaSetsByCreation)
  const newSet = byAge.find((set) => equalIgnoreHash(set.spec.template, spec.template))
  return { newSet, oldSets: byAge.filter(({ metadata }) => metadata.uid !== newSet?.metadata.uid) }
}

/** All ReplicaSets of a Deployment, the new one last. */
export function allSets<R extends Cached<ReplicaSet>>({ oldSets, newSet }: Revisions<R>): readonly R[] {
  return newSet ? [...oldSets, newSet] : oldSets
}
