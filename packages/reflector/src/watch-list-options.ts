import type { ListOptions } from '@rxkube/client'

/**
 * What to ask a WatchList for, to get what this list would give; undefined when no WatchList can give the same.
 * Upstream: `watchlist.PrepareWatchListOptionsFromListOptions`.
 */
export function prepareWatchListOptions(
  options: ListOptions,
  { useWatchList = true }: { readonly useWatchList?: boolean } = {},
): ListOptions | undefined {
  const { limit = 0, continue: token, resourceVersionMatch, resourceVersion = '', ...rest } = options
  if (!useWatchList || token || resourceVersionMatch === 'Exact') return undefined
  // The server refuses a match that has nothing to match.
  if (resourceVersionMatch === 'NotOlderThan' && resourceVersion === '') return undefined
  // Only at "0" do servers with a watch cache answer with everything whatever the limit.
  if (limit > 0 && resourceVersion !== '0') return undefined
  return {
    ...rest,
    resourceVersion,
    resourceVersionMatch: 'NotOlderThan',
    allowWatchBookmarks: true,
    sendInitialEvents: true,
  }
}
