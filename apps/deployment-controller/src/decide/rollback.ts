import { deepCopy, type Cached, type Deployment, type ReplicaSet } from '@rxkube/meta'
import { annotationsOf, isNotCopied, rollbackToAnnotation } from './annotations.ts'
import { equalIgnoreHash, podTemplateHashLabel } from './replica-sets.ts'
import { lastRevision, parseRevision, revisionOf } from './revisions.ts'

/** A Deployment as it is to be written to go back to a revision, and what is said about it. */
export interface Rollback {
  /** Without the annotation that asked for it, whatever came of it. */
  readonly deployment: Deployment
  /** `Warning` when there is nothing to go back to. */
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
}

/** The revision that the Deployment is asked to go back to; 0 for the last one, undefined when it is not asked to. */
export function rollbackTo(deployment: Cached<Deployment>): number | undefined {
  return parseRevision(annotationsOf(deployment)[rollbackToAnnotation] ?? '')
}

/** How the Deployment goes back to a revision of its ReplicaSets. */
export function planRollback(
  deployment: Cached<Deployment>,
  all: readonly Cached<ReplicaSet>[],
  revision: number,
): Rollback {
  const wanted = revision === 0 ? lastRevision(all) : revision
  if (wanted === 0)
    return refused(deployment, 'DeploymentRollbackRevisionNotFound', 'Unable to find last revision.')
  const replicaSet = all.find((set) => revisionOf(set) === wanted)
  if (!replicaSet) {
    return refused(
      deployment,
      'DeploymentRollbackRevisionNotFound',
      'Unable to find the revision to rollback to.',
    )
  }
  const name = `"${deployment.metadata.name}"`
  if (equalIgnoreHash(deployment.spec.template, replicaSet.spec.template)) {
    return refused(
      deployment,
      'DeploymentRollbackTemplateUnchanged',
      `The rollback revision contains the same template as current deployment ${name}`,
    )
  }
  return {
    deployment: cleared(withTemplateOf(deployment, replicaSet)),
    type: 'Normal',
    reason: 'DeploymentRollback',
    message: `Rolled back deployment ${name} to revision ${wanted}`,
  }
}

function refused(deployment: Cached<Deployment>, reason: string, message: string): Rollback {
  return { deployment: cleared(deepCopy(deployment)), type: 'Warning', reason, message }
}

function cleared(deployment: Deployment): Deployment {
  const { [rollbackToAnnotation]: _, ...annotations } = deployment.metadata.annotations ?? {}
  deployment.metadata.annotations = annotations
  return deployment
}

/** With the template of the ReplicaSet, and its annotations: the Deployment's would be copied onto it by the next pass. */
function withTemplateOf(deployment: Cached<Deployment>, replicaSet: Cached<ReplicaSet>): Deployment {
  const copy = deepCopy(deployment)
  copy.spec.template = deepCopy(replicaSet).spec.template ?? {}
  delete copy.spec.template.metadata?.labels?.[podTemplateHashLabel]
  const own = Object.entries(annotationsOf(deployment)).filter(([annotation]) => isNotCopied(annotation))
  copy.metadata.annotations = {
    ...Object.fromEntries(own),
    ...Object.fromEntries(
      Object.entries(annotationsOf(replicaSet)).filter(([annotation]) => !isNotCopied(annotation)),
    ),
  }
  return copy
}
