import {
  newControllerRef,
  type Cached,
  type KubernetesObject,
  type OwnerReference,
  type Resource,
} from '@rxkube/meta'
import { guardedAppend, guardedRemove, guardUid, type JsonPatchOperation } from '../guarded-patch.ts'

/** A patch in the form that the resource of the child understands. */
export interface OwnershipPatch {
  readonly type: 'strategic' | 'json'
  readonly body: unknown
}

/** Who takes or gives up control, and with what finalizers on the children. */
export interface Owner {
  readonly object: Cached<KubernetesObject>
  readonly resource: Resource
  readonly finalizers: readonly string[]
}

/** Makes `owner` the controller of a child. The child's uid keeps it from happening to a namesake. */
export function adoptPatch(
  { object, resource, finalizers }: Owner,
  child: Cached<KubernetesObject>,
  type: OwnershipPatch['type'],
): OwnershipPatch {
  const reference = newControllerRef(object, resource)
  const uid = child.metadata?.uid
  if (type === 'json') return { type, body: adoptOperations(reference, finalizers, child) }
  const metadata = { uid, ownerReferences: [reference], ...(finalizers.length > 0 && { finalizers }) }
  return { type, body: { metadata } }
}

/** Takes the references to `owner` from a child, and its finalizers. Upstream: `GenerateDeleteOwnerRefStrategicMergeBytes`. */
export function releasePatch(
  { object, finalizers }: Owner,
  child: Cached<KubernetesObject>,
  type: OwnershipPatch['type'],
): OwnershipPatch {
  const ownerUid = object.metadata?.uid
  const uid = child.metadata?.uid
  if (type === 'json') return { type, body: releaseOperations(ownerUid, finalizers, child) }
  const metadata = {
    uid,
    ownerReferences: [{ $patch: 'delete', uid: ownerUid }],
    ...(finalizers.length > 0 && { '$deleteFromPrimitiveList/finalizers': finalizers }),
  }
  return { type, body: { metadata } }
}

const [references, finalizerList] = ['/metadata/ownerReferences', '/metadata/finalizers']

function adoptOperations(
  reference: OwnerReference,
  finalizers: readonly string[],
  { metadata }: Cached<KubernetesObject>,
): readonly JsonPatchOperation[] {
  const missing = finalizers.filter((finalizer) => !metadata?.finalizers?.includes(finalizer))
  return [
    ...guardUid(metadata?.uid),
    ...guardedAppend(references, metadata?.ownerReferences, [reference]),
    ...guardedAppend(finalizerList, metadata?.finalizers, missing),
  ]
}

function releaseOperations(
  ownerUid: string | undefined,
  finalizers: readonly string[],
  { metadata }: Cached<KubernetesObject>,
): readonly JsonPatchOperation[] {
  const operations = [...guardUid(metadata?.uid)]
  // From the last to the first, so that indices stay what they were.
  for (const [index, { uid }] of backwards(metadata?.ownerReferences))
    if (uid === ownerUid) operations.push(...guardedRemove(references, index, uid, '/uid'))
  for (const [index, finalizer] of backwards(metadata?.finalizers))
    if (finalizers.includes(finalizer)) operations.push(...guardedRemove(finalizerList, index, finalizer))
  return operations
}

function backwards<T>(list: readonly T[] = []): (readonly [number, T])[] {
  return [...list.entries()].toReversed()
}
