import { isObject, type JsonObject } from '../codec/json.ts'
import { mixedList, noMergeKey, orderMismatch, unknownDirective } from './strategic-merge-errors.ts'
import { rawError } from '../status.ts'

type Merge = (item: JsonObject, change: JsonObject) => JsonObject

/**
 * Merges the list of a patch into another one: scalars as a set, items with a key one by one. What is new goes in
 * front, as far as both orders can be kept.
 */
export function mergeLists(
  original: readonly unknown[],
  patch: readonly unknown[],
  key: string,
  merge: Merge,
): readonly unknown[] {
  const all = [...original, ...patch]
  if (!all.some(isObject)) {
    return orderBy([...new Set(all)], patch, original, '')
  }
  if (!all.every(isObject)) throw mixedList(original, patch)
  if (key === '') throw rawError('cannot merge lists without merge key')
  const { live, changes } = special(original, patch, key)
  const merged = [...live]
  // Of items with the same key, such as a port for TCP and for UDP, the first one is meant.
  const places = new Map<unknown, number>()
  for (const [at, item] of live.entries()) {
    const name = keyOf(item, key)
    if (!places.has(name)) places.set(name, at)
  }
  for (const change of changes) {
    const name = keyOf(change, key)
    const place = places.get(name) ?? merged.length
    const known = merged[place]
    places.set(name, place)
    merged[place] = known === undefined ? change : merge(known, change)
  }
  return orderBy(merged, changes, live, key)
}

/** Takes the directives out of the list of a patch and does what they say to the original. */
function special(
  original: readonly unknown[],
  patch: readonly unknown[],
  key: string,
): { readonly live: readonly JsonObject[]; readonly changes: readonly JsonObject[] } {
  const gone = new Set<unknown>()
  const changes: JsonObject[] = []
  let replace = false
  for (const item of patch.filter(isObject)) {
    const directive = item['$patch']
    if (directive === undefined) changes.push(item)
    else if (directive === 'delete') gone.add(keyOf(item, key))
    else if (directive === 'replace') replace = true
    else if (directive === 'merge') throw rawError('merging lists cannot yet be specified in the patch')
    else throw unknownDirective(directive, item)
  }
  if (replace) return { live: changes, changes: [] }
  return { live: original.filter(isObject).filter((item) => !gone.has(item[key])), changes }
}

/** The scalars of a list that another one does not name. */
export function deleteFromList(list: readonly unknown[], gone: readonly unknown[]): readonly unknown[] {
  const names = new Set(gone)
  return list.filter((item) => !names.has(item))
}

/**
 * Puts items in order: those that `order` names as it has them, the others as `live` has them, and between the two
 * those of `order` first, unless `live` has both the other way round.
 */
export function orderBy(
  items: readonly unknown[],
  order: readonly unknown[],
  live: readonly unknown[],
  key: string,
): readonly unknown[] {
  const inOrder = positions(order, key)
  const inLive = positions(live, key)
  const by = (places: ReadonlyMap<unknown, number>) => (a: unknown, b: unknown) =>
    (places.get(nameOf(a, key)) ?? places.size) - (places.get(nameOf(b, key)) ?? places.size)
  const named = items.filter((item) => inOrder.has(nameOf(item, key))).toSorted(by(inOrder))
  const others = items.filter((item) => !inOrder.has(nameOf(item, key))).toSorted(by(inLive))
  const sorted: unknown[] = []
  let next = 0
  for (const item of named) {
    const place = inLive.get(nameOf(item, key)) ?? -1
    for (; next < others.length; next++) {
      const other = inLive.get(nameOf(others[next], key)) ?? Infinity
      if (other > place) break
      sorted.push(others[next])
    }
    sorted.push(item)
  }
  return [...sorted, ...others.slice(next)]
}

/** Throws unless the items of a patch are in the order that the same patch sets. */
export function requireOrder(patch: readonly unknown[], order: readonly unknown[], key: string): void {
  if (patch.length === 0 || order.length === 0) return
  let at = 0
  for (const item of patch) {
    if (isObject(item) && item['$patch'] !== undefined) continue
    const name = key === '' || !isObject(item) ? item : keyOf(item, key)
    while (at < order.length && nameOf(order[at], key) !== name) at++
    if (at === order.length) throw orderMismatch(patch, order)
    at++
  }
}

function positions(list: readonly unknown[], key: string): ReadonlyMap<unknown, number> {
  const places = new Map<unknown, number>()
  for (const [at, item] of list.entries()) {
    const name = nameOf(item, key)
    if (!places.has(name)) places.set(name, at)
  }
  return places
}

function nameOf(item: unknown, key: string): unknown {
  return key !== '' && isObject(item) ? item[key] : item
}

function keyOf(item: JsonObject, key: string): unknown {
  const found = item[key]
  if (found === undefined) throw noMergeKey(item, key)
  return found
}
