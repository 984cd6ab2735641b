import type { ListerWatcher, WatchEvent } from '@rxkube/client'
import type { KubernetesObject } from '@rxkube/meta'
import { defer, finalize, from, type Observable } from 'rxjs'
import { InformerWatcher, type InformerWatcherOptions } from './informer-watcher.ts'

/**
 * An informer as a stream of watch events, in batches. Cold: each subscription is an informer of its own, and
 * unsubscribing stops it. `changes()` of a SharedInformer is what most want.
 */
export function informerWatcher<T extends KubernetesObject>(
  listerWatcher: ListerWatcher<T>,
  options: InformerWatcherOptions<T> = {},
): Observable<readonly WatchEvent<T>[]> {
  return defer(() => {
    const watch = new InformerWatcher(listerWatcher, options)
    return from(watch).pipe(finalize(() => watch.stop()))
  })
}
