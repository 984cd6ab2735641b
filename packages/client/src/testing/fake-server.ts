import { sleep } from '@rxkube/clock'
import { deepCopy, type KubernetesObject } from '@rxkube/meta'
import type { ListOptions, ListPart, WatchEvent, WatchStream } from '../lister-watcher.ts'
import { apiError, interrupted, loginPage, refused, reset, truncated } from './fake-errors.ts'
import type { FakeFault } from './fake-fault.ts'
import { FakeHistory } from './fake-history.ts'
import { listing } from './fake-listing.ts'
import type { FakeControllerSourceOptions } from './fake-options.ts'
import { type FakeRequest, hang } from './fake-request.ts'
import { statuses } from './fake-statuses.ts'
import { eventOf, type FakeFilter, FakeView } from './fake-view.ts'
import { FakeWatchStream } from './fake-watch-stream.ts'

/** Faults of requests that are answered all the same. */
const partial = new Set<FakeFault['type']>(['stream', 'truncated', 'table', 'noResourceVersion'])

/** The side of the model that answers requests: one history, and the API servers before it. */
export class FakeServer<T extends KubernetesObject> {
  readonly description: string
  readonly history: FakeHistory<T>
  readonly views: FakeView<T>[] = []
  readonly requests: FakeRequest[] = []
  readonly faults = { list: new Array<FakeFault<T>>(), watch: new Array<FakeFault<T>>() }
  latency: number | ((request: FakeRequest) => number) = 0
  /** The number of the view that answers. */
  current = 0
  readonly #options: FakeControllerSourceOptions<T>

  constructor(options: FakeControllerSourceOptions<T>) {
    this.#options = options
    this.description = options.description ?? 'pods'
    this.history = new FakeHistory(options.resourceVersion ?? 1)
    this.view(0)
  }

  view(index: number): FakeView<T> {
    for (let made = this.views.length; made <= index; made += 1) this.views.push(new FakeView(this.history))
    return this.views[index] as FakeView<T>
  }

  async *list(
    options: ListOptions,
    { signal }: { readonly signal: AbortSignal },
  ): AsyncGenerator<ListPart<T>> {
    const { view, fault, reply } = this.#arrive('list', options, signal)
    const { items, metadata } = await reply(() =>
      listing(this.history, options, {
        seen: view.seen,
        filter: this.#filter(options),
        watchCache: this.#options.watchCache ?? true,
      }),
    )
    const { apiVersion = 'v1', kind = 'Pod' } = this.#options
    const shown = fault?.type === 'truncated' ? fault.items : Infinity
    for (let start = 0; start < Math.min(items.length, shown); start += 500) {
      yield {
        type: 'items',
        items: items.slice(start, Math.min(start + 500, shown)).map((item) => deepCopy<T>(item)),
      }
      signal.throwIfAborted()
    }
    if (shown !== Infinity) throw truncated(items.length)
    const end =
      fault?.type === 'table'
        ? { apiVersion: 'meta.k8s.io/v1', kind: 'Table' }
        : { apiVersion, kind: `${kind}List` }
    yield { type: 'end', ...end, metadata: fault?.type === 'noResourceVersion' ? {} : metadata }
  }

  async watch(options: ListOptions, { signal }: { readonly signal: AbortSignal }): Promise<WatchStream<T>> {
    const { view, fault, reply } = this.#arrive('watch', options, signal)
    return reply(() => this.#open(options, view, fault, signal))
  }

  #open(
    options: ListOptions,
    view: FakeView<T>,
    fault: FakeFault<T> | undefined,
    signal: AbortSignal,
  ): FakeWatchStream<T> {
    const { resourceVersion = '', sendInitialEvents = false, allowWatchBookmarks = false } = options
    const filter = this.#filter(options)
    const asked = Number(resourceVersion)
    const synthetic = resourceVersion === '' || resourceVersion === '0'
    if (sendInitialEvents) {
      if (this.#options.watchList === false || options.resourceVersionMatch !== 'NotOlderThan') {
        throw apiError(statuses.invalid())
      }
      if (asked > view.seen) throw apiError(statuses.tooLarge())
    } else if (asked > this.history.revision) {
      throw apiError(statuses.badRequest(`resource version ${resourceVersion} is in the future`))
    }
    const expired = !sendInitialEvents && !synthetic && asked < Math.min(this.history.compacted, view.seen)
    if (expired && this.#options.expiredWatch !== 'event') throw apiError(statuses.expired())

    const snapshot = resourceVersion === '' ? this.history.revision : view.seen
    const from = synthetic || sendInitialEvents ? snapshot : asked
    const ends: (() => void)[] = []
    const stream: FakeWatchStream<T> = new FakeWatchStream<T>(
      {
        replay: () => this.#events(0, from, filter),
        ended: () => ends.forEach((end) => end()),
        broken: () => interrupted(this.description),
      },
      fault?.type === 'stream' ? [fault] : [],
    )
    if (expired) {
      stream.push({ type: 'ERROR', object: statuses.expired() })
      stream.end()
      return stream
    }
    if (synthetic || sendInitialEvents) {
      for (const object of this.history.at(snapshot)) {
        if (filter(object)) stream.push({ type: 'ADDED', object })
      }
    }
    if (sendInitialEvents && allowWatchBookmarks) {
      const annotations = { 'k8s.io/initial-events-end': 'true' }
      const metadata = { resourceVersion: String(snapshot), annotations }
      stream.push({ type: 'BOOKMARK', object: { metadata } })
    }
    for (const event of this.#events(from, view.seen, filter)) stream.push(event)
    ends.push(view.follow({ stream, from, filter, bookmarks: allowWatchBookmarks }))
    this.#bindEnd(stream, options, signal, ends)
    return stream
  }

  /** Logs the request; `reply` answers with the state of now, after the latency, unless the fault is fatal. */
  #arrive(verb: 'list' | 'watch', options: ListOptions, signal: AbortSignal) {
    signal.throwIfAborted()
    const { clock } = this.#options
    const view = this.view(this.current)
    const [fault] = this.faults[verb].splice(0, 1)
    const request: FakeRequest = {
      verb,
      options,
      at: clock?.monotonic() ?? 0,
      view: this.current,
      ...(fault !== undefined && { fault }),
    }
    this.requests.push(request)
    const latency = typeof this.latency === 'number' ? this.latency : this.latency(request)
    const reply = async <Answer>(answer: () => Answer): Promise<Answer> => {
      const answered =
        fault === undefined || partial.has(fault.type) ? Promise.resolve().then(answer) : undefined
      // It may have failed long before anybody looks.
      answered?.catch(() => undefined)
      if (clock !== undefined && latency > 0) await sleep(clock, latency, { signal })
      return answered ?? this.#refuse(fault, signal)
    }
    return { view, fault, reply }
  }

  #refuse(fault: FakeFault<T> | undefined, signal: AbortSignal): Promise<never> {
    if (fault?.type === 'hang') return hang(signal)
    if (fault?.type === 'status') throw apiError(fault.status, fault.retryAfter)
    if (fault?.type === 'refused') throw refused(this.description)
    throw fault?.type === 'html' ? loginPage() : reset(this.description)
  }

  #bindEnd(
    stream: FakeWatchStream<T>,
    options: ListOptions,
    signal: AbortSignal,
    ends: (() => void)[],
  ): void {
    if (!stream.isOpen) return
    const { clock, honoursTimeout = true } = this.#options
    if (clock !== undefined && honoursTimeout && options.timeoutSeconds !== undefined) {
      const timer = clock.setTimer(options.timeoutSeconds * 1000, () => stream.end())
      ends.push(() => timer.cancel())
    }
    const aborted = () => stream.fail(signal.reason as Error)
    signal.addEventListener('abort', aborted, { once: true })
    ends.push(() => signal.removeEventListener('abort', aborted))
  }

  #events(from: number, to: number, filter: FakeFilter<T>): WatchEvent<T>[] {
    return this.history.between(from, to).flatMap((write) => eventOf(write, filter) ?? [])
  }

  #filter(options: ListOptions): FakeFilter<T> {
    const { matches } = this.#options
    return (object) => matches?.(object, options) ?? true
  }
}
