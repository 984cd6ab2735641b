import type { ObjectMeta } from '@rxkube/meta'

const order = [
  'name',
  'generateName',
  'namespace',
  'selfLink',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'labels',
  'annotations',
  'ownerReferences',
  'finalizers',
  'managedFields',
] as const

/** Metadata with its fields in Go's order, those that are undefined or empty lists left out. */
export function arrange(metadata: {
  readonly [Key in keyof ObjectMeta]: ObjectMeta[Key] | undefined
}): ObjectMeta {
  const arranged = order
    .map((key) => [key, metadata[key]] as const)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
  return Object.fromEntries(arranged)
}
