import {
  canonicalJson,
  deepCopy,
  newControllerRef,
  safeEncodeString,
  type Cached,
  type ControllerRevision,
  type KubernetesObject,
  type Resource,
} from '@rxkube/meta'

/** The label that a ControllerRevision carries the hash of its data in. */
export const controllerRevisionHashLabel = 'controller.kubernetes.io/hash'

// So that with a dash and the longest hash a name stays below 253 characters, and legible beside other prefixes.
const longestPrefix = 223

/** The name of a revision: its parent's, cut to 223 characters, and the hash. Upstream: `ControllerRevisionName`. */
export function controllerRevisionName(prefix: string, hash: string): string {
  return `${prefix.slice(0, longestPrefix)}-${hash}`
}

/**
 * The hash of a revision's data and, where one is given, of the number of names that turned out to be taken. The order of
 * keys in the data does not matter. Upstream: `HashControllerRevision`.
 */
export function hashControllerRevision(
  { data }: Cached<ControllerRevision>,
  collisionCount?: number,
): string {
  const text = data === undefined ? '' : canonicalJson(data)
  return safeEncodeString(String(fnv1(text + (collisionCount === undefined ? '' : String(collisionCount)))))
}

/** FNV-1: unlike in 1a the multiplication comes first. */
function fnv1(text: string): number {
  let hash = 0x81_1c_9d_c5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash, 0x01_00_01_93) ^ byte
  return hash >>> 0
}

/** What a new revision is made of. */
export interface ControllerRevisionParts {
  readonly parent: Cached<KubernetesObject>
  readonly parentResource: Resource
  /** Those of the parent's template. */
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** What the revision is to keep: usually a patch that makes the parent what it was. */
  readonly data: ControllerRevision['data']
  readonly revision: number
  readonly collisionCount?: number | undefined
}

/** A revision of a parent, not yet stored. Upstream: `NewControllerRevision`. */
export function newControllerRevision(parts: ControllerRevisionParts): ControllerRevision {
  const { parent, parentResource, labels, data, revision, collisionCount } = parts
  const made: ControllerRevision = { metadata: {}, data: deepCopy(data), revision }
  const hash = hashControllerRevision(made, collisionCount)
  made.metadata = {
    name: controllerRevisionName(parent.metadata?.name ?? '', hash),
    labels: { ...labels, [controllerRevisionHashLabel]: hash },
    ownerReferences: [newControllerRef(parent, parentResource)],
    ...(parent.metadata?.namespace !== undefined && { namespace: parent.metadata.namespace }),
  }
  return made
}

/** By revision, then older first, then by name. For `sort`. Upstream: `SortControllerRevisions`. */
export function compareControllerRevisions(
  a: Cached<ControllerRevision>,
  b: Cached<ControllerRevision>,
): number {
  return a.revision - b.revision || created(a) - created(b) || byName(a, b)
}

function created({ metadata }: Cached<ControllerRevision>): number {
  return Date.parse(metadata.creationTimestamp ?? '') || 0
}

function byName(a: Cached<ControllerRevision>, b: Cached<ControllerRevision>): number {
  const [x, y] = [a.metadata.name ?? '', b.metadata.name ?? '']
  return x < y ? -1 : Number(x > y)
}

/** Whether two revisions keep the same. Neither being there is the same as well. Upstream: `EqualRevision`. */
export function equalControllerRevisions(
  a: Cached<ControllerRevision> | undefined,
  b: Cached<ControllerRevision> | undefined,
): boolean {
  if (!a || !b) return a === b
  const [first, second] = [numericHash(a), numericHash(b)]
  // Hashes are hardly ever numbers; upstream looks all the same.
  if (first !== undefined && second !== undefined && first !== second) return false
  return canonicalJson(a.data) === canonicalJson(b.data)
}

function numericHash({ metadata }: Cached<ControllerRevision>): number | undefined {
  const text = metadata.labels?.[controllerRevisionHashLabel] ?? ''
  return /^\d{1,10}$/.test(text) && Number(text) < 2 ** 32 ? Number(text) : undefined
}

/** Those of `revisions` that keep the same as `wanted`, in their order. Upstream: `FindEqualRevisions`. */
export function findEqualControllerRevisions<R extends Cached<ControllerRevision>>(
  revisions: readonly R[],
  wanted: Cached<ControllerRevision>,
): R[] {
  return revisions.filter((revision) => equalControllerRevisions(revision, wanted))
}
