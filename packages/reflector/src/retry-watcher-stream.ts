import type { ListerWatcher, WatchEvent } from '@rxkube/client'
import type { KubernetesObject } from '@rxkube/meta'
import { defer, finalize, from, type Observable } from 'rxjs'
import { RetryWatcher, type RetryWatcherOptions } from './retry-watcher.ts'

/**
 * A RetryWatcher as a stream of batches: every event after `resourceVersion`. Cold: each subscription watches for
 * itself, and unsubscribing ends its request. Completes after the ERROR event that ends it; fails with
 * InitialResourceVersionError for `''` and `'0'`.
 */
export function retryWatcher<T extends KubernetesObject>(
  watcher: Pick<ListerWatcher<T>, 'watch'>,
  resourceVersion: string,
  options: RetryWatcherOptions = {},
): Observable<readonly WatchEvent<T>[]> {
  return defer(() => {
    const watch = new RetryWatcher(watcher, resourceVersion, options)
    return from(watch).pipe(finalize(() => watch.stop()))
  })
}
