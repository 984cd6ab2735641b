import { parseDuration, type Clock, type Duration, type Timer } from '@rxkube/clock'
import { HandlersBusyError } from './handlers-busy-error.ts'
import { OwnCall, type Caller } from './own-call.ts'

/** How long the end of handlers' calls is waited for. */
export interface BarrierOptions {
  /** Without it, there is no limit. After it, waiting rejects with a HandlersBusyError. */
  readonly timeout?: Duration | undefined
  /** Aborting it rejects the wait with `signal.reason`. */
  readonly signal?: AbortSignal | undefined
}

/** What a barrier needs of its informer. */
export interface BarrierContext {
  readonly clock: Clock
  /** What is waited for, as a message begins: `stop() of the informer of pods`. */
  readonly what: string
  /** Told once when it takes long. */
  readonly onLong?: ((error: HandlersBusyError) => void) | undefined
}

// A handler that takes longer to end than this is more likely stuck than busy.
const longMilliseconds = 10_000

/**
 * Resolves when none of `callers` is within a call, and `also` has resolved. A call that, by way of others, waits for
 * the one that asks is not waited for. What was begun goes on when waiting ends early.
 */
export async function callsEnded(
  callers: Iterable<Caller>,
  { clock, what, onLong }: BarrierContext,
  { timeout, signal }: BarrierOptions = {},
  also?: Promise<unknown>,
): Promise<void> {
  const own = OwnCall.current
  const busy = [...callers].filter(({ call, loop }) => loop && !(own && call?.waitsFor(own)))
  const waiting: Promise<unknown>[] = busy.map(({ loop }) => loop as Promise<void>)
  if (also) waiting.push(also)
  if (waiting.length === 0) return
  const began = clock.monotonic()
  const failure = (): HandlersBusyError =>
    new HandlersBusyError(
      what,
      clock.monotonic() - began,
      busy.flatMap((caller) => caller.call?.describe(caller) ?? []),
    )
  const { promise: givenUp, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(signal?.reason)
  const timers: Timer[] = []
  if (timeout !== undefined) timers.push(clock.setTimer(parseDuration(timeout), () => reject(failure())))
  if (onLong) timers.push(clock.setTimer(longMilliseconds, () => onLong(failure())))
  signal?.addEventListener('abort', abort, { once: true })
  if (signal?.aborted) abort()
  const endWait = own?.beginWait(new Set(busy.flatMap(({ call }) => call ?? [])))
  try {
    await Promise.race([Promise.all(waiting), givenUp])
  } finally {
    endWait?.()
    for (const timer of timers) timer.cancel()
    signal?.removeEventListener('abort', abort)
  }
}
