import type { ListMeta } from '@rxkube/meta'
import { cacheOf, collectionOf, type Backend } from '../backend.ts'
import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { CompactedError } from '../store/collection.ts'
import type { Snapshot } from '../store/snapshot.ts'
import { badRequest, expired, rawError, type StatusError } from '../status.ts'
import { continueToken, parseContinueToken } from './continue-token.ts'
import type { ListOptions } from './options.ts'
import { newest, selectedOf, type Selection } from './selection.ts'
import { waitForCache, waitForRevision } from './wait-for-revision.ts'

/** A page of a list. */
export interface Page {
  readonly metadata: ListMeta
  /** In order, read as they are asked for; undefined in place of one that is not selected. Can be read again. */
  readonly objects: Iterable<ApiObject | undefined>
}

/** Objects that are looked at before other work has its turn. */
const turn = 2000

const lostContinue =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the ' +
  'continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing ' +
  'with the provided token results in an inconsistent list - objects that were created, modified, or deleted between ' +
  'the time the first chunk was returned and now may show up in the list.'

/** Reads a page of a collection at the revision that the options ask for. Throws the StatusError that refuses it. */
export async function listPage(
  backend: Backend,
  resource: ServedResource,
  options: ListOptions,
  selection: Selection,
  signal: AbortSignal,
): Promise<Page> {
  const { revision = 0, match, limit } = options
  if (options.continueToken !== '') return continued(backend, resource, options, selection)
  const exact = match === 'Exact' || (limit > 0 && revision > 0 && match === '')
  if (exact && revision > backend.store.revision && match === 'Exact') throw fromTheFuture()
  if (exact) {
    await waitForRevision(backend, revision, options.resourceVersion, signal)
    try {
      const collection = collectionOf(backend, resource)
      return page(backend, collection.listAt(revision, selection.prefix), selection, limit)
    } catch (error) {
      if (!(error instanceof CompactedError)) throw error
      throw expired('The resourceVersion for the provided list is too old.')
    }
  }
  // Version 0 is answered from the watch cache, which has no pages.
  const unpaged = options.resourceVersion === '0'
  if (revision > 0) await waitForCache(backend, resource, revision, options.resourceVersion, signal)
  const from = options.resourceVersion === '' ? collectionOf(backend, resource) : cacheOf(backend, resource)
  return page(backend, newest(from, selection), selection, unpaged ? 0 : limit)
}

function continued(
  backend: Backend,
  resource: ServedResource,
  options: ListOptions,
  selection: Selection,
): Page | Promise<Page> {
  const token = parseContinueToken(options.continueToken)
  if (options.resourceVersion !== '' && options.resourceVersion !== '0') {
    throw badRequest('specifying resource version is not allowed when using continue')
  }
  const collection = collectionOf(backend, resource)
  const { revision, after } = token
  if (revision > backend.store.revision) throw fromTheFuture()
  if (revision < 0) return page(backend, newest(collection, selection), selection, options.limit, after)
  try {
    const snapshot = collection.listAt(revision, selection.prefix)
    return page(backend, snapshot, selection, options.limit, after)
  } catch (error) {
    if (!(error instanceof CompactedError)) throw error
    throw expired(lostContinue, continueToken({ revision: -1, after: token.after }))
  }
}

function fromTheFuture(): StatusError {
  return rawError('etcdserver: mvcc: required revision is a future revision')
}

/** `after` is where the page before ended, without the prefix. */
function page(
  backend: Backend,
  snapshot: Snapshot,
  selection: Selection,
  limit: number,
  after = '',
): Page | Promise<Page> {
  const start = selection.single ? '' : selection.prefix
  const above = after === '' ? '' : `${start}${after}`
  if (limit > 0) return limited(backend, snapshot, selection, { limit, start, above })
  return {
    metadata: { resourceVersion: String(snapshot.revision) },
    objects: { [Symbol.iterator]: () => selectedOf(snapshot, selection, above) },
  }
}

async function limited(
  { clock }: Backend,
  snapshot: Snapshot,
  selection: Selection,
  { limit, start, above }: { readonly limit: number; readonly start: string; readonly above: string },
): Promise<Page> {
  const objects: ApiObject[] = []
  const metadata: ListMeta = { resourceVersion: String(snapshot.revision) }
  let looked = 0
  let last = ''
  for (const [key, object] of snapshot.entries(above)) {
    // oxlint-disable-next-line no-await-in-loop
    if (++looked % turn === 0) await clock.yield()
    if (!selection.matches(object)) continue
    if (objects.length === limit) {
      metadata.continue = continueToken({ revision: snapshot.revision, after: last.slice(start.length) })
      if (!selection.selective) metadata.remainingItemCount = snapshot.countAfter(last)
      break
    }
    objects.push(object)
    last = key
  }
  return { metadata, objects }
}
