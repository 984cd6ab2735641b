/** Stops waiting when the signal aborts, and rejects with its reason; what was waited for has to end by itself then. */
export function untilAborted<R>(waiting: Promise<R>, signal: AbortSignal | undefined): Promise<R> {
  if (!signal) return waiting
  const { promise, resolve, reject } = Promise.withResolvers<R>()
  const abort = (): void => reject(signal.reason)
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  waiting.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  return promise
}
