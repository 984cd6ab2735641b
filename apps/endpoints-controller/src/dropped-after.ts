import { requestKey, TerminalError, type Reconciler } from '@rxkube/controller'
import type { KubernetesObject } from '@rxkube/meta'

import { messageOf } from './errors.ts'

/** How often a Service is tried again before it is given up until something changes. */
export const maxRetries = 15

/** The reconcile, which gives a request up that has failed once more than `retries` times in a row. */
export function droppedAfter<T extends KubernetesObject>(
  retries: number,
  reconciler: Reconciler<T>,
): Reconciler<T> {
  return async (request, context) => {
    try {
      return await reconciler(request, context)
    } catch (error) {
      if (context.attempt < retries || context.signal.aborted) throw error
      throw new TerminalError(
        `${requestKey(request)} is dropped after ${retries} retries, until something changes: ${messageOf(error)}`,
        { cause: error },
      )
    }
  }
}
