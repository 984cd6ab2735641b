import type { ServedResource } from '../registry/resource.ts'
import type { DeleteOptions } from './delete-options.ts'

/** Keeps an object until the garbage collector has deleted its dependents. */
export const foregroundDeletion = 'foregroundDeletion'
/** Keeps an object until the garbage collector has freed its dependents. */
export const orphanDependents = 'orphan'

/** Kinds whose dependents stay unless a client says otherwise. */
const orphaning = new Set(['jobs.batch', 'replicationcontrollers'])
/** Kinds that nothing depends on. */
const unsupported = new Set(['events', 'bindings', 'endpoints'])

/** The finalizers that an object has once it is deleted with these options. */
export function finalizersFor(
  { storage }: ServedResource,
  finalizers: readonly string[],
  { propagationPolicy }: DeleteOptions,
): readonly string[] {
  if (unsupported.has(storage)) return finalizers
  const before = finalizers.find((each) => each === orphanDependents || each === foregroundDeletion)
  const kept = before === orphanDependents ? 'Orphan' : before === undefined ? undefined : 'Foreground'
  const policy = propagationPolicy ?? kept ?? (orphaning.has(storage) ? 'Orphan' : 'Background')
  const others = finalizers.filter((each) => each !== orphanDependents && each !== foregroundDeletion)
  if (policy === 'Orphan') return [...others, orphanDependents]
  return policy === 'Foreground' ? [...others, foregroundDeletion] : others
}

/** What to tell a client that deletes a job without saying what is to become of its pods. */
export function deletionWarnings(
  { storage }: ServedResource,
  { propagationPolicy }: DeleteOptions,
): readonly string[] {
  if (storage !== 'jobs.batch' || propagationPolicy !== undefined) return []
  return [
    'child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning',
  ]
}
