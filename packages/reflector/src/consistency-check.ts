import { Pager, type ListerWatcher, type ListOptions } from '@rxkube/client'
import { sleep, type Clock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { differenceAt } from './difference.ts'
import type { ReflectorEvent } from './event.ts'
import type { Deliver } from './run.ts'

/** What differs between a snapshot that was streamed and the list at the same version. Names, never contents. */
export interface ConsistencyDifference {
  /** Listed, but not streamed. */
  readonly missing: readonly string[]
  /** Streamed, but not listed. */
  readonly extra: readonly string[]
  /** In both, but not the same; `path` is where first. */
  readonly different: readonly { readonly key: string; readonly path: string }[]
}

/** A WatchList gave another state than the list at the same version: the server is not to be trusted. */
export class ConsistencyError extends Error {
  override readonly name = 'ConsistencyError'
  readonly resourceVersion: string
  readonly difference: ConsistencyDifference

  constructor(description: string, resourceVersion: string, difference: ConsistencyDifference) {
    const { missing, extra, different } = difference
    const parts = [
      ...missing.map((key) => `- ${key}`),
      ...extra.map((key) => `+ ${key}`),
      ...different.map(({ key, path }) => `~ ${key} at ${path}`),
    ]
    const shown = parts.length > 20 ? [...parts.slice(0, 20), `and ${parts.length - 20} more`] : parts
    super(
      `the stream of ${description} differs from the list at resourceVersion "${resourceVersion}":\n${shown.join('\n')}`,
    )
    this.resourceVersion = resourceVersion
    this.difference = difference
  }
}

/**
 * The list to compare a snapshot of `retrieved` objects at `resourceVersion` with, asked for by `options` before;
 * undefined when no list can be asked for at exactly that version.
 */
export function consistencyListOptions(
  resourceVersion: string,
  options: ListOptions,
  retrieved: number,
): ListOptions | undefined {
  if (resourceVersion === '0' || options.continue) return undefined
  const { limit, ...rest } = options
  // A watch cache answers "0" with everything whatever the limit; a list from the database does not.
  const drop = options.resourceVersion === '0' && limit !== undefined && retrieved > limit
  return {
    ...(drop || limit === undefined ? rest : { ...rest, limit }),
    resourceVersion,
    resourceVersionMatch: 'Exact',
  }
}

/**
 * Checks each snapshot that was streamed before it is delivered, listing again each second until that works.
 * The promise of a delivery rejects with `ConsistencyError`.
 */
export function checkingConsistency<T extends KubernetesObject>(
  deliver: Deliver<T>,
  listerWatcher: ListerWatcher<T>,
  clock: Clock,
  isStreaming: () => boolean,
): Deliver<T> {
  const streamed = new Map<string, T>()
  return async (events, call) => {
    for (const event of events) {
      fold(streamed, event)
      if (event.type !== 'initDone') continue
      if (isStreaming()) await check(listerWatcher, event.resourceVersion, streamed, clock, call.signal)
      streamed.clear()
    }
    await deliver(events, call)
  }
}

function fold<T extends KubernetesObject>(streamed: Map<string, T>, event: ReflectorEvent<T>): void {
  if (event.type === 'init') streamed.clear()
  else if (event.type === 'initDelete') streamed.delete(keyOf(event.object))
  else if (event.type === 'initApply') for (const object of event.objects) streamed.set(keyOf(object), object)
}

async function check<T extends KubernetesObject>(
  listerWatcher: ListerWatcher<T>,
  resourceVersion: string,
  streamed: ReadonlyMap<string, T>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const options = consistencyListOptions(resourceVersion, {}, streamed.size)
  if (options === undefined) return
  const listed = await listUntilItWorks(listerWatcher, options, clock, signal)
  const difference = {
    missing: [...listed.keys()].filter((key) => !streamed.has(key)),
    extra: [...streamed.keys()].filter((key) => !listed.has(key)),
    different: [...listed].flatMap(([key, object]) => {
      const other = streamed.get(key)
      const path = other && differenceAt(comparable(object), comparable(other))
      return path === undefined ? [] : [{ key, path }]
    }),
  }
  if (difference.missing.length + difference.extra.length + difference.different.length > 0) {
    throw new ConsistencyError(listerWatcher.description, resourceVersion, difference)
  }
}

async function listUntilItWorks<T extends KubernetesObject>(
  listerWatcher: ListerWatcher<T>,
  options: ListOptions,
  clock: Clock,
  signal: AbortSignal,
): Promise<Map<string, T>> {
  for (;;) {
    signal.throwIfAborted()
    try {
      const listed = new Map<string, T>()
      for await (const part of new Pager(listerWatcher, { pageSize: 0 }).parts(options, { signal })) {
        if (part.type === 'restarted') listed.clear()
        if (part.type === 'items') for (const item of part.items) listed.set(keyOf(item), item)
      }
      return listed
    } catch {
      // Whatever it was: the check needs a list, and the reflector tells of a server that is down anyway.
      await sleep(clock, 1000, { signal })
    }
  }
}

// A name may have been given again, so the uid counts.
function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata?.namespace ?? ''}/${metadata?.name ?? ''} ${metadata?.uid ?? ''}`
}

// Items of lists say neither of the two.
function comparable<T extends KubernetesObject>(object: T): Omit<T, 'apiVersion' | 'kind'> {
  const { apiVersion: _apiVersion, kind: _kind, ...rest } = object
  return rest
}
