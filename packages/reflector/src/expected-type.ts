import { apiVersionOf, type KubernetesObject, type Resource } from '@rxkube/meta'

/** What the objects of a collection are; an absent field is not looked at. */
export interface ExpectedType {
  readonly apiVersion?: string | undefined
  readonly kind?: string | undefined
}

/** True for the answer to a request for a table, on a list as in a stream: by group and kind, not by kind alone. */
export function isTable({ apiVersion, kind }: ExpectedType): boolean {
  return kind === 'Table' && (apiVersion === 'meta.k8s.io/v1' || apiVersion === 'meta.k8s.io/v1beta1')
}

/**
 * What to expect of objects like this example: its own group, version and kind, or nothing when it does not say both.
 * Upstream: `getExpectedGVKFromObject`.
 */
export function expectedTypeOf(example: KubernetesObject | undefined): ExpectedType | undefined {
  return example?.apiVersion && example.kind
    ? { apiVersion: example.apiVersion, kind: example.kind }
    : undefined
}

/** What to expect of the objects of a resource; of their metadata alone with the projection `metadata`. */
export function expectedTypeOfResource(resource: Resource, projection?: 'full' | 'metadata'): ExpectedType {
  return projection === 'metadata'
    ? { apiVersion: 'meta.k8s.io/v1', kind: 'PartialObjectMetadata' }
    : { apiVersion: apiVersionOf(resource), kind: resource.kind }
}

/** How to call what is expected: `apps/v1, Kind=Deployment`. Upstream: `getTypeDescriptionFromObject`. */
export function typeDescription(expected: ExpectedType | undefined): string {
  if (!expected?.kind) return '<unspecified>'
  return expected.apiVersion ? `${expected.apiVersion}, Kind=${expected.kind}` : expected.kind
}

/**
 * Why this object cannot be taken for what is expected; undefined when it can. Items of lists say neither their
 * apiVersion nor their kind, so only what is said counts.
 */
export function misfit(object: unknown, expected: ExpectedType | undefined): string | undefined {
  if (typeof object !== 'object' || object === null) return 'it is no object'
  const { apiVersion, kind, metadata } = object as KubernetesObject
  if (isTable({ apiVersion, kind })) return 'it is a Table'
  const other = otherType({ apiVersion, kind }, expected)
  if (other !== undefined) return other
  // Servers are foreign: a type says nothing about what they really sent.
  const meta: unknown = metadata
  if (typeof meta !== 'object' || meta === null) return 'it has no metadata'
  return undefined
}

/** What an object says it is, where that is not what is expected. */
export function otherType(object: unknown, expected: ExpectedType | undefined): string | undefined {
  const { apiVersion, kind } = (object ?? {}) as ExpectedType
  if (expected?.kind && kind && kind !== expected.kind) return `it is a ${kind}, not a ${expected.kind}`
  return expected?.apiVersion && apiVersion && apiVersion !== expected.apiVersion
    ? `its apiVersion is ${apiVersion}, not ${expected.apiVersion}`
    : undefined
}
