import { apiVersionOf, type Event, type NamedObject, type Resource } from '@rxkube/meta'

type InvolvedObject = Event['involvedObject']

/** Which object is meant: `involvedObject` and `regarding` of an Event. */
export interface ObjectReference extends InvolvedObject {}

/** What a reference can be made to: an object as the server sent it, also one of a cache, or a reference. */
export type Referencable =
  | Readonly<ObjectReference>
  | (NamedObject & {
      readonly apiVersion?: string
      readonly kind?: string
      readonly metadata?: { readonly uid?: string; readonly resourceVersion?: string }
    })

/** Thrown when no reference can be made to something, since it does not say what it is. */
export class UnreferencableObjectError extends Error {
  override readonly name = 'UnreferencableObjectError'

  constructor(what: string) {
    super(`${what}: give an object with apiVersion, kind and metadata, a reference, or its Resource as well`)
  }
}

/**
 * A reference to an object; to a reference it is a copy of that. `resource` tells the kind of an object that does not
 * say so itself. Throws an `UnreferencableObjectError`. client-go: `reference.GetReference`, whose scheme `resource` is.
 */
export function getReference(
  object: Referencable,
  resource?: Pick<Resource, 'group' | 'version' | 'kind'>,
): ObjectReference {
  // Callers without types hand in what they have.
  const given: unknown = object
  if (typeof given !== 'object' || given === null)
    throw new UnreferencableObjectError('nothing was given to refer to')
  if (!('metadata' in object)) return copyOf(object)
  const metadata = object.metadata as (typeof object)['metadata'] | null
  if (!metadata) throw new UnreferencableObjectError('the object has no metadata')
  const apiVersion = object.apiVersion ?? (resource && apiVersionOf(resource))
  const kind = object.kind ?? resource?.kind
  if (!apiVersion || !kind)
    throw new UnreferencableObjectError(`the object ${metadata.name ?? ''} has no apiVersion or no kind`)
  return copyOf({ apiVersion, kind, ...metadata })
}

/** As `getReference`, of a part of the object such as `spec.containers{web}`. */
export function getPartialReference(
  object: Referencable,
  fieldPath: string,
  resource?: Pick<Resource, 'group' | 'version' | 'kind'>,
): ObjectReference {
  return { ...getReference(object, resource), fieldPath }
}

/** Only what belongs into a reference, and of that only what is there. */
function copyOf(from: Readonly<ObjectReference>): ObjectReference {
  const reference: ObjectReference = {}
  if (from.kind) reference.kind = from.kind
  if (from.namespace) reference.namespace = from.namespace
  if (from.name) reference.name = from.name
  if (from.uid) reference.uid = from.uid
  if (from.apiVersion) reference.apiVersion = from.apiVersion
  if (from.resourceVersion) reference.resourceVersion = from.resourceVersion
  if (from.fieldPath) reference.fieldPath = from.fieldPath
  return reference
}

/** Which event one is, for errors and logs: no more than that. */
export function factsOf(
  { namespace = '', name = '' }: ObjectReference,
  reason: string | undefined,
): { readonly object: string; readonly reason: string } {
  return { object: namespace === '' ? name : `${namespace}/${name}`, reason: reason ?? '' }
}
