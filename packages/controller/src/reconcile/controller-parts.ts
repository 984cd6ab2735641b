import type { Client } from '@rxkube/client'
import type { Resource } from '@rxkube/meta'
import type { MetricsProvider } from '@rxkube/workqueue'
import type { EventRecorderLike } from '../event-sink.ts'
import type { InformerPool } from '../informers/informer-pool.ts'
import type { WriteLog } from '../read-your-writes/write-log.ts'
import type { StreamSource } from '../sources/stream-source.ts'
import type { WatchSource } from '../sources/watch-source.ts'
import type { Outcome } from './outcome.ts'
import type { ControllerOptions, Reconciler } from './reconciler.ts'

/** What all controllers of a manager share. */
export interface Surroundings {
  readonly client: Client
  readonly pool: InformerPool
  readonly writeLog: WriteLog
  readonly recorder: EventRecorderLike | undefined
  readonly queueMetrics: MetricsProvider | undefined
  /** Told of each outcome; `heard`: somebody else was told, too. */
  readonly told: (outcome: Outcome, heard: boolean) => void
  /** Throws when this process may not write any more. */
  guard(): void
}

/** What a controller is made of. */
export interface ControllerParts {
  readonly name: string
  /** What its requests are about; undefined where they are about nothing in particular. */
  readonly resource: Resource | undefined
  readonly watches: readonly WatchSource[]
  readonly streams: readonly StreamSource[]
  readonly reconciler: Reconciler
  readonly options: ControllerOptions
}
