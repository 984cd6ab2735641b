import type { Transport, TransportRequest, TransportResponse } from '@rxkube/client'

/** Throws when a write may not leave now; gives what aborts when one that has left is to be given up. */
export type WriteGuard = () => AbortSignal | undefined

/** A transport that lets writes through only while this process leads; reads and watches it always lets through. */
export class GuardedTransport implements Transport {
  readonly #inner: Transport
  readonly #guard: WriteGuard

  constructor(inner: Transport, guard: WriteGuard) {
    this.#inner = inner
    this.#guard = guard
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    if (request.method === 'GET') return this.#inner.request(request)
    const { signal, release } = linked([request.signal, this.#guard()])
    try {
      const response = await this.#inner.request({ ...request, signal })
      return { ...response, body: thenRelease(response.body, release) }
    } catch (error) {
      release()
      throw error
    }
  }

  /** Closes the transport inside. */
  close(): Promise<void> {
    return this.#inner.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

// Not `AbortSignal.any`: a signal that lives as long as a term would gather what hangs on it.
function linked(signals: readonly (AbortSignal | undefined)[]): {
  readonly signal: AbortSignal
  readonly release: () => void
} {
  const controller = new AbortController()
  const releases: (() => void)[] = []
  for (const outer of signals) {
    if (outer === undefined) continue
    const follow = (): void => controller.abort(outer.reason)
    if (outer.aborted) follow()
    outer.addEventListener('abort', follow, { once: true })
    releases.push(() => outer.removeEventListener('abort', follow))
  }
  return { signal: controller.signal, release: () => releases.forEach((release) => release()) }
}

async function* thenRelease(
  body: AsyncIterable<Uint8Array>,
  release: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } finally {
    release()
  }
}
