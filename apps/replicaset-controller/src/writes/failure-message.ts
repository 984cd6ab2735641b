import { PodControlError } from '@rxkube/controller'
import { ApiError } from '@rxkube/client'

/** An error as it stands in a condition: in the server's own words, as kube-controller-manager has it. */
export function failureMessage(error: unknown): string {
  if (error instanceof PodControlError) {
    const why = failureMessage(error.cause)
    return error.verb === 'create' ? why : `unable to delete pods: ${why}`
  }
  if (error instanceof ApiError) return error.statusMessage
  return error instanceof Error ? error.message : String(error)
}
