import type { Client } from '@rxkube/client'
import { sleep, type Clock, type Random } from '@rxkube/clock'
import type { Resource } from '@rxkube/meta'
import type { LeaseCandidateObject } from './lease-candidates.ts'

/** What following one candidate takes. */
export interface CandidateWatchOptions {
  readonly client: Pick<Client, 'list' | 'watch'>
  readonly resource: Resource<LeaseCandidateObject>
  readonly namespace: string
  readonly name: string
  readonly clock: Clock
  readonly random: Random
  readonly signal: AbortSignal
  /** Called with each state that is seen; undefined when there is none. */
  readonly onState: (candidate: LeaseCandidateObject | undefined) => void
  readonly onError: (error: unknown) => void
}

const shortestPause = 1000
const longestPause = 30_000

/** Lists and watches one object until the signal aborts. It is one: whenever anything is wrong it is listed again. */
export async function followCandidate(options: CandidateWatchOptions): Promise<void> {
  const { clock, random, signal, onError } = options
  let pause = shortestPause
  while (!signal.aborted) {
    try {
      await followOnce(options, () => (pause = shortestPause))
    } catch (error) {
      if (isReason(signal, error)) return
      onError(error)
    }
    const jittered = pause * (1 + random.next())
    pause = Math.min(longestPause, 2 * pause)
    await patience(sleep(clock, jittered, { signal }), signal)
  }
}

async function followOnce(options: CandidateWatchOptions, works: () => unknown): Promise<void> {
  const { client, resource, namespace, name, signal, onState } = options
  const fieldSelector = `metadata.name=${name}`
  const { items, metadata } = await client.list(resource, { namespace, fieldSelector, signal })
  onState(items[0])
  const { resourceVersion = '' } = metadata
  const asked = { namespace, fieldSelector, resourceVersion, allowWatchBookmarks: true, signal }
  const stream = await client.watch(resource, asked)
  try {
    works()
    for await (const events of stream) {
      for (const event of events) {
        if (event.type === 'ERROR') return
        if (event.type === 'DELETED') onState(undefined)
        else if (event.type !== 'BOOKMARK') onState(event.object)
      }
    }
  } finally {
    stream.stop()
  }
}

/** Waits, and no longer than until the signal aborts. */
export async function patience(wait: Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await wait
  } catch (error) {
    if (!isReason(signal, error)) throw error
  }
}

/** Whether the error is only that the signal aborted. */
export function isReason(signal: AbortSignal, error: unknown): boolean {
  return signal.aborted && error === signal.reason
}
