import { getOwn, isObject, setOwn, type JsonObject } from '../codec/json.ts'
import { schema, type Field, type FieldType, type Message } from '../codec/schema.ts'
import { badDirective, notAList, unknownDirective } from './strategic-merge-errors.ts'
import { deleteFromList, mergeLists, orderBy, requireOrder } from './strategic-merge-lists.ts'

const directive = '$patch'
const retainKeys = '$retainKeys'
const deletePrefix = '$deleteFromPrimitiveList/'
const orderPrefix = '$setElementOrder/'

/**
 * Applies a strategic merge patch to an object of a built-in kind; neither is changed. Throws the StatusError that
 * refuses it. Upstream: strategicpatch.StrategicMergeMapPatch.
 */
export function applyStrategicMerge(target: JsonObject, patch: JsonObject, message: Message): JsonObject {
  return mergeMaps(target, patch, { at: 'struct', message })
}

/** Where a map is: in a struct, whose fields are known, or in a map of some type. */
type Place =
  | { readonly at: 'struct'; readonly message: Message }
  | { readonly at: 'map'; readonly of: FieldType }
  | { readonly at: 'unknown' }

function mergeMaps(original: JsonObject, patch: JsonObject, place: Place): JsonObject {
  if (Object.hasOwn(patch, directive)) {
    const { [directive]: asked, ...rest } = patch
    if (asked === 'replace') return rest
    if (asked === 'delete') return {}
    throw unknownDirective(asked, patch)
  }
  const merged = retained(original, patch)
  const rest = ordered(merged, patch, place)
  for (const key of Object.keys(rest)) {
    if (key === retainKeys) continue
    if (key.startsWith(deletePrefix)) {
      const name = key.slice(deletePrefix.length)
      const list = getOwn(merged, name)
      const gone = rest[key]
      if (Array.isArray(list) && Array.isArray(gone)) setOwn(merged, name, deleteFromList(list, gone))
      continue
    }
    put(merged, key, rest[key], place)
  }
  return merged
}

/** Merges one value of a patch into a map of which nobody else knows. */
function put(merged: JsonObject, key: string, value: unknown, place: Place): void {
  const field = fieldAt(place, key)
  const before = getOwn(merged, key)
  if (value === null) delete merged[key]
  else if (isObject(before) && isObject(value))
    setOwn(merged, key, mergeMaps(before, value, inside(place, field)))
  else if (Array.isArray(before) && Array.isArray(value)) setOwn(merged, key, mergeList(before, value, field))
  else {
    const kept = withoutDirectives(value)
    if (kept === undefined) delete merged[key]
    else setOwn(merged, key, kept)
  }
}

/** A copy of the original with no more than the keys that `$retainKeys` lists. */
function retained(original: JsonObject, patch: JsonObject): JsonObject {
  if (!Object.hasOwn(patch, retainKeys)) return { ...original }
  const list = patch[retainKeys]
  if (!Array.isArray(list)) throw badDirective('retainKeys')
  const keys = new Set<unknown>(list)
  for (const key of Object.keys(patch)) {
    const directs = key === retainKeys || key.startsWith(deletePrefix) || key.startsWith(orderPrefix)
    if (!directs && patch[key] !== null && !keys.has(key)) throw badDirective('retainKeys')
  }
  const left: JsonObject = {}
  for (const key of Object.keys(original)) if (keys.has(key)) setOwn(left, key, original[key])
  return left
}

/** Merges the lists whose order the patch sets, into `merged`, and returns the patch without them. */
function ordered(merged: JsonObject, patch: JsonObject, place: Place): JsonObject {
  const orders = Object.keys(patch).filter((key) => key.startsWith(orderPrefix))
  if (orders.length === 0) return patch
  const rest = { ...patch }
  for (const key of orders) {
    const order = patch[key]
    delete rest[key]
    if (!Array.isArray(order)) throw notAList(order)
    const name = key.slice(orderPrefix.length)
    const live = listAt(merged, name)
    const sent = listAt(rest, name)
    const field = fieldAt(place, name)
    const mergeKey = field?.merge.patchKey ?? ''
    requireOrder(sent ?? [], order, mergeKey)
    delete rest[name]
    if (live === undefined && sent === undefined) continue
    const items =
      sent === undefined
        ? (live ?? [])
        : live === undefined
          ? (withoutDirectives(sent) as readonly unknown[])
          : mergeList(live, sent, field)
    setOwn(merged, name, orderBy(items, order, live ?? [], mergeKey))
  }
  return rest
}

function listAt(map: JsonObject, key: string): readonly unknown[] | undefined {
  const found = getOwn(map, key)
  if (found === undefined) return undefined
  if (!Array.isArray(found)) throw notAList(found)
  return found as readonly unknown[]
}

function mergeList(
  before: readonly unknown[],
  patch: readonly unknown[],
  field: Field | undefined,
): readonly unknown[] {
  const key = field?.merge.patchKey
  if (key === undefined) return patch
  const place = itemsOf(field)
  return mergeLists(before, patch, key, (item, change) => mergeMaps(item, change, place))
}

function fieldAt(place: Place, key: string): Field | undefined {
  return place.at === 'struct' ? place.message.fields.get(key) : undefined
}

function inside(place: Place, field: Field | undefined): Place {
  return placeOf(place.at === 'map' ? place.of : field?.type)
}

function itemsOf(field: Field | undefined): Place {
  const type = field?.type.at === 'pointer' ? field.type.of : field?.type
  return placeOf(type?.at === 'list' ? type.of : undefined)
}

function placeOf(type: FieldType | undefined): Place {
  if (type?.at === 'pointer') return placeOf(type.of)
  if (type?.at === 'message') return { at: 'struct', message: schema.message(type.index) }
  return type?.at === 'map' ? { at: 'map', of: type.of } : { at: 'unknown' }
}

/** A value that meets nothing to merge with: nulls and directives go. Undefined when the value is a directive. */
function withoutDirectives(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDirectives).filter((item) => item !== undefined)
  if (!isObject(value)) return value
  if (Object.hasOwn(value, directive)) return undefined
  const kept: JsonObject = {}
  for (const key of Object.keys(value)) {
    const inner = value[key] === null ? undefined : withoutDirectives(value[key])
    if (inner !== undefined) setOwn(kept, key, inner)
  }
  return kept
}
