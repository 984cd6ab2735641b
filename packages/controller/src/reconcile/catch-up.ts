import type { Clock, Timer } from '@rxkube/clock'
import type { Client } from '@rxkube/client'
import type { Subscription } from 'rxjs'
import type { Cause } from '../cause.ts'
import { objectOf, type WriteTracker } from '../read-your-writes/write-tracker.ts'
import { requestKey, type Request } from '../request.ts'
import { resourceKey, type Cache } from './caches.ts'
import type { ReadYourWrites } from './reconciler.ts'

/** The caches did not show in time what a request had written; it was looked at nevertheless. */
export class ReadYourWritesTimeoutError extends Error {
  override readonly name = 'ReadYourWritesTimeoutError'
  readonly controller: string
  readonly request: string
  readonly resources: readonly string[]

  constructor(controller: string, request: string, resources: readonly string[], waited: number) {
    super(
      `for ${waited / 1000} s the caches of ${resources.join(', ')} have not shown what ${controller} wrote for "${request}": ` +
        'is the cache behind, or does it leave out what is written (namespace, selectors)?',
    )
    this.controller = controller
    this.request = request
    this.resources = resources
  }
}

/** A request that has to wait for caches. */
export interface WaitingRequest {
  readonly request: Request
  readonly priority: number
  readonly causes: readonly Cause[]
}

interface Parked extends WaitingRequest {
  readonly since: number
  /** What it waits to be shown. */
  readonly objects: readonly string[]
}

interface Behind {
  readonly since: number
  looks: number
}

/** What waiting for caches needs. */
export interface CatchUpParts {
  readonly controller: string
  readonly client: Client
  readonly clock: Clock
  readonly mode: ReadYourWrites
  /** In milliseconds. */
  readonly timeout: number
  readonly tracker: WriteTracker
  readonly cachesOf: (resource: string) => readonly Cache[]
  /** The caches have caught up, or the request waited long enough. */
  readonly wake: (waiting: WaitingRequest, after: number) => void
  readonly report: (error: Error) => void
}

// Bookmarks move a cache on without an object that changes; they are looked for each so often.
const lookAgain = 1000

/** Holds requests back until the caches show what they wrote. No worker waits with them. */
export class CatchUp {
  readonly #parts: CatchUpParts
  readonly #timeout: number
  readonly #parked = new Map<string, Parked>()
  /** The requests that wait for an object to be shown. */
  readonly #waitingFor = new Map<string, Set<string>>()
  readonly #behindSince = new Map<string, Behind>()
  readonly #subscriptions = new Map<string, Subscription>()
  #timer: Timer | undefined

  constructor(parts: CatchUpParts) {
    this.#parts = parts
    this.#timeout = parts.timeout
  }

  /** How many requests wait for caches. */
  get waiting(): number {
    return this.#parked.size
  }

  /** Whether the request may be looked at now; else it has been put aside, and will be woken. */
  async admit(waiting: WaitingRequest, signal: AbortSignal): Promise<boolean> {
    const { mode, tracker, clock, controller, report } = this.#parts
    if (mode === 'off') return true
    const key = requestKey(waiting.request)
    const lag = this.#behindSince.get(key) ?? { since: clock.monotonic(), looks: 0 }
    try {
      await this.#resolveUnknown(key, waiting.request, signal)
    } catch (error) {
      this.#behindSince.set(key, lag)
      // A server that never says, for the resource is gone or forbidden, must not hold the request back for ever.
      if (signal.aborted || clock.monotonic() - lag.since < this.#timeout) throw error
    }
    const behind = this.#behind(key)
    if (behind.length === 0) {
      this.#behindSince.delete(key)
      return true
    }
    const now = clock.monotonic()
    if (now - lag.since >= this.#timeout) {
      this.#behindSince.delete(key)
      tracker.forget(key)
      report(new ReadYourWritesTimeoutError(controller, key, behind, now - lag.since))
      return true
    }
    this.#behindSince.set(key, lag)
    if (mode === 'requeue') this.#parts.wake(waiting, Math.min(5 * 2 ** lag.looks++, lookAgain))
    else this.#park(key, { ...waiting, since: lag.since, objects: tracker.objectsOf(key) })
    return false
  }

  /** Resolves when the caches show what the request has written so far. */
  async caughtUp(request: Request, signal: AbortSignal): Promise<void> {
    const key = requestKey(request)
    const { tracker, clock } = this.#parts
    await this.#resolveUnknown(key, request, signal)
    if (tracker.behind(key).length === 0) return
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const look = (): void => {
      if (tracker.behind(key).length === 0) resolve()
    }
    const subscriptions = tracker
      .behind(key)
      .flatMap((resource) => this.#parts.cachesOf(resource))
      .map(({ informer }) => informer.indexer.writes$.subscribe(look))
    let timer: Timer
    const again = (): void => {
      look()
      timer = clock.setTimer(lookAgain, again)
    }
    timer = clock.setTimer(lookAgain, again)
    const aborted = (): void => reject(signal.reason as Error)
    signal.addEventListener('abort', aborted, { once: true })
    if (signal.aborted) aborted()
    try {
      await promise
    } finally {
      timer.cancel()
      signal.removeEventListener('abort', aborted)
      for (const subscription of subscriptions) subscription.unsubscribe()
    }
  }

  /** A cache is there: what comes in may be what somebody waits for. */
  follow(cache: Cache): void {
    const { indexer } = cache.informer
    this.#subscriptions.set(
      cache.key,
      indexer.writes$.subscribe((writes) => {
        if (this.#parked.size === 0) return
        for (const write of writes) {
          if (write.type === 'replaced') this.#lookAtAll()
          else this.#lookAt(this.#waitingFor.get(objectOf(resourceKey(cache.resource), write.key)))
        }
      }),
    )
  }

  /** A cache is not used any more. */
  leave(cache: Cache): void {
    this.#subscriptions.get(cache.key)?.unsubscribe()
    this.#subscriptions.delete(cache.key)
    this.#lookAtAll()
  }

  /** A run of the request is over: what nobody will wait for is let go. */
  ended(key: string): void {
    if (this.#parts.mode === 'off') this.#parts.tracker.forget(key)
  }

  stop(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    for (const subscription of this.#subscriptions.values()) subscription.unsubscribe()
    this.#subscriptions.clear()
    this.#parked.clear()
    this.#waitingFor.clear()
  }

  #behind(key: string): readonly string[] {
    const { mode, tracker } = this.#parts
    return tracker.behind(key, { unknownOnly: mode === 'overlay' })
  }

  /** What may have been written is in the next consistent list: the version of an empty page is enough to know it. */
  async #resolveUnknown(key: string, { namespace }: Request, signal: AbortSignal): Promise<void> {
    const { client, tracker, cachesOf } = this.#parts
    await Promise.all(
      tracker.unknownOf(key).map(async (name) => {
        const [cache] = cachesOf(name)
        if (!cache) return
        const { resource } = cache
        const within = resource.namespaced && namespace !== '' ? { namespace } : {}
        const page = await client.list(resource, { ...within, limit: 1, projection: 'metadata', signal })
        tracker.known(key, name, page.metadata.resourceVersion ?? '')
      }),
    )
  }

  #park(key: string, parked: Parked): void {
    const before = this.#unpark(key)
    this.#parked.set(key, {
      ...parked,
      priority: Math.max(parked.priority, before?.priority ?? parked.priority),
      causes: [...(before?.causes ?? []), ...parked.causes].slice(0, 10),
    })
    for (const object of parked.objects) {
      const requests = this.#waitingFor.get(object) ?? new Set()
      this.#waitingFor.set(object, requests.add(key))
    }
    this.#arm()
  }

  #unpark(key: string): Parked | undefined {
    const parked = this.#parked.get(key)
    this.#parked.delete(key)
    for (const object of parked?.objects ?? []) {
      const requests = this.#waitingFor.get(object)
      requests?.delete(key)
      if (requests?.size === 0) this.#waitingFor.delete(object)
    }
    return parked
  }

  #arm(): void {
    if (this.#parked.size === 0) return
    this.#timer ??= this.#parts.clock.setTimer(lookAgain, () => {
      this.#timer = undefined
      this.#lookAtAll()
      this.#arm()
    })
  }

  #lookAtAll(): void {
    this.#lookAt(this.#parked.keys())
  }

  #lookAt(keys: Iterable<string> | undefined): void {
    const now = this.#parts.clock.monotonic()
    for (const key of keys ?? []) {
      const parked = this.#parked.get(key)
      if (!parked || (now - parked.since < this.#timeout && this.#behind(key).length > 0)) continue
      this.#unpark(key)
      this.#parts.wake(parked, 0)
    }
  }
}
