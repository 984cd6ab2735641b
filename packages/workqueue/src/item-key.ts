import { canonicalJson } from '@rxkube/meta'

/** What two items have to have in common to be the same item. */
export type ItemKey = unknown

/** Prefixed, so that no string is mistaken for an object. */
const objectMark = '\0'

/** Items are the same when their values are: objects when they have the same JSON, whatever the order of their keys. */
export function itemKey(item: unknown): ItemKey {
  return typeof item === 'object' && item !== null ? objectMark + canonicalJson(item) : item
}
