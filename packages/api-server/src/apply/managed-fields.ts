import type { ManagedFieldsEntry } from '@rxkube/meta'
import { FieldSet, fromFieldsV1 } from './field-set.ts'

/** What one manager owns of an object: an entry of metadata.managedFields, read. */
export interface Ownership {
  readonly manager: string
  readonly operation: 'Apply' | 'Update'
  readonly apiVersion: string
  /** Empty for the object itself, else `status` or `scale`. */
  readonly subresource: string
  /** When its fields changed last, as metadata writes times; a manager may have none. */
  readonly time: string | undefined
  readonly fields: FieldSet
}

/** Who owns what of an object, by {@link ownerKey}. */
export type Owners = ReadonlyMap<string, Ownership>

/** Who writes, in what way; two entries of one object never have the same key. */
export function ownerKey(of: Omit<Ownership, 'time' | 'fields'>): string {
  const { manager, operation, apiVersion, subresource } = of
  // One who applies keeps its entry when it goes on in another version.
  const version = operation === 'Apply' ? {} : { apiVersion }
  return JSON.stringify({ manager, operation, ...version, ...(subresource === '' ? {} : { subresource }) })
}

/** Reads metadata.managedFields; undefined when some of it makes no sense. */
export function readOwners(entries: readonly ManagedFieldsEntry[] | undefined): Owners | undefined {
  const owners = new Map<string, Ownership>()
  for (const entry of entries ?? []) {
    const { manager = '', operation, apiVersion = '', subresource = '', time } = entry
    const fields = fromFieldsV1(entry.fieldsV1)
    if (operation !== 'Apply' && operation !== 'Update') return undefined
    if (apiVersion === '' || entry.fieldsType !== 'FieldsV1' || fields === undefined) return undefined
    const owner: Ownership = { manager, operation, apiVersion, subresource, time: time ?? undefined, fields }
    owners.set(ownerKey(owner), owner)
  }
  return owners
}

/** Writes metadata.managedFields: who applies first, then the oldest first. */
export function writeOwners(owners: Owners): ManagedFieldsEntry[] {
  return [...owners.values()].toSorted(compareOwners).map(writeOwner)
}

function writeOwner(owner: Ownership): ManagedFieldsEntry {
  const { manager, operation, apiVersion, time, subresource, fields } = owner
  return {
    manager,
    operation,
    apiVersion,
    ...(time === undefined ? {} : { time }),
    fieldsType: 'FieldsV1',
    fieldsV1: fields.toFieldsV1(),
    ...(subresource === '' ? {} : { subresource }),
  }
}

/** Oldest first; those of the same second by name. */
function compareOwners(a: Ownership, b: Ownership): number {
  return (
    compareText(a.operation, b.operation) ||
    compareText(a.time ?? '', b.time ?? '') ||
    compareText(a.manager, b.manager) ||
    compareText(a.apiVersion, b.apiVersion) ||
    compareText(a.subresource, b.subresource)
  )
}

/** Whether two lists of entries differ in nothing but times. */
export function sameOwners(a: Owners, b: Owners): boolean {
  if (a.size !== b.size) return false
  return a.entries().every(([key, { fields }]) => b.get(key)?.fields.equals(fields) ?? false)
}

/** How many entries updates may have, before the oldest become one. */
const maxUpdaters = 10

/** Merges the oldest entries of updates into one of `ancient-changes` when there are too many. */
export function capped(owners: Owners): Owners {
  const updaters = [...owners].filter(([, { operation }]) => operation === 'Update')
  if (updaters.length <= maxUpdaters) return owners
  const oldest = updaters.toSorted(
    ([a, { time: x = '' }], [b, { time: y = '' }]) => compareText(x, y) || compareText(a, b),
  )
  const next = new Map(owners)
  const first = new Map<string, string>()
  let count = updaters.length
  for (const [key, owner] of oldest) {
    if (count <= maxUpdaters) break
    const { apiVersion } = owner
    const bucket: Ownership = { ...owner, manager: 'ancient-changes', subresource: '' }
    const bucketKey = ownerKey(bucket)
    const begun = first.get(apiVersion)
    if (begun === undefined) {
      first.set(apiVersion, key)
      continue
    }
    const gathered = next.get(bucketKey) ?? next.get(begun)
    next.delete(begun)
    next.delete(key)
    next.set(bucketKey, { ...bucket, fields: owner.fields.union(gathered?.fields ?? FieldSet.empty) })
    count--
  }
  return next
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
