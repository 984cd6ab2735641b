import { AsyncLocalStorage } from 'node:async_hooks'

const calls = new AsyncLocalStorage<OwnCall>()

/**
 * One call of user code, known to everything that it calls and awaits.
 *
 * A handler that awaits the end of its own registration, or of its informer, would wait for itself: with this, such a
 * barrier knows that the call it would wait for is the one that waits.
 */
export class OwnCall {
  /** Runs `call` as this one. */
  run<R>(call: () => R): R {
    return calls.run(this, call)
  }

  /** True in code that runs on behalf of this call. */
  get isCaller(): boolean {
    return calls.getStore() === this
  }
}
