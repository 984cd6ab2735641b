import type { WorkQueue } from '@rxkube/workqueue'

/** Takes the next item and is done with it at once; undefined when the queue is shut down. */
export async function work<T>(queue: WorkQueue<T>): Promise<T | undefined> {
  const next = await queue.get()
  next?.done()
  return next?.item
}
