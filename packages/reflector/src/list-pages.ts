import { isExpired, type ListerWatcher, type ListOptions, type ListPart } from '@rxkube/client'
import type { KubernetesObject, ListMeta } from '@rxkube/meta'

/** What a list in pages gives: `restarted` takes back the items before it. */
export type PagePart<T> =
  | { readonly type: 'items'; readonly items: readonly T[] }
  | { readonly type: 'restarted' }
  | (Extract<ListPart<T>, { readonly type: 'end' }> & { readonly paginated: boolean })

/**
 * Lists page after page. When the snapshot behind the pages is compacted away, everything is asked for once more, in
 * one request at the version that was asked for first. The version is that of the first page.
 */
export async function* listPages<T extends KubernetesObject>(
  listerWatcher: ListerWatcher<T>,
  options: ListOptions,
  signal: AbortSignal,
): AsyncGenerator<PagePart<T>, void, undefined> {
  const { limit, resourceVersion: _version, resourceVersionMatch: _match, ...rest } = options
  let request = options
  let metadata: ListMeta | undefined
  for (;;) {
    try {
      const end = yield* items(listerWatcher, request, signal)
      metadata ??= end.metadata
      if (!end.metadata.continue) {
        return yield { ...end, metadata, paginated: request !== options }
      }
      // The server rejects a version beside the token, which holds it.
      request = { ...rest, ...(limit !== undefined && { limit }), continue: end.metadata.continue }
    } catch (error) {
      if (request === options || !isExpired(error) || signal.aborted) throw error
      yield { type: 'restarted' }
      const { limit: _limit, ...whole } = options
      const end = yield* items(listerWatcher, whole, signal)
      return yield { ...end, paginated: true }
    }
  }
}

async function* items<T extends KubernetesObject>(
  listerWatcher: ListerWatcher<T>,
  options: ListOptions,
  signal: AbortSignal,
): AsyncGenerator<PagePart<T>, Extract<ListPart<T>, { readonly type: 'end' }>, undefined> {
  for await (const part of listerWatcher.list(options, { signal })) {
    if (part.type === 'end') return part
    yield part
  }
  throw new Error('the list ended without saying so: its ListerWatcher gave no end')
}
