import { sleep, type Clock } from '@rxkube/clock'
import type { Indexers } from '@rxkube/indexer'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import type { ResourceEventHandlerRegistration, SharedInformer } from '@rxkube/shared-informer'
import type { Projection } from '../informers/informer-pool.ts'
import { matches, type Predicate, type WatchedEvent } from '../predicates/predicate.ts'
import { requestKey } from '../request.ts'
import type { EventHandler, RequestQueue } from './event-handler.ts'

/** Something that a controller watches, and what follows from its events. */
export interface WatchSource<T extends KubernetesObject = KubernetesObject> {
  readonly resource: Resource<T>
  readonly projection: Projection
  readonly indexers: Indexers<T> | undefined
  readonly predicates: readonly Predicate<T>[]
  /** Undefined: it is read, and wakes nobody. */
  readonly handler: EventHandler<T> | undefined
  readonly role: 'for' | 'owns' | 'watches' | 'reads'
}

/** What attaching a source needs of its controller. */
export interface WatchContext<T> {
  readonly name: string
  readonly clock: Clock
  /** Whether nothing but the controller's own writes lies between two versions. */
  isOwn(before: string | undefined, after: string | undefined): boolean
  /** Resolves when it is known what the controllers of this process wrote of the object; undefined when it is now. */
  settled(object: string): Promise<unknown> | undefined
  /** Where the requests of an event go. */
  queueFor(event: WatchedEvent<T>): RequestQueue
}

const pauses = [1000, 2000, 4000, 8000, 16_000]

/** Has the source's events of the informer turned into requests. */
export function attach<T extends KubernetesObject>(
  source: WatchSource<T>,
  informer: SharedInformer<T, string>,
  context: WatchContext<T>,
): ResourceEventHandlerRegistration | undefined {
  const { handler, predicates } = source
  if (!handler) return undefined
  const call = (event: WatchedEvent<T>): void | Promise<void> => {
    const queue = context.queueFor(event)
    switch (event.type) {
      case 'added':
        return handler.added?.(event, queue)
      case 'updated':
        return handler.updated?.(event, queue)
      case 'deleted':
        return handler.deleted?.(event, queue)
    }
  }
  const tell = (event: WatchedEvent<T>, signal: AbortSignal): void | Promise<void> => {
    if (!predicates.every((predicate) => matches(predicate, event))) return undefined
    const calling = call(event)
    return calling instanceof Promise ? insist(calling, () => call(event), context.clock, signal) : undefined
  }
  return informer.addEventHandler(
    {
      added: (object, { initial, signal }) => tell({ type: 'added', object, initial }, signal),
      updated: (before, object, { sync, replaced, signal }) => {
        const tellNow = (): void | Promise<void> => {
          const own = context.isOwn(versionOf(before), versionOf(object))
          return tell({ type: 'updated', before, object, sync, replaced, own }, signal)
        }
        // The echo of a write may come before its answer: only then is it known whose it is.
        const settled = predicates.length > 0 ? context.settled(nameOf(object)) : undefined
        return settled ? settled.then(tellNow) : tellNow()
      },
      deleted: (object, { finalStateUnknown, signal }) =>
        tell({ type: 'deleted', object, finalStateUnknown }, signal),
    },
    { name: context.name },
  )
}

/** An event that cannot be mapped for now is not given up at once: nothing else would bring it back. */
async function insist(
  first: Promise<void>,
  again: () => void | Promise<void>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  let attempt = first
  for (const pause of pauses) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one attempt after another
      return await attempt
    } catch (error) {
      if (signal.aborted) throw error
      // oxlint-disable-next-line no-await-in-loop -- one attempt after another
      await sleep(clock, pause, { signal })
      attempt = (async () => again())()
    }
  }
  return attempt
}

function nameOf(object: unknown): string {
  const { namespace = '', name = '' } = (object as KubernetesObject).metadata ?? {}
  return requestKey({ namespace, name })
}

function versionOf(object: unknown): string | undefined {
  return (object as KubernetesObject).metadata?.resourceVersion
}
