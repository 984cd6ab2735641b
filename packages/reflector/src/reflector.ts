import type { ListerWatcher } from '@rxkube/client'
import type { Clock, Random } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import type { Observable } from 'rxjs'
import { newBackoff } from './backoff.ts'
import { checkingConsistency, ConsistencyError } from './consistency-check.ts'
import { AlreadyRunningError } from './errors.ts'
import { settingsOf, sourcesOf, type ReflectorOptions } from './options.ts'
import { ReflectorRun, type Deliver } from './run.ts'
import { emptyMemory, idle, type ReflectorSettings, type ReflectorState } from './state.ts'
import { StatusBoard, type ReflectorStatus } from './status.ts'

/**
 * Keeps a consumer fed with the state of one collection: a whole snapshot, then changes, and a new snapshot whenever
 * changes may have been missed. It never gives up and never takes the consumer back. Upstream: `cache.Reflector`.
 */
export class Reflector<T extends KubernetesObject = KubernetesObject> {
  readonly #listerWatcher: ListerWatcher<T>
  readonly #options: ReflectorOptions
  readonly #clock: Clock
  readonly #random: Random
  readonly #settings: ReflectorSettings
  readonly #status: StatusBoard
  #state: ReflectorState
  #run: ReflectorRun<T> | undefined

  constructor(listerWatcher: ListerWatcher<T>, options: ReflectorOptions = {}) {
    const { clock, random } = sourcesOf(options)
    this.#listerWatcher = listerWatcher
    this.#options = options
    this.#clock = clock
    this.#random = random
    this.#settings = settingsOf(options, listerWatcher.watchListUnsupported ?? false)
    this.#status = new StatusBoard(options.name ?? listerWatcher.description)
    this.#state = idle(this.#settings, emptyMemory(newBackoff(this.#settings.backoff, clock.monotonic())))
  }

  /** The newest version that the consumer has taken; `''` before the first snapshot. */
  get lastSyncResourceVersion(): string {
    return (this.#run?.state ?? this.#state).memory.resourceVersion
  }

  /** How it is doing now. */
  get status(): ReflectorStatus {
    return this.#status.current
  }

  /** The status now, and again whenever its phase or its error changes. Watching it starts nothing. */
  get status$(): Observable<ReflectorStatus> {
    return this.#status.changes$
  }

  /**
   * Lists, watches and delivers until `signal` aborts; then resolves, once no request, no timer and no delivery is
   * left. Run again, it goes on from the version it had. Rejects with `AlreadyRunningError`, and with the
   * `ConsistencyError` of `consistencyCheck`.
   *
   * When `deliver` throws or rejects, the collection is read anew after a back-off.
   */
  async run(deliver: Deliver<T>, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    if (this.#run) throw new AlreadyRunningError(this.#listerWatcher.description)
    const { shouldResync = () => true, watchErrorHandler = () => undefined, consistencyCheck } = this.#options
    const streaming = (): boolean => run.state.phase === 'streaming'
    const checked = (): Deliver<T> =>
      checkingConsistency(deliver, this.#listerWatcher, this.#clock, streaming)
    const run: ReflectorRun<T> = new ReflectorRun({
      listerWatcher: this.#listerWatcher,
      deliver: consistencyCheck ? checked() : deliver,
      clock: this.#clock,
      random: this.#random,
      status: this.#status,
      state: idle(this.#settings, this.#state.memory),
      signal,
      shouldResync,
      watchErrorHandler,
      isFatal: (error) => error instanceof ConsistencyError,
    })
    this.#run = run
    try {
      await run.run()
    } finally {
      this.#state = run.state
      this.#run = undefined
    }
  }
}
