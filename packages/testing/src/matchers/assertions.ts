import assert from 'node:assert/strict'
import type { Cached, KubernetesObject } from '@rxkube/meta'

/** What can say whether it has synced: an informer, a handler's registration. */
export interface Syncing {
  hasSynced(): boolean
  readonly status?: { readonly lastError?: Error | undefined }
}

/** What can be listed: an indexer, a lister, a store. */
export interface Listing {
  list(): readonly (KubernetesObject | Cached<KubernetesObject>)[]
}

/** Throws an AssertionError unless it has synced; the last error of an informer is the cause. */
export function assertSynced(syncing: Syncing): void {
  if (syncing.hasSynced()) return
  const cause = syncing.status?.lastError
  const why = cause === undefined ? '' : `: ${cause.message}`
  const error = new assert.AssertionError({ message: `has not synced${why}`, operator: 'assertSynced' })
  throw cause === undefined ? error : Object.assign(error, { cause })
}

/**
 * Throws an AssertionError unless the cache lists exactly these objects, given as `name@resourceVersion`, or as
 * `namespace/name` or `name` where the version does not matter.
 */
export function assertHolds(cache: Listing, expected: readonly string[]): void {
  const found = cache.list().map(facesOf)
  const faces = expected.map((wanted) => found.find((each) => each.includes(wanted))?.[0] ?? wanted)
  assert.deepEqual(
    found.map(([first]) => first ?? '').toSorted(),
    faces.toSorted(),
    'the cache lists other objects',
  )
}

/** Throws an AssertionError unless the objects of the two are the same, deep down: a cache and what the server has. */
export function assertConverged(cache: Listing, server: Listing): void {
  const sorted = (listing: Listing) =>
    listing.list().toSorted((a, b) => ((facesOf(a)[0] ?? '') < (facesOf(b)[0] ?? '') ? -1 : 1))
  assert.deepEqual(sorted(cache), sorted(server), 'the cache is not what the server has')
}

/** The ways to write one object, the fullest first. */
function facesOf({ metadata }: KubernetesObject | Cached<KubernetesObject>): readonly string[] {
  const { name = '', namespace, resourceVersion = '' } = metadata ?? {}
  const full = namespace ? `${namespace}/${name}` : name
  return [`${full}@${resourceVersion}`, full, `${name}@${resourceVersion}`, name]
}
