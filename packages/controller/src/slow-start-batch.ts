/** How `slowStartBatch` goes about it. */
export interface SlowStartOptions {
  /** Calls in the first batch; 1 unless told. */
  readonly initial?: number | undefined
  /** The largest batch; any size unless told. */
  readonly maxBatch?: number | undefined
  /** No batch begins once it aborts; its reason is then the last of `errors`. */
  readonly signal?: AbortSignal | undefined
}

/** What came of `slowStartBatch`. */
export interface SlowStartResult {
  /** Calls that resolved. */
  readonly successes: number
  /** Calls that were made; the rest of `count` was skipped. */
  readonly attempted: number
  /** What went wrong in the last batch, by index; empty when all went well. */
  readonly errors: readonly unknown[]
}

/**
 * Makes `count` calls in batches of 1, 2, 4, …, each as large as what is left allows. The calls of a batch run at the same
 * time; after a batch in which one failed there is no other. So what fails always costs one call, not `count`.
 *
 * Never rejects: failures are in the result. Upstream: `slowStartBatch`.
 */
export async function slowStartBatch(
  count: number,
  call: (index: number) => unknown,
  { initial = 1, maxBatch = Infinity, signal }: SlowStartOptions = {},
): Promise<SlowStartResult> {
  let attempted = 0
  let successes = 0
  // A batch of nothing would never come to an end.
  let size = Math.max(1, Math.floor(initial))
  while (attempted < count) {
    if (signal?.aborted) return { successes, attempted, errors: [signal.reason] }
    const batch = Math.min(size, maxBatch, count - attempted)
    const first = attempted
    attempted += batch
    const outcomes = await Promise.allSettled(
      Array.from({ length: batch }, async (_, offset) => call(first + offset)),
    )
    const errors = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    )
    successes += batch - errors.length
    if (errors.length > 0) return { successes, attempted, errors }
    size *= 2
  }
  return { successes, attempted, errors: [] }
}
