import type { ListerWatcher } from '@rxkube/client'
import type { Clock, Random } from '@rxkube/clock'
import { DeltaFIFO, RealFIFO, type PopProcess, type Queue } from '@rxkube/delta-fifo'
import type { Indexer } from '@rxkube/indexer'
import { metaNamespaceKey, type KubernetesObject } from '@rxkube/meta'
import { Reflector, type ReflectorStatus } from '@rxkube/reflector'
import { Controller } from './controller.ts'
import { CacheMutationDetector } from './mutation-detector.ts'
import type { Session } from './informer-life.ts'
import type { InformerMetrics } from './informer-name.ts'
import { Graveyard } from './graveyard.ts'
import type { Notification } from './notification.ts'
import {
  processDeltas,
  processDeltasInBatch,
  type Distributor,
  type ProcessDeltasOptions,
} from './process-deltas.ts'
import type { Registrations } from './registrations.ts'
import type { InformerReflectorOptions } from './shared-informer-options.ts'
import type { Transform } from './transform.ts'
import { watchedStore } from './watched-store.ts'

/** What a session is made of. */
export interface InformerSessionOptions<T extends KubernetesObject> {
  readonly name: string
  readonly listerWatcher: ListerWatcher<T>
  readonly indexer: Indexer<T>
  readonly registrations: Registrations<T>
  readonly queue: 'RealFIFO' | 'DeltaFIFO'
  readonly transform: Transform<T>
  readonly watchErrorHandler: ((error: Error) => void) | undefined
  readonly reflector: InformerReflectorOptions
  readonly metrics: InformerMetrics | undefined
  readonly detectsMutations: boolean
  readonly clock: Clock
  readonly random: Random
  /** Told when the cache is whole, before anything later is told. */
  readonly synced: () => void
  readonly report: (error: Error) => void
  readonly onChange: () => void
}

/** Throws for options with which no session could begin: an informer says so when it is made. */
export function checkReflectorOptions<T extends KubernetesObject>(
  listerWatcher: ListerWatcher<T>,
  options: InformerReflectorOptions | undefined,
): void {
  void new Reflector(listerWatcher, options)
}

/** One reflector, one queue and one drain loop that keep the cache of an informer level with the server. */
export class InformerSession<T extends KubernetesObject> implements Session {
  readonly #options: InformerSessionOptions<T>
  readonly #queue: Queue<T>
  readonly #reflector: Reflector<T>
  readonly #detector: CacheMutationDetector | undefined
  #controller: Controller<T> | undefined
  #dropped = 0

  constructor(options: InformerSessionOptions<T>) {
    const { name, clock, random, indexer, metrics, registrations } = options
    this.#options = options
    this.#queue =
      options.queue === 'DeltaFIFO'
        ? new DeltaFIFO<T>({ clock, metrics, knownObjects: indexer })
        : new RealFIFO<T>({ clock, metrics })
    this.#detector = options.detectsMutations
      ? new CacheMutationDetector({ clock, onMutation: options.report })
      : undefined
    this.#reflector = new Reflector<T>(options.listerWatcher, {
      ...options.reflector,
      name,
      clock,
      random,
      resyncPeriod: registrations.resyncCheckPeriod,
      shouldResync: () => registrations.processor.tick(clock.monotonic()),
      watchErrorHandler: options.watchErrorHandler,
    })
  }

  /** The newest version that was handed to the queue. */
  get resourceVersion(): string {
    return this.#reflector.lastSyncResourceVersion
  }

  get reflectorStatus(): ReflectorStatus {
    return this.#reflector.status
  }

  /** Deltas that wait. */
  get queued(): number {
    return this.#queue.size
  }

  /** Events that changed nothing. */
  get dropped(): number {
    return this.#dropped
  }

  /** Objects that do not belong, or have no name. */
  get quarantined(): number {
    return (this.#controller?.skipped ?? 0) + this.#reflector.status.skipped
  }

  async run(signal: AbortSignal): Promise<void> {
    const { report, onChange, synced } = this.#options
    const process = this.#process(signal)
    // What comes later than the first population is told later than its end.
    const inOrder =
      (work: typeof processDeltas<T>): PopProcess<T> =>
      (deltas, initial) => {
        if (!initial) synced()
        onChange()
        const waiting = work(deltas, initial, process)
        // A DeltaFIFO resyncs key by key: with the last one the cache was shown to everybody who was due.
        const resynced = this.#queue.size === 0 && deltas.some(({ type }) => type === 'Sync')
        if (resynced) this.#options.registrations.processor.resynced()
        return waiting
      }
    void this.#queue.synced.then(synced)
    const watching = this.#reflector.status$.subscribe(onChange)
    this.#controller = new Controller<T>({
      queue: this.#queue,
      transform: this.#options.transform,
      skipped: report,
      transformFailed: report,
      known: (key) => this.#options.indexer.getByKey(key) as T | undefined,
      reflector: this.#reflector,
      process: inOrder(processDeltas),
      processBatch: inOrder(processDeltasInBatch),
      // A delta that cannot be written is given up: the next state of its object, or a relist, makes up for it.
      onProcessError: (error) => report(error instanceof Error ? error : new Error(String(error))),
      clock: this.#options.clock,
    })
    try {
      await Promise.all([this.#controller.run({ signal }), this.#detector?.run({ signal })])
    } finally {
      watching.unsubscribe()
    }
  }

  #process(signal: AbortSignal): ProcessDeltasOptions<T> {
    const { indexer, registrations, clock } = this.#options
    const { processor } = registrations
    const telling = (audience: Distributor<T>): Distributor<T> => ({
      distribute: (notifications) => audience.distribute(this.#detected(notifications)),
    })
    return {
      indexer: watchedStore(indexer, (isWriting) => registrations.setWriting(isWriting)),
      distributor: {
        distribute: (notifications) =>
          signal.aborted ? undefined : processor.distribute(this.#detected(notifications)),
        audience: () => telling(processor.audience()),
        resyncAudience: () => telling(processor.resyncAudience()),
      },
      keyFunc: metaNamespaceKey,
      clock,
      signal,
      dropped: () => void this.#dropped++,
      graveyard: new Graveyard(),
    }
  }

  /** The same notifications, of which the mutation detector takes note. */
  *#detected(notifications: Iterable<Notification<T>>): Generator<Notification<T>> {
    for (const notification of notifications) {
      if (notification.type !== 'deleted') this.#detector?.add(notification.key, notification.object)
      yield notification
    }
  }
}
