import type { KubernetesObject, ListMeta } from '@rxkube/meta'
import type { ListOptions } from '../lister-watcher.ts'
import { apiError } from './fake-errors.ts'
import type { FakeHistory } from './fake-history.ts'
import { statuses } from './fake-statuses.ts'
import type { FakeFilter } from './fake-view.ts'

/** A page of a list as the model server answers it. */
export interface FakeListing<T> {
  readonly items: readonly T[]
  readonly metadata: ListMeta
}

interface Continuation {
  readonly revision: number
  readonly index: number
}

function encode(token: Continuation): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url')
}

function decode(text: string): Continuation {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Continuation
  } catch (cause) {
    throw Object.assign(apiError(statuses.badRequest('continue key is not valid')), { cause })
  }
}

/** The revision to list at, by the rules of `resourceVersion` and `resourceVersionMatch`. */
function revisionOf(options: ListOptions, newest: number, seen: number, compacted: number): number {
  const { resourceVersion = '', resourceVersionMatch: match } = options
  if (match !== undefined && resourceVersion === '') {
    throw apiError(
      statuses.badRequest('resourceVersionMatch is forbidden unless resourceVersion is provided'),
    )
  }
  if (resourceVersion === '') return newest
  const asked = Number(resourceVersion)
  if (match === 'Exact') {
    if (asked < compacted) throw apiError(statuses.expired())
    if (asked > newest) throw apiError(statuses.tooLarge())
    return asked
  }
  if (asked > seen) throw apiError(statuses.tooLarge())
  return seen
}

/** Answers a LIST from the history as a server would that has seen it up to `seen`. */
export function listing<T extends KubernetesObject>(
  history: FakeHistory<T>,
  options: ListOptions,
  { seen, filter, watchCache }: { seen: number; filter: FakeFilter<T>; watchCache: boolean },
): FakeListing<T> {
  const { limit = 0, continue: token = '', resourceVersion = '' } = options
  let revision
  let start = 0
  if (token === '') {
    revision = revisionOf(options, history.revision, seen, history.compacted)
  } else {
    if (resourceVersion !== '' && resourceVersion !== '0') {
      throw apiError(statuses.badRequest('specifying resource version is not allowed when using continue'))
    }
    ;({ revision, index: start } = decode(token))
    if (revision < history.compacted) throw apiError(statuses.expired())
  }
  const all = history.at(revision).filter(filter)
  // The watch cache answers "0" and ignores the limit.
  const paged = limit > 0 && !(watchCache && resourceVersion === '0' && token === '')
  const items = paged ? all.slice(start, start + limit) : all.slice(start)
  const left = all.length - start - items.length
  const next = encode({ revision, index: start + items.length })
  return {
    items,
    metadata: {
      resourceVersion: String(revision),
      ...(left > 0 && { continue: next, remainingItemCount: left }),
    },
  }
}
