import type { Lister } from '@rxkube/indexer'
import type { Cached, KubernetesObject } from '@rxkube/meta'
import type { Observable } from 'rxjs'
import type { Change } from './change.ts'
import type { EventHandlerOptions, ResourceEventHandlerRegistration } from './event-handler-options.ts'
import type { ResourceEventHandler } from './handlers.ts'
import type { InformerStatus } from './informer-status.ts'
import type { CacheSyncOptions, ChangesOptions } from './shared-informer-options.ts'

/**
 * What a reader of an informer needs, whatever indices it has: the type for parameters. Every `SharedInformer` of such
 * objects is one.
 */
export interface InformerView<T extends KubernetesObject = KubernetesObject> {
  readonly name: string
  /** What is watched, such as `pods`. */
  readonly description: string
  /** The cache by namespace and name. */
  readonly lister: Lister<T>
  readonly status: InformerStatus
  readonly status$: Observable<InformerStatus>
  readonly error$: Observable<Error>
  /** The newest version that the reflector has handed over; `''` before the first. */
  readonly lastSyncResourceVersion: string
  readonly synced: Promise<void>
  hasSynced(): boolean
  isStopped(): boolean
  waitForCacheSync(options?: CacheSyncOptions): Promise<void>
  addEventHandler(
    handler: ResourceEventHandler<T>,
    options?: EventHandlerOptions<T>,
  ): ResourceEventHandlerRegistration
  changes(options?: ChangesOptions): Observable<Change<T>>
  events(options?: ChangesOptions & { readonly signal?: AbortSignal }): AsyncIterable<Change<T>, undefined>
  observe$(
    key: string | { readonly namespace?: string; readonly name: string },
  ): Observable<Cached<T> | undefined>
}
