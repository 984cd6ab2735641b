import { parseDuration, type Clock, type Duration } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { callsEnded, type BarrierContext, type BarrierOptions } from './barrier.ts'
import { InformerStoppedError } from './errors.ts'
import type { HandlersBusyError } from './handlers-busy-error.ts'
import { Leases } from './lease.ts'
import { OwnCall } from './own-call.ts'
import type { Registrations } from './registrations.ts'

/** One stretch of listing and watching. */
export interface Session {
  /** Resolves after the abort, when nothing of it runs any more. */
  run(signal: AbortSignal): Promise<void>
}

/** What an informer's life consists of. */
export interface InformerLifeOptions<T extends KubernetesObject, S extends Session> {
  readonly description: string
  readonly clock: Clock
  readonly linger: Duration
  readonly registrations: Registrations<T>
  /** A fresh session; it calls `synced` when the cache is whole, before anything later is told. */
  readonly session: (synced: () => void) => S
  /** Whether handlers hold the informer. */
  readonly isHeld: () => boolean
  /** Lets go of the cache, which nobody uses. */
  readonly release: () => void
  readonly onChange: () => void
  /** Told when a stop waits long for handlers. */
  readonly onBusy: (error: HandlersBusyError) => void
  /** It was stopped, by a failure if there is one, and nothing of it runs any more. */
  readonly onOver: (failure: Error | undefined) => void
}

/**
 * When an informer lists and watches: from `start` to `stop`, or while leases are held. It is stopped once and for
 * good; what only leases started may end and begin again, each time from an empty cache.
 */
export class InformerLife<T extends KubernetesObject, S extends Session> {
  readonly leases: Leases
  readonly #options: InformerLifeOptions<T, S>
  readonly #whenStopped = new Set<() => void>()
  readonly #over = Promise.withResolvers<void>()
  #state: 'new' | 'started' | 'stopped' = 'new'
  #session: S | undefined
  #current: { readonly abort: AbortController; readonly done: Promise<void> } | undefined
  #synced = unheard()
  #hasSynced = false
  #failure: { readonly error: Error } | undefined

  constructor(options: InformerLifeOptions<T, S>) {
    this.#options = options
    this.leases = new Leases({
      clock: options.clock,
      linger: parseDuration(options.linger),
      onFirst: () => this.#begin(),
      onUnused: () => this.#unused(),
    })
  }

  get state(): 'new' | 'started' | 'stopped' {
    return this.#state
  }

  /** The session that runs, or the last one. */
  get session(): S | undefined {
    return this.#session
  }

  /** What ended the informer, if it was an error. */
  get failure(): Error | undefined {
    return this.#failure?.error
  }

  get isRunning(): boolean {
    return this.#current !== undefined
  }

  get hasSynced(): boolean {
    return this.#hasSynced
  }

  get synced(): Promise<void> {
    return this.#synced.promise
  }

  /**
   * Stops with the signal. Resolves when the informer was stopped and nothing of it runs; rejects with what stopped it,
   * if that was an error.
   */
  async until(signal: AbortSignal | undefined): Promise<void> {
    const abort = (): void => void this.stop()
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, { once: true })
    await this.#over.promise
    signal?.removeEventListener('abort', abort)
    if (this.#failure) throw this.#failure.error
  }

  start(): void {
    this.assertAlive('nothing was started')
    this.#state = 'started'
    this.leases.cancel()
    this.#begin()
    this.#options.onChange()
  }

  /**
   * Stops for good. Resolves when no callback, request or timer is left, except for calls of handlers that wait for
   * the one that asks. Rejects with HandlersBusyError when the timeout is over, and with `signal.reason`.
   */
  async stop({ failure, ...limits }: BarrierOptions & { readonly failure?: Error } = {}): Promise<void> {
    const { registrations, description } = this.#options
    const { processor } = registrations
    if (this.#state !== 'stopped') {
      this.#state = 'stopped'
      if (failure) this.#failure = { error: failure }
      this.leases.end()
      this.#current?.abort.abort(new InformerStoppedError(description, 'the watch ended', { cause: failure }))
      this.#synced.reject(
        new InformerStoppedError(description, 'the cache does not sync', { cause: failure }),
      )
      processor.end()
      for (const stopped of this.#whenStopped) stopped()
      this.#whenStopped.clear()
      void OwnCall.outside(() => this.#finish())
    }
    await callsEnded(processor.leaving, this.#barrier(), limits, this.#current?.done)
    if (!OwnCall.current) await this.#over.promise
  }

  async #finish(): Promise<void> {
    const { registrations, onBusy, onOver } = this.#options
    const { leaving } = registrations.processor
    await callsEnded(leaving, { ...this.#barrier(), onLong: onBusy }, {}, this.#current?.done)
    onOver(this.failure)
    this.#over.resolve()
  }

  #barrier(): BarrierContext {
    const { clock, description } = this.#options
    return { clock, what: `stop() of the informer of ${description}` }
  }

  onStop(stopped: () => void): () => void {
    this.#whenStopped.add(stopped)
    return () => void this.#whenStopped.delete(stopped)
  }

  assertAlive(refused: string): void {
    if (this.#state === 'stopped') throw new InformerStoppedError(this.#options.description, refused)
  }

  /** A handler was taken off. */
  handlerLeft(): void {
    if (this.#state === 'new' && this.#current && !this.#options.isHeld()) this.leases.linger()
  }

  #begin(): void {
    // A session that is ending is followed by the next one when it has ended.
    if (this.#current || this.#state === 'stopped') return
    const abort = new AbortController()
    const session = this.#options.session(() => {
      if (!abort.signal.aborted) this.#markSynced()
    })
    this.#options.registrations.start()
    const done = this.#live(session, abort.signal)
    this.#session = session
    this.#current = { abort, done }
  }

  async #live(session: S, signal: AbortSignal): Promise<void> {
    try {
      await session.run(signal)
    } catch (error) {
      // A session ends by itself only when something is broken beyond retrying.
      if (!signal.aborted)
        void this.stop({ failure: error instanceof Error ? error : new Error(String(error)) })
    }
    if (this.#state === 'stopped') return
    this.#current = undefined
    this.#options.release()
    this.#options.onChange()
    if (this.leases.held > 0 || this.#state === 'started') this.#begin()
  }

  #unused(): void {
    if (this.#state !== 'new' || !this.#current || this.#options.isHeld()) return
    this.#current.abort.abort(new Error(`no stream of ${this.#options.description} is left`))
    this.#options.registrations.reset()
    if (this.#hasSynced) this.#synced = unheard()
    this.#hasSynced = false
  }

  #markSynced(): void {
    if (this.#hasSynced) return
    this.#hasSynced = true
    this.#options.registrations.upstreamHasSynced()
    this.#synced.resolve()
    this.#options.onChange()
  }
}

/** A promise that nobody has to listen to. */
function unheard(): PromiseWithResolvers<void> {
  const signal = Promise.withResolvers<void>()
  signal.promise.catch(() => undefined)
  return signal
}
