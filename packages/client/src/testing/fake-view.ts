import type { KubernetesObject } from '@rxkube/meta'
import type { WatchEvent } from '../lister-watcher.ts'
import type { FakeHistory, FakeWrite } from './fake-history.ts'
import type { FakeWatchStream } from './fake-watch-stream.ts'

/** Which objects a request is about. */
export type FakeFilter<T> = (object: T) => boolean

interface Subscription<T extends KubernetesObject> {
  readonly stream: FakeWatchStream<T>
  readonly from: number
  readonly filter: FakeFilter<T>
  readonly bookmarks: boolean
}

/** What a write means to those who see only the objects that pass `filter`; nothing where it does not concern them. */
export function eventOf<T extends KubernetesObject>(
  write: FakeWrite<T>,
  filter: FakeFilter<T>,
): WatchEvent<T> | undefined {
  const was = write.before !== undefined && filter(write.before)
  const is = filter(write.object)
  if (write.type === 'DELETED') return was || is ? { type: 'DELETED', object: write.object } : undefined
  if (is) return { type: !was && write.before !== undefined ? 'ADDED' : write.type, object: write.object }
  if (!was) return undefined
  // An object that leaves the selection goes with its last selected state and the version of the write.
  const metadata = { ...write.before.metadata, resourceVersion: String(write.revision) }
  return { type: 'DELETED', object: { ...write.before, metadata } }
}

/** One API server before the model's store: its watch cache may lag, and its streams with it. */
export class FakeView<T extends KubernetesObject> {
  readonly #history: FakeHistory<T>
  readonly #open = new Set<Subscription<T>>()
  #lag = 0
  #seen: number

  constructor(history: FakeHistory<T>) {
    this.#history = history
    this.#seen = history.revision
  }

  /** The newest revision that this view knows of. */
  get seen(): number {
    return this.#seen
  }

  /** How many revisions behind the store this view may be; `Infinity` freezes it, 0 lets it catch up. */
  get lag(): number {
    return this.#lag
  }

  set lag(revisions: number) {
    this.#lag = revisions
    this.catchUp()
  }

  get streams(): number {
    return this.#open.size
  }

  /** Takes in what the lag allows and broadcasts it. */
  catchUp(): void {
    const target = this.#history.revision - this.#lag
    if (!(target > this.#seen)) return
    const writes = this.#history.between(this.#seen, target)
    this.#seen = target
    for (const write of writes) {
      if (!write.broadcast) continue
      for (const { stream, from, filter } of this.#open) {
        const event = write.revision > from ? eventOf(write, filter) : undefined
        if (event !== undefined) stream.push(event)
      }
    }
  }

  /** After the store went back to an earlier revision. */
  goBack(): void {
    this.#seen = Math.min(this.#seen, this.#history.revision)
  }

  follow(subscription: Subscription<T>): () => void {
    if (!subscription.stream.isOpen) return () => undefined
    this.#open.add(subscription)
    return () => this.#open.delete(subscription)
  }

  /** A bookmark of what this view has seen, to every stream that asked for bookmarks. */
  bookmark(resourceVersion = String(this.#seen)): void {
    for (const { stream, from, bookmarks } of this.#open) {
      if (bookmarks && Number(resourceVersion) >= from) {
        stream.push({ type: 'BOOKMARK', object: { metadata: { resourceVersion } } })
      }
    }
  }

  forEachStream(act: (stream: FakeWatchStream<T>) => void): void {
    for (const { stream } of this.#open.values().toArray()) act(stream)
  }
}
