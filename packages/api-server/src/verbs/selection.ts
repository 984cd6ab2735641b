import type { CacheOf } from '../backend.ts'
import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { Scope } from '../store/listeners.ts'
import type { Snapshot } from '../store/snapshot.ts'
import { fieldSelector } from './field-selector.ts'
import { labelSelector, type LabelSelector } from './label-selector.ts'

/** Which objects of a collection a request is about. */
export interface Selection {
  /** Keys begin with this: `''`, `ns/`, or one key. */
  readonly prefix: string
  /** Whether the prefix is a whole key. */
  readonly single: boolean
  /** A value that everything selected has. */
  readonly value: Scope['value'] | undefined
  readonly matches: (object: ApiObject) => boolean
  /** Whether selectors narrow it: remainingItemCount is unknown then. */
  readonly selective: boolean
}

/** Reads the selectors of a request. Throws a 400 StatusError for what cannot be parsed. */
export function selectionOf(
  resource: ServedResource,
  namespace: string,
  selectors: { readonly labelSelector: string; readonly fieldSelector: string },
  legacyName = '',
): Selection {
  const labels = selectors.labelSelector === '' ? undefined : labelSelector(selectors.labelSelector)
  const fields = selectors.fieldSelector === '' ? undefined : fieldSelector(selectors.fieldSelector, resource)
  const name = legacyName === '' ? fields?.name : legacyName
  const space = namespace === '' ? (fields?.namespace ?? '') : namespace
  const scope = resource.namespaced && space !== '' ? `${space}/` : ''
  const single = name !== undefined && name !== '' && (scope !== '' || !resource.namespaced)
  return {
    prefix: single ? `${scope}${name}` : scope,
    single,
    value: single ? undefined : (fields?.value ?? valueOf(labels)),
    matches: (object) =>
      (labels === undefined || labels.matches(object.metadata.labels ?? {})) &&
      (fields === undefined || fields.matches(object)) &&
      (legacyName === '' || object.metadata.name === legacyName),
    selective: labels !== undefined || fields !== undefined,
  }
}

/** What may be selected, as it is now: by key, by an index, or all under the prefix. */
export function newest(collection: CacheOf, { prefix, single, value }: Selection): Snapshot {
  if (single) return collection.one(prefix)
  const indexed = value === undefined ? undefined : collection.withValue(prefix, value)
  return indexed ?? collection.list(prefix)
}

/** Objects of a snapshot in order; undefined in place of one that is not selected, so that a reader can rest between. */
export function* selectedOf(
  snapshot: Snapshot,
  { matches }: Selection,
  after = '',
): Generator<ApiObject | undefined> {
  for (const [, object] of snapshot.entries(after)) yield matches(object) ? object : undefined
}

function valueOf(labels: LabelSelector | undefined): Scope['value'] {
  if (labels?.equal === undefined) return undefined
  const { key, value } = labels.equal
  const read = ({ metadata }: ApiObject): string => {
    const own = metadata.labels ?? {}
    return Object.hasOwn(own, key) ? (own[key] ?? '') : ''
  }
  // A colon is in no field's name.
  return { field: `label:${key}`, read, is: value }
}
