/** An abort of one's own that a caller's signal triggers too. `release` lets go of the caller's signal. */
export interface LinkedAbort {
  readonly signal: AbortSignal
  abort(reason: unknown): void
  release(): void
}

/** Not `AbortSignal.any`: signals that live as long as a program would gather what hangs on them. */
export function linkedAbort(outer: AbortSignal | undefined): LinkedAbort {
  const controller = new AbortController()
  const follow = (): void => controller.abort(outer?.reason)
  if (outer?.aborted) follow()
  else outer?.addEventListener('abort', follow, { once: true })
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release: () => outer?.removeEventListener('abort', follow),
  }
}
