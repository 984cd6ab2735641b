import type { Clock } from '@rxkube/clock'
import type { ListOptions } from '../lister-watcher.ts'

/** How a `FakeControllerSource` behaves where servers differ. */
export interface FakeControllerSourceOptions<T> {
  readonly description?: string
  /** Of the objects of the list; `kind` is followed by `List`. */
  readonly apiVersion?: string
  readonly kind?: string
  /** Without a clock there is no latency, and streams do not end after their `timeoutSeconds`. */
  readonly clock?: Clock
  /** Where the counter begins; the first write is one above. */
  readonly resourceVersion?: number
  /** False: `limit` is honoured at resourceVersion "0" too. */
  readonly watchCache?: boolean
  /** False: a server that knows no `sendInitialEvents` and answers 422. */
  readonly watchList?: boolean
  readonly watchListUnsupported?: boolean
  /** How a watch from before the history is refused: by HTTP status, or by an ERROR event after a 200. */
  readonly expiredWatch?: 'status' | 'event'
  /** False: `timeoutSeconds` is ignored. */
  readonly honoursTimeout?: boolean
  /** Which objects a request selects. */
  readonly matches?: (object: T, options: ListOptions) => boolean
}
