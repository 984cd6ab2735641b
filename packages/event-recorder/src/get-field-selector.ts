import { apiVersionOf, FieldSelector, type FieldRequirement, type Resource } from '@rxkube/meta'

/** Thrown when events are asked for in a version that has none. */
export class UnknownEventsVersionError extends Error {
  override readonly name = 'UnknownEventsVersionError'
  readonly apiVersion: string

  constructor(apiVersion: string) {
    super(`"${apiVersion}" has no events: use v1 or events.k8s.io/v1`)
    this.apiVersion = apiVersion
  }
}

/** What an event is about; only what is given counts. */
export interface Regarding {
  /** `v1`, `apps/v1`. */
  readonly apiVersion?: string | undefined
  readonly kind?: string | undefined
  readonly name?: string | undefined
  readonly uid?: string | undefined
}

const prefixes = new Map([
  ['v1', 'involvedObject'],
  ['events.k8s.io/v1', 'regarding'],
  ['events.k8s.io/v1beta1', 'regarding'],
])

/**
 * Selects the events about an object in lists and watches of `events`: the resource `Event` or `EventsV1Event`. Throws
 * an `UnknownEventsVersionError`. client-go: `GetFieldSelector`.
 */
export function getFieldSelector(
  events: Pick<Resource, 'group' | 'version'>,
  { name, kind, apiVersion, uid }: Regarding,
): FieldSelector {
  const version = apiVersionOf(events)
  const prefix = prefixes.get(version)
  if (prefix === undefined) throw new UnknownEventsVersionError(version)
  const requirements = Object.entries({ name, kind, apiVersion, uid }).flatMap<FieldRequirement>(
    ([field, value]) => (value ? [{ field: `${prefix}.${field}`, operator: '=', value }] : []),
  )
  return new FieldSelector(requirements)
}
