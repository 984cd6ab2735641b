import { deepCopy, type KubernetesObject } from '@rxkube/meta'
import type { WatchEvent, WatchStream } from '../lister-watcher.ts'
import type { StreamFault } from './fake-fault.ts'

/** Where a stream's fault gets its events from, and who is told that the stream is over. */
export interface FakeWatchHooks<T> {
  readonly replay: () => readonly WatchEvent<T>[]
  readonly ended: () => void
  /** The error of a broken connection. */
  readonly broken: () => Error
}

const initialEventsEnd = 'k8s.io/initial-events-end'

/** One open watch of the model server; everything pushed between two reads is one batch. */
export class FakeWatchStream<T extends KubernetesObject> implements WatchStream<T> {
  readonly #hooks: FakeWatchHooks<T>
  readonly #faults: { readonly after: number; readonly fault: StreamFault<T> }[]
  #pending: WatchEvent<T>[] = []
  #recent: WatchEvent<T>[] = []
  #sent = 0
  #silent = false
  #bare = false
  #over = false
  #failure: Error | undefined
  #wake: (() => void) | undefined

  constructor(
    hooks: FakeWatchHooks<T>,
    faults: readonly { readonly after: number; readonly fault: StreamFault<T> }[],
  ) {
    this.#hooks = hooks
    this.#faults = faults.toSorted((a, b) => a.after - b.after)
    this.#act()
  }

  get isOpen(): boolean {
    return !this.#over
  }

  /** Sends one event, unless the stream is over or silent; the stream's own faults come when their turn is. */
  push(event: WatchEvent<T>): void {
    if (this.#over || this.#silent) return
    this.#send(event)
    this.#act()
  }

  /** Ends the stream cleanly. */
  end(): void {
    if (this.#over) return
    this.#over = true
    this.#hooks.ended()
    this.#wake?.()
  }

  /** Breaks the connection: the reader gets what was sent and then the error. */
  fail(error: Error): void {
    if (this.#over) return
    this.#failure = error
    this.end()
  }

  /** From now on nothing comes any more. */
  silence(): void {
    this.#silent = true
  }

  stop(): void {
    this.#pending = []
    this.#failure = undefined
    this.end()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly WatchEvent<T>[], void, undefined> {
    try {
      for (;;) {
        if (this.#pending.length > 0) {
          const batch = this.#pending
          this.#pending = []
          yield batch
        } else if (this.#failure !== undefined) {
          throw this.#failure
        } else if (this.#over) {
          return
        } else {
          const { promise, resolve } = Promise.withResolvers<void>()
          this.#wake = resolve
          await promise
        }
      }
    } finally {
      this.stop()
    }
  }

  #send(event: WatchEvent<T>): void {
    const copy = deepCopy(event)
    if (this.#bare && copy.type === 'BOOKMARK') delete copy.object.metadata?.annotations?.[initialEventsEnd]
    this.#recent.push(event)
    if (this.#recent.length > 64) this.#recent = this.#recent.slice(-32)
    this.#pending.push(copy)
    this.#sent += 1
    this.#wake?.()
  }

  #act(): void {
    while (!this.#over) {
      const next = this.#faults[0]
      if (next === undefined || next.after > this.#sent) return
      this.#faults.splice(0, 1)
      this.#suffer(next.fault)
    }
  }

  #suffer(fault: StreamFault<T>): void {
    switch (fault.type) {
      case 'close':
        return this.end()
      case 'interrupt':
        return this.fail(this.#hooks.broken())
      case 'silence':
        return this.silence()
      case 'noInitialEventsEnd':
        this.#bare = true
        return
      case 'repeat':
        for (const event of this.#recent.slice(-fault.count)) this.#send(event)
        return
      case 'replay':
        for (const event of this.#hooks.replay()) this.#send(event)
        return
      case 'events':
        for (const event of fault.events) this.#send(event)
        if (fault.close) this.end()
    }
  }
}
