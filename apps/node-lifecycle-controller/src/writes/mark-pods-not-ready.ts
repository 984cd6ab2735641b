import { isNotFound } from '@rxkube/client'
import { Pod, type Cached } from '@rxkube/meta'
import { podNotReady } from '../decide/pod-not-ready.ts'
import type { Surroundings } from '../surroundings.ts'

/** Thrown when pods of a node could not be marked; all of them were tried. */
export class PodsNotMarkedError extends AggregateError {
  override readonly name = 'PodsNotMarkedError'
  readonly node: string

  constructor(node: string, errors: readonly unknown[]) {
    super(
      errors,
      `${errors.length} pods of the silent node ${node} could not be marked as not ready (see errors): they are tried again`,
    )
    this.node = node
  }
}

/**
 * Says in the status of pods that they are not ready, so that services leave them out. Pods of other nodes are left alone.
 * Throws a `PodsNotMarkedError` after the last.
 */
export async function markPodsNotReady(
  nodeName: string,
  pods: readonly Cached<Pod>[],
  { client, clock, signal, tell }: Pick<Surroundings, 'client' | 'clock' | 'signal' | 'tell'>,
): Promise<void> {
  const errors: unknown[] = []
  for (const pod of pods) {
    const marked = pod.spec.nodeName === nodeName ? podNotReady(pod, clock.now()) : undefined
    if (marked === undefined) continue
    try {
      // oxlint-disable-next-line no-await-in-loop -- nodes are looked at side by side already
      await client.updateStatus(Pod, marked, { signal })
    } catch (error) {
      signal.throwIfAborted()
      if (isNotFound(error)) continue
      errors.push(error)
    }
    tell(pod, 'Warning', 'NodeNotReady', 'Node is not ready')
  }
  if (errors.length > 0) throw new PodsNotMarkedError(nodeName, errors)
}
