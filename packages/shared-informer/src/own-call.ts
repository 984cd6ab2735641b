import { AsyncLocalStorage } from 'node:async_hooks'
import type { Notification } from './notification.ts'

/** Which call of a handler it is. */
export interface HandlerCall {
  /** What the informer watches. */
  readonly informer: string
  readonly handler: string
  /** What it is told, and of which object; `'synced'` for the end of the first population. */
  readonly notification: Notification<unknown>['type'] | 'synced'
  /** `namespace/name`; `''` for the end of the first population. */
  readonly key: string
}

/** Who makes calls, one at a time. */
export interface Caller {
  readonly informer: string
  readonly name: string
  /** The call that is under way. */
  readonly call: OwnCall | undefined
  /** Resolves when no call is under way and none follows; undefined when that is so already. */
  readonly loop: Promise<void> | undefined
}

const calls = new AsyncLocalStorage<OwnCall | undefined>()

/**
 * One call of user code, known to everything that it calls and awaits.
 *
 * A handler that awaits the end of its own registration, or of its informer, would wait for itself, and two that await
 * each other would wait for ever. So a call knows which calls it waits for, and who would close a circle is not
 * waited for.
 */
export class OwnCall {
  readonly #notification: Notification<unknown> | undefined
  // Most calls wait for nobody, and there are many.
  #waits: Set<ReadonlySet<OwnCall>> | undefined

  constructor(notification: Notification<unknown> | undefined) {
    this.#notification = notification
  }

  /** The call on behalf of which this code runs. */
  static get current(): OwnCall | undefined {
    return calls.getStore()
  }

  /** Runs what belongs to no call, even if one caused it. */
  static outside<R>(act: () => R): R {
    return calls.run(undefined, act)
  }

  /** Runs `call` as this one. */
  run<R>(call: () => R): R {
    return calls.run(this, call)
  }

  describe({ informer, name }: Pick<Caller, 'informer' | 'name'>): HandlerCall {
    const { type = 'synced', key = '' } = this.#notification ?? {}
    return { informer, handler: name, notification: type, key }
  }

  /** Whether it is `other`, or waits for it by way of any number of others. */
  waitsFor(other: OwnCall): boolean {
    const reached = new Set<OwnCall>([this])
    // A set is walked in the order of insertion, those included that come while it is walked.
    for (const call of reached) {
      if (call === other) return true
      for (const wait of call.#waits ?? []) for (const next of wait) reached.add(next)
    }
    return false
  }

  /** Notes that this call waits for others; what is given back takes that back. */
  beginWait(others: ReadonlySet<OwnCall>): () => void {
    const waits = (this.#waits ??= new Set())
    waits.add(others)
    return () => void waits.delete(others)
  }
}
