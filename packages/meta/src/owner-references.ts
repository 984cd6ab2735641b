import type { Cached } from './cached.ts'
import type { KubernetesObject, OwnerReference } from './object.ts'
import { apiVersionOf, type Resource } from './resource.ts'

/** Thrown when a reference to an object is made that the API server has not named yet. */
export class UnidentifiedOwnerError extends Error {
  override readonly name = 'UnidentifiedOwnerError'
  readonly kind: string

  constructor(kind: string) {
    super(
      `a reference to a ${kind} needs its name and uid: make it from the object as the API server answered it`,
    )
    this.kind = kind
  }
}

/** The reference to the controller of an object: the one owner that manages it. Upstream: GetControllerOf. */
export function controllerOf(object: Cached<KubernetesObject>): Readonly<OwnerReference> | undefined {
  return object.metadata?.ownerReferences?.find(({ controller }) => controller === true)
}

/** Whether `owner`, told by its uid, is the controller of an object. Upstream: IsControlledBy. */
export function isControlledBy(object: Cached<KubernetesObject>, owner: Cached<KubernetesObject>): boolean {
  const uid = controllerOf(object)?.uid
  return uid !== undefined && uid === owner.metadata?.uid
}

/** Whether `owner`, told by its uid, is among the owners of an object. */
export function isOwnedBy(object: Cached<KubernetesObject>, owner: Cached<KubernetesObject>): boolean {
  const uid = owner.metadata?.uid
  return (
    uid !== undefined && (object.metadata?.ownerReferences ?? []).some((reference) => reference.uid === uid)
  )
}

/**
 * A reference that makes `owner` an owner: what it owns is deleted with it. Throws UnidentifiedOwnerError for an owner
 * without a name or uid.
 */
export function newOwnerRef(
  owner: Cached<KubernetesObject>,
  resource: Pick<Resource, 'group' | 'version' | 'kind'>,
): OwnerReference {
  const { name, uid } = owner.metadata ?? {}
  if (!name || !uid) throw new UnidentifiedOwnerError(resource.kind)
  return { apiVersion: apiVersionOf(resource), kind: resource.kind, name, uid }
}

/** A reference that makes `owner` the controller, and blocks its foreground deletion. Upstream: NewControllerRef. */
export function newControllerRef(
  owner: Cached<KubernetesObject>,
  resource: Pick<Resource, 'group' | 'version' | 'kind'>,
): OwnerReference {
  return { ...newOwnerRef(owner, resource), controller: true, blockOwnerDeletion: true }
}
