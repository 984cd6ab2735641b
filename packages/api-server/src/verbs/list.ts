import type { ListMeta } from '@rxkube/meta'
import { collectionOf, type Backend } from '../backend.ts'
import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { CompactedError, type Collection, type Snapshot } from '../store/collection.ts'
import { lowerBound } from '../store/key-order.ts'
import { badRequest, expired, rawError } from '../status.ts'
import { continueToken, parseContinueToken } from './continue-token.ts'
import type { ListOptions } from './options.ts'
import type { Selection } from './selection.ts'
import { waitForRevision } from './wait-for-revision.ts'

/** A page of a list. */
export interface Page {
  readonly metadata: ListMeta
  readonly objects: readonly ApiObject[]
}

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
  if (exact && revision > backend.store.revision && match === 'Exact') {
    throw rawError('etcdserver: mvcc: required revision is a future revision')
  }
  if (revision > 0) await waitForRevision(backend, revision, options.resourceVersion, signal)
  const collection = collectionOf(backend, resource)
  if (exact) {
    try {
      return page(collection.listAt(revision, selection.prefix), selection, limit)
    } catch (error) {
      if (!(error instanceof CompactedError)) throw error
      throw expired('The resourceVersion for the provided list is too old.')
    }
  }
  // Version 0 is answered from the watch cache, which has no pages.
  const unpaged = options.resourceVersion === '0'
  return page(newest(collection, selection), selection, unpaged ? 0 : limit)
}

function continued(
  backend: Backend,
  resource: ServedResource,
  options: ListOptions,
  selection: Selection,
): Page {
  const token = parseContinueToken(options.continueToken)
  if (options.resourceVersion !== '' && options.resourceVersion !== '0') {
    throw badRequest('specifying resource version is not allowed when using continue')
  }
  const collection = collectionOf(backend, resource)
  if (token.revision < 0) return page(newest(collection, selection), selection, options.limit, token.after)
  try {
    return page(collection.listAt(token.revision, selection.prefix), selection, options.limit, token.after)
  } catch (error) {
    if (!(error instanceof CompactedError)) throw error
    throw expired(lostContinue, continueToken({ revision: -1, after: token.after }))
  }
}

function newest(collection: Collection, { prefix, single }: Selection): Snapshot {
  return single ? collection.one(prefix) : collection.list(prefix)
}

function page(snapshot: Snapshot, selection: Selection, limit: number, after = ''): Page {
  const { revision, keys, get } = snapshot
  const start = selection.single ? '' : selection.prefix
  const objects: ApiObject[] = []
  const metadata: ListMeta = { resourceVersion: String(revision) }
  let last = ''
  for (let at = after === '' ? 0 : lowerBound(keys, `${start}${after}\u0000`); at < keys.length; at++) {
    const key = keys[at] ?? ''
    const object = get(key)
    if (object === undefined || !selection.matches(object)) continue
    if (limit > 0 && objects.length === limit) {
      metadata.continue = continueToken({ revision, after: last })
      if (!selection.selective) metadata.remainingItemCount = keys.length - at
      break
    }
    objects.push(object)
    last = key.slice(start.length)
  }
  return { metadata, objects }
}
