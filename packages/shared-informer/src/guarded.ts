import { isThenable } from './is-thenable.ts'

/**
 * Calls what a user gave to be told by, and tells `failed` of what it throws, at once, or rejects with, later: nobody
 * else would hear of it, and a rejection would end the process.
 */
export function guarded(call: () => unknown, failed: (thrown: unknown) => void): void {
  try {
    const told = call()
    if (isThenable(told)) void ended(told, failed)
  } catch (thrown) {
    failed(thrown)
  }
}

async function ended(told: PromiseLike<unknown>, failed: (thrown: unknown) => void): Promise<void> {
  try {
    await told
  } catch (thrown) {
    failed(thrown)
  }
}
