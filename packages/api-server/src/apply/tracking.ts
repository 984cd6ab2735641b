import type { ManagedFieldsEntry } from '@rxkube/meta'
import { equalJson, type ApiObject, type JsonObject } from '../codec/json.ts'
import { decode } from '../codec/decode.ts'
import { arrange } from '../codec/metadata.ts'
import { schema, type Message } from '../codec/schema.ts'
import type { ServedResource } from '../registry/resource.ts'
import { FieldSet } from './field-set.ts'
import { readOwners, sameOwners, writeOwners, type Owners } from './managed-fields.ts'
import { updated, type Lens, type Writer } from './ownership.ts'
import { fieldElement } from './path-element.ts'
import { shapeOf } from './shape.ts'

const nobody: Owners = new Map()

/** Who sends a request: `?fieldManager=`, or the user agent up to its first slash. */
export function managerOf(query: URLSearchParams, userAgent = ''): string {
  const given = query.get('fieldManager') ?? ''
  if (given !== '') return given
  const name = (userAgent.split('/')[0] ?? '').replaceAll(/[^\x20-\x7e]/g, '').slice(0, 128)
  return name === '' ? 'unknown' : name
}

/** How the fields of a resource are owned, seen through itself or through one of its subresources. */
export function lensOf({ apiVersion, kind, strategy, custom }: ServedResource, subresource: string): Lens {
  const others = subresource === '' ? ['status'] : ['spec', 'metadata']
  const ignored = subresource === '' && strategy.status === 'none' ? [] : others
  return {
    shape: custom?.shape ?? shapeOf(apiVersion, kind),
    ignored: FieldSet.of(...ignored.map((name) => [fieldElement(name)])),
  }
}

/** A stored object as its version shows it, without the list of its managers. */
export function versioned({ conversion, kind, apiVersion }: ServedResource, object: ApiObject): JsonObject {
  const { metadata, ...rest } = conversion === undefined ? object : conversion.fromStorage(object)
  const { managedFields: _managedFields, ...others } = metadata
  return { kind, apiVersion, ...rest, metadata: others }
}

/** What an object of a kind is before anything is set: Go's zero value as JSON. */
export function zeroObject({ kind, apiVersion }: ServedResource): JsonObject {
  const message = schema.root(apiVersion, kind)
  const zero = message === undefined ? {} : (zeros.get(message) ?? decode(message, {}).object)
  if (message !== undefined) zeros.set(message, zero)
  return { ...zero, kind, apiVersion }
}

const zeros = new WeakMap<Message, JsonObject>()

/** metadata.managedFields of a new object. */
export function managedOnCreate(
  resource: ServedResource,
  given: ApiObject,
  writer: Writer,
): ManagedFieldsEntry[] {
  const owners = isReset(given.metadata.managedFields)
    ? nobody
    : (readOwners(given.metadata.managedFields) ?? nobody)
  const lens = lensOf(resource, '')
  return writeOwners(updated(owners, zeroObject(resource), versioned(resource, given), lens, writer))
}

/** metadata.managedFields of an object that an update makes of another one. `given` are those that the client sent. */
export function managedOnUpdate(
  resource: ServedResource,
  before: ApiObject,
  after: ApiObject,
  given: readonly ManagedFieldsEntry[] | undefined,
  writer: Writer,
): ManagedFieldsEntry[] {
  const own = writer.subresource === ''
  if (own && isReset(given)) return []
  const sends = own && given !== undefined && !equalJson(given, before.metadata.managedFields)
  const sent = sends ? readOwners(given) : undefined
  const owners = sent === undefined || sent.size === 0 ? ownersOf(before) : sent
  // An object that nobody owns anything of was told to forget; it stays so until somebody applies.
  if (owners.size === 0) return []
  const lens = { ...lensOf(resource, ''), ignored: FieldSet.empty }
  return writeOwners(updated(owners, versioned(resource, before), versioned(resource, after), lens, writer))
}

/** Who owns what of a stored object. */
export function ownersOf({ metadata: { managedFields } }: ApiObject): Owners {
  return readOwners(managedFields) ?? nobody
}

/** The object with these managers, or with the times it had when nothing else is different from `before`. */
export function withManagers(
  before: ApiObject,
  after: ApiObject,
  managedFields: ManagedFieldsEntry[],
): ApiObject {
  const next = { ...after, metadata: arrange({ ...after.metadata, managedFields }) }
  const kept = {
    ...after,
    metadata: arrange({ ...after.metadata, managedFields: before.metadata.managedFields }),
  }
  const onlyTimes = sameOwners(ownersOf(before), ownersOf(next)) && equalJson(before, kept)
  return onlyTimes ? before : next
}

/** Whether a client asks to forget all managers: an empty list, or a list of one empty entry. */
function isReset(entries: readonly ManagedFieldsEntry[] | undefined): boolean {
  if (entries === undefined) return false
  const [first, ...more] = entries
  return first === undefined || (more.length === 0 && Object.keys(first).length === 0)
}
