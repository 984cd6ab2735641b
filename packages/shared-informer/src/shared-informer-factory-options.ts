import type { ListOptions } from '@rxkube/client'
import type { Duration } from '@rxkube/clock'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import type { InformerMetricsProvider, InformerName } from './informer-name.ts'
import type { InformerSource } from './informer-source.ts'
import type { SharedInformerOptions } from './shared-informer-options.ts'
import type { Transform } from './transform.ts'

/** What is the same for all informers of a factory. */
type Common = Pick<
  SharedInformerOptions,
  'clock' | 'random' | 'freeze' | 'queue' | 'watchErrorHandler' | 'onHandlerError' | 'linger' | 'reflector'
>

/** How the informers of a factory work; all of it is optional. */
export interface SharedInformerFactoryOptions extends Common {
  /** Only objects of this namespace; of all unless told. */
  readonly namespace?: string | undefined
  /** Has the last word on the options of every list and watch, such as selectors. */
  readonly tweakListOptions?: ((options: ListOptions) => ListOptions) | undefined
  /** The resync period of informers that are given no other; 0, the default, is never. */
  readonly defaultResync?: Duration | undefined
  /** Resync periods of single resources. */
  readonly customResync?: Iterable<readonly [Resource, Duration]> | undefined
  /** What becomes of each object before it is stored, where an informer has no transform of its own. */
  readonly transform?: Transform<KubernetesObject> | undefined
  /** Who the informers are in metrics; released at shutdown. */
  readonly name?: InformerName | undefined
  readonly metricsProvider?: InformerMetricsProvider | undefined
  /** Other places to get objects from than the client. */
  readonly source?: InformerSource | undefined
}

/** How one informer of a factory differs from the others. */
export interface InformerForOptions<T extends KubernetesObject, IndexName extends string> extends Pick<
  SharedInformerOptions<T, IndexName>,
  'indexers' | 'transform' | 'resyncPeriod'
> {
  /** `metadata` asks the server for metadata alone: a cache of its own, beside that of whole objects. */
  readonly projection?: 'full' | 'metadata' | undefined
}
