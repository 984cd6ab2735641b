import type { Cached, KubernetesObject } from '@rxkube/meta'
import { conditionsOf } from './object-condition.ts'

/** How an object is, in a few words that hold nothing of its content. */
export function summaryOf(object: Cached<KubernetesObject> | undefined): string {
  if (object === undefined) return 'not there'
  const { resourceVersion, generation, deletionTimestamp, finalizers = [] } = object.metadata ?? {}
  const { phase, observedGeneration } = ((object as { status?: unknown }).status ?? {}) as {
    phase?: unknown
    observedGeneration?: unknown
  }
  const parts = [`at version ${resourceVersion ?? '(none)'}`]
  if (typeof observedGeneration === 'number' && observedGeneration !== generation)
    parts.push(`generation ${generation ?? '(none)'}, observed ${observedGeneration}`)
  if (typeof phase === 'string') parts.push(`phase ${phase}`)
  for (const { type, status, reason } of conditionsOf(object))
    parts.push(`${type}=${status ?? ''}${reason ? ` (${reason})` : ''}`)
  if (deletionTimestamp !== undefined) {
    const held = finalizers.length > 0 ? `, held by ${finalizers.join(', ')}` : ''
    parts.push(`being deleted since ${deletionTimestamp}${held}`)
  }
  return parts.join(', ')
}
