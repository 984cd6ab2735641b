import type { DeleteOptions } from '@rxkube/client'
import type { KubernetesObject, Status } from '@rxkube/meta'
import type { OwnWrite } from './own-write.ts'
import { writeOf } from './write-tracker.ts'

/** A write that left no object to be seen, as far as its answer says. */
export const gone: OwnWrite = {
  key: '',
  uid: undefined,
  resourceVersion: undefined,
  object: undefined,
  deleted: false,
  evicted: false,
}

/** What a deletion came to: some kinds are answered with the object as it was last, whether or not it is still there. */
export function deletionOf(
  key: string,
  result: KubernetesObject | Status,
  options?: DeleteOptions,
): OwnWrite {
  const uid = options?.preconditions?.uid
  if (isStatus(result)) return { ...gone, key, uid: result.details?.uid ?? uid, deleted: true }
  const { deletionTimestamp, deletionGracePeriodSeconds, finalizers = [] } = result.metadata ?? {}
  const isHeld = finalizers.length > 0 || deletionGracePeriodSeconds !== 0
  if (deletionTimestamp !== undefined && isHeld) return writeOf(key, result)
  return { ...gone, key, uid: result.metadata?.uid ?? uid, deleted: true }
}

function isStatus(result: KubernetesObject | Status): result is Status {
  return result.kind === 'Status' && result.apiVersion === 'v1'
}
