import { systemClock, type Clock } from '@rxkube/clock'
import { QueueClosedError, type PopProcess } from '@rxkube/delta-fifo'
import type { KubernetesObject } from '@rxkube/meta'
import type { Reflector } from '@rxkube/reflector'
import { QueueSink, type QueueSinkOptions } from './queue-sink.ts'

/** What a Controller works with. Upstream: `Config`. */
export interface ControllerOptions<T extends KubernetesObject> extends QueueSinkOptions<T> {
  readonly reflector: Pick<Reflector<T>, 'run' | 'lastSyncResourceVersion'>
  /** Works off what one pop gave. */
  readonly process: PopProcess<T>
  /** Works off deltas of different keys together; without it each is popped alone. */
  readonly processBatch?: PopProcess<T> | undefined
  /** Told when processing failed; what was popped is not tried again. What it throws ends the run, as without it. */
  readonly onProcessError?: ((error: unknown) => void) | undefined
  readonly clock?: Clock | undefined
}

/** Thrown when a controller is run that runs or ran: its queue is closed when a run ends. */
export class ControllerAlreadyRunError extends Error {
  override readonly name = 'ControllerAlreadyRunError'

  constructor() {
    super('the controller was run before; make a new one, with a new queue')
  }
}

// A loop that never lets the event loop turn would hold up the watch that feeds it.
const turnMilliseconds = 8
const popsPerTurn = 1000

/**
 * One reflector, one queue, and the loop between them: pumps the one into the other and works it off. Upstream:
 * `cache.Controller`.
 */
export class Controller<T extends KubernetesObject = KubernetesObject> {
  readonly #options: ControllerOptions<T>
  readonly #sink: QueueSink<T>
  readonly #clock: Clock
  #hasRun = false

  constructor(options: ControllerOptions<T>) {
    this.#options = options
    this.#sink = new QueueSink(options)
    this.#clock = options.clock ?? systemClock
  }

  /**
   * Lists, watches and works off until `signal` aborts or the queue is closed; resolves when neither the reflector
   * nor the loop runs any more. What waits in the queue then is given up. Rejects with what processing threw, unless
   * `onProcessError` takes it, with what the reflector rejects with, and with ControllerAlreadyRunError.
   */
  async run({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    if (this.#hasRun) throw new ControllerAlreadyRunError()
    this.#hasRun = true
    const { queue, reflector } = this.#options
    const ended = new AbortController()
    const end = (): void => {
      ended.abort(signal.reason)
      queue.close()
    }
    if (signal.aborted) end()
    signal.addEventListener('abort', end, { once: true })
    try {
      const pump = reflector.run(this.#sink.deliver, { signal: ended.signal }).finally(end)
      const drain = this.#drain(ended.signal).finally(end)
      const results = await Promise.allSettled([drain, pump])
      const failed = results.find((result) => result.status === 'rejected')
      if (failed) throw failed.reason
    } finally {
      signal.removeEventListener('abort', end)
    }
  }

  hasSynced(): boolean {
    return this.#options.queue.hasSynced()
  }

  /** Resolves when `hasSynced()` turns true. */
  get synced(): Promise<void> {
    return this.#options.queue.synced
  }

  /** The newest version that the queue was given; `''` before the first list. */
  get lastSyncResourceVersion(): string {
    return this.#options.reflector.lastSyncResourceVersion
  }

  /** Objects from the server that were left out, for want of a name. */
  get skipped(): number {
    return this.#sink.skipped
  }

  async #drain(signal: AbortSignal): Promise<void> {
    const { queue, process, processBatch, onProcessError } = this.#options
    let pops = 0
    let began = this.#clock.monotonic()
    while (!signal.aborted) {
      if (queue.size === 0) pops = 0
      if (pops >= popsPerTurn || (pops > 0 && this.#clock.monotonic() - began >= turnMilliseconds)) {
        await this.#clock.yield()
        pops = 0
      }
      if (pops === 0) began = this.#clock.monotonic()
      try {
        if (processBatch) await queue.popBatch(processBatch, process, { signal })
        else await queue.pop(process, { signal })
      } catch (error) {
        if (error instanceof QueueClosedError || isOver(signal, error)) return
        if (onProcessError === undefined) throw error
        onProcessError(error)
      }
      pops++
    }
  }
}

/** Whether `error` is how an abort shows. */
function isOver(signal: AbortSignal, error: unknown): boolean {
  return signal.aborted && error === signal.reason
}
