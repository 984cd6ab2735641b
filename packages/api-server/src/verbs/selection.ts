import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { Scope } from '../store/listeners.ts'
import { fieldSelector } from './field-selector.ts'
import { labelSelector } from './label-selector.ts'

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
    value: single ? undefined : fields?.value,
    matches: (object) =>
      (labels === undefined || labels(object.metadata.labels ?? {})) &&
      (fields === undefined || fields.matches(object)) &&
      (legacyName === '' || object.metadata.name === legacyName),
    selective: labels !== undefined || fields !== undefined,
  }
}
