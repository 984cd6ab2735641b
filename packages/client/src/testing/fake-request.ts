import type { FakeFault } from './fake-fault.ts'
import type { ListOptions } from '../lister-watcher.ts'

/** One request as the model server's log keeps it. */
export interface FakeRequest {
  readonly verb: 'list' | 'watch'
  readonly options: ListOptions
  /** Monotonic milliseconds of the source's clock; 0 without one. */
  readonly at: number
  /** The view that answered. */
  readonly view: number
  /** What it suffers, as it was given to `failNext`. */
  readonly fault?: FakeFault
}

/** Rejects with the signal's reason once it aborts, and does nothing before. */
export function hang(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  if (signal.aborted) reject(signal.reason as Error)
  else signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  return promise
}
