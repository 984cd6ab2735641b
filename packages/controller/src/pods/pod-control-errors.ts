import { ApiError, errorChain } from '@rxkube/client'

/** A pod was to be created with a reference that does not make its owner the controller: use `newControllerRef`. */
export class InvalidControllerRefError extends Error {
  override readonly name = 'InvalidControllerRefError'
  readonly problem: string

  constructor(problem: string) {
    super(`the reference to the controller will not do: ${problem}; make it with newControllerRef`)
    this.problem = problem
  }
}

/** A pod template has no labels: no selector would ever find its pods. */
export class MissingPodLabelsError extends Error {
  override readonly name = 'MissingPodLabelsError'
  readonly ownerKind: string

  constructor(ownerKind: string) {
    super(`no pod is created for a ${ownerKind} whose template has no labels: nothing would find it again`)
    this.ownerKind = ownerKind
  }
}

/** A pod could not be created or deleted; `cause` says why. */
export class PodControlError extends Error {
  override readonly name = 'PodControlError'
  readonly verb: 'create' | 'delete'
  readonly namespace: string

  constructor(verb: 'create' | 'delete', namespace: string, cause: unknown) {
    super(
      `unable to ${verb} pods in namespace ${namespace}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
    this.verb = verb
    this.namespace = namespace
  }
}

/**
 * Whether a create was refused because its namespace is being deleted: no repetition will help, and there is nothing left
 * to do. Upstream: `HasStatusCause(err, NamespaceTerminatingCause)`.
 */
export function isNamespaceTerminating(error: unknown): boolean {
  for (const link of errorChain(error))
    if (link instanceof ApiError && link.causes.some(({ reason }) => reason === 'NamespaceTerminating'))
      return true
  return false
}
