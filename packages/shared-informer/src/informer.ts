import { systemClock, type Clock } from '@rxkube/clock'
import type { ListerWatcher } from '@rxkube/client'
import { DeltaFIFO, MetricsGuard, RealFIFO, type PopProcess, type Queue } from '@rxkube/delta-fifo'
import { Indexer, type Indexers } from '@rxkube/indexer'
import { metaNamespaceKey, type KeyFunc, type KubernetesObject } from '@rxkube/meta'
import { Reflector, type ReflectorOptions } from '@rxkube/reflector'
import { Controller } from './controller.ts'
import { Graveyard } from './graveyard.ts'
import { isThenable } from './is-thenable.ts'
import { callHandler, type ResourceEventHandler } from './handlers.ts'
import {
  informerMetrics,
  type InformerIdentity,
  type InformerMetrics,
  type InformerMetricsProvider,
} from './informer-name.ts'
import type { Notification } from './notification.ts'
import {
  processDeltas,
  processDeltasInBatch,
  type Distributor,
  type DroppedDelta,
  type ProcessDeltasOptions,
} from './process-deltas.ts'
import type { QueueSinkOptions } from './queue-sink.ts'
import { stripManagedFields } from './transform.ts'

/** How an Informer works. Upstream: `InformerOptions`. */
export interface InformerOptions<T extends KubernetesObject, Name extends string = string> extends Omit<
  QueueSinkOptions<T>,
  'queue'
> {
  readonly listerWatcher: ListerWatcher<T>
  readonly handler: ResourceEventHandler<T>
  readonly indexers?: Indexers<T, Name> | undefined
  /** How it lists and watches, and how often it resyncs. */
  readonly reflector?: ReflectorOptions | undefined
  readonly queue?: 'RealFIFO' | 'DeltaFIFO' | undefined
  /** Who it is in metrics; without it there are none. */
  readonly identity?: InformerIdentity | undefined
  readonly metricsProvider?: InformerMetricsProvider | undefined
  /** Told of each delta that had no effect. */
  readonly dropped?: ((why: DroppedDelta) => void) | undefined
  /** Told when the cache could not be written; without it such an error ends the run. */
  readonly onStoreError?: ((error: unknown) => void) | undefined
  readonly clock?: Clock | undefined
}

/**
 * A cache with one handler, which is called within the loop that writes the cache: a handler that takes its time
 * holds up the next write, and what it throws ends the run. Most want a SharedInformer. Upstream:
 * `NewInformerWithOptions`.
 */
export class Informer<T extends KubernetesObject = KubernetesObject, Name extends string = string> {
  /** The cache: read it, never write it. */
  readonly store: Indexer<T, Name>
  readonly #controller: Controller<T>
  readonly #calls: HandlerCalls<T>

  constructor(options: InformerOptions<T, Name>) {
    const { handler, identity, dropped, onStoreError, clock = systemClock } = options
    const keyFunc: KeyFunc<T> = options.keyFunc ?? metaNamespaceKey
    const metrics = identity && informerMetrics(identity, options.metricsProvider)
    const { indexers } = options
    this.store = new Indexer({ keyFunc, ...(indexers && { indexers }) })
    const calls = new HandlerCalls(handler)
    this.#calls = calls
    const processing: ProcessDeltasOptions<T> = {
      indexer: this.store,
      distributor: calls,
      keyFunc,
      clock,
      dropped,
      graveyard: new Graveyard(),
    }
    this.#controller = new Controller({
      reflector: new Reflector(options.listerWatcher, { clock, ...options.reflector }),
      queue: this.#queue(options, keyFunc, clock, metrics),
      process: this.#telling(metrics, (deltas, initial) => processDeltas(deltas, initial, processing)),
      processBatch: this.#telling(metrics, (deltas, initial) =>
        processDeltasInBatch(deltas, initial, processing),
      ),
      onProcessError: (error) => {
        if (calls.failed || onStoreError === undefined) throw error
        onStoreError(error)
      },
      keyFunc,
      transform: options.transform ?? stripManagedFields,
      shouldResync: options.shouldResync,
      skipped: options.skipped,
      transformFailed: options.transformFailed,
      known: (key) => this.store.getByKey(key) as T | undefined,
      clock,
    })
  }

  /** As `run` of a Controller, whose signal the handler gets; rejects also with what the handler threw. */
  run(options: { readonly signal: AbortSignal }): Promise<void> {
    this.#calls.signal ??= options.signal
    return this.#controller.run(options)
  }

  hasSynced(): boolean {
    return this.#controller.hasSynced()
  }

  /** Resolves when `hasSynced()` turns true. */
  get synced(): Promise<void> {
    return this.#controller.synced
  }

  /** The newest version that was received; `''` before the first list. */
  get lastSyncResourceVersion(): string {
    return this.#controller.lastSyncResourceVersion
  }

  /** Objects from the server that were left out. */
  get skipped(): number {
    return this.#controller.skipped
  }

  #queue(
    { queue }: InformerOptions<T, Name>,
    keyFunc: KeyFunc<T>,
    clock: Clock,
    metrics: InformerMetrics | undefined,
  ): Queue<T> {
    if (queue === 'DeltaFIFO') return new DeltaFIFO({ keyFunc, clock, metrics, knownObjects: this.store })
    return new RealFIFO({ keyFunc, clock, metrics })
  }

  #telling(metrics: InformerMetrics | undefined, process: PopProcess<T>): PopProcess<T> {
    if (metrics === undefined) return process
    const guard = new MetricsGuard()
    return async (deltas, isInInitialList) => {
      try {
        await process(deltas, isInInitialList)
      } finally {
        guard.run(() => metrics.storeResourceVersion(this.store.lastStoreSyncResourceVersion()))
      }
    }
  }
}

/** Calls a handler for one notification after the other; a promise of the handler is waited for. */
class HandlerCalls<T> implements Distributor<T> {
  readonly #handler: ResourceEventHandler<T>
  /** Aborts when the run is to end. */
  signal: AbortSignal | undefined
  #failed = false

  constructor(handler: ResourceEventHandler<T>) {
    this.#handler = handler
  }

  /** Whether the handler ever threw or rejected. */
  get failed(): boolean {
    return this.#failed
  }

  distribute(notifications: Iterable<Notification<T>>): void | Promise<void> {
    const rest = notifications[Symbol.iterator]()
    for (let next = rest.next(); next.done !== true; next = rest.next()) {
      const returned = this.#call(next.value)
      if (isThenable(returned)) return this.#after(returned, rest)
    }
  }

  async #after(returned: PromiseLike<unknown>, rest: Iterator<Notification<T>>): Promise<void> {
    let waiting: unknown = returned
    for (;;) {
      try {
        await waiting
      } catch (error) {
        this.#failed = true
        throw error
      }
      const next = rest.next()
      if (next.done === true) return
      waiting = this.#call(next.value)
    }
  }

  #call(notification: Notification<T>): unknown {
    try {
      return callHandler(this.#handler, notification, this.signal)
    } catch (error) {
      this.#failed = true
      throw error
    }
  }
}
