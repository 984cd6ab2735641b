import type { WorkGroup } from './work-group.ts'

/**
 * Has the group work for as long as the call takes, and ends it when that is over. When the group fails, `end` is aborted
 * with what it failed with; once the call has ended, that is what this rejects with.
 */
export async function workAround(
  group: WorkGroup,
  end: AbortController,
  call: () => Promise<void>,
): Promise<void> {
  const over = new AbortController()
  const working = group.run(over.signal)
  working.catch((error: unknown) => end.abort(error))
  try {
    await call()
  } finally {
    over.abort(end.signal.reason)
    await working
  }
}
