import { canonicalJson } from '@rxkube/meta'

/** What two items have to have in common to be the same item. */
export type ItemKey = unknown

/** Thrown for an item that two different ones could be mistaken for: it is no JSON data. Nothing was added. */
export class ItemKeyError extends TypeError {
  override readonly name = 'ItemKeyError'

  constructor(what: string) {
    super(`an item holds ${what}, so it cannot be told from others by its JSON: give the queue a keyOf`)
  }
}

// Prefixed, so that no string is mistaken for an object.
const objectMark = '\0'
const stringMark = '\0\0'

/**
 * Items are the same when their values are: objects when they have the same JSON, whatever the order of their keys.
 * Throws ItemKeyError for objects that JSON says nothing of: a Map, a Set, what has only private fields, what
 * holds functions, bigints or itself.
 */
export function itemKey(item: unknown): ItemKey {
  if (typeof item === 'string') return item.startsWith(objectMark) ? stringMark + item : item
  if (typeof item !== 'object' || item === null) return item
  assertJson(item)
  return objectMark + canonicalJson(item)
}

type Step = { readonly value: unknown } | { readonly leave: object }

function assertJson(item: object): void {
  // Most items are flat, and this is the way of every add.
  if (isPlain(item) && Object.values(item).every((member) => typeof member === 'string')) return
  const open: Step[] = [{ value: item }]
  const path = new Set<object>()
  for (let step = open.pop(); step; step = open.pop()) {
    if ('leave' in step) {
      path.delete(step.leave)
      continue
    }
    const { value } = step
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
      throw new ItemKeyError(`a ${typeof value}`)
    if (typeof value !== 'object' || value === null) continue
    if (path.has(value)) throw new ItemKeyError('itself')
    // A Date and its like say themselves what they are.
    if ('toJSON' in value && typeof value.toJSON === 'function') continue
    const members: unknown[] = Object.values(value)
    if (members.length === 0 && !isPlain(value))
      throw new ItemKeyError(`a ${value.constructor.name || 'object'} that shows no fields`)
    path.add(value)
    open.push({ leave: value })
    for (const member of members) open.push({ value: member })
  }
}

/** Whether it is an array or an object of no class, of this realm or another. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
