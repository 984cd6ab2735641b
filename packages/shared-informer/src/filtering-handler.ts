import type { Cached } from '@rxkube/meta'
import type { EventFilter } from './filtered.ts'
import { keyIn, type ResourceEventHandler } from './handlers.ts'

/** What a filtering handler is made of. */
export interface Filtering<T> {
  readonly filter: EventFilter<Cached<T>>
  readonly handler: ResourceEventHandler<T>
}

const filterings = new WeakMap<object, Filtering<never>>()

/**
 * A handler that hears only of objects that `filter` selects: one that comes to be selected is `added` (not initial),
 * one that ceases to be is `deleted` with its selected state. `filter` must depend on the object alone.
 *
 * Called by itself it keeps nothing and goes by the states it is given. Added to a shared informer it is the same as
 * the option `filter`: the informer remembers what was shown, since changes may be left out while a handler is busy.
 * Upstream: `FilteringResourceEventHandler`.
 */
export function filteringHandler<T>(
  filter: (object: Cached<T>) => boolean,
  handler: ResourceEventHandler<T>,
): ResourceEventHandler<T> {
  const filtering: ResourceEventHandler<T> = {
    added: (object, info) => (filter(object) ? handler.added?.(object, info) : undefined),
    updated(before, object, info) {
      const { signal } = info
      const was = filter(before)
      if (filter(object))
        return was
          ? handler.updated?.(before, object, info)
          : handler.added?.(object, { initial: false, signal })
      const facts = { key: keyIn(before), finalStateUnknown: false, signal }
      return was ? handler.deleted?.(before, facts) : undefined
    },
    deleted: (object, info) => (filter(object) ? handler.deleted?.(object, info) : undefined),
  }
  filterings.set(filtering, { filter, handler } as unknown as Filtering<never>)
  return filtering
}

/** What a handler filters, and for whom; undefined if `filteringHandler` did not make it. */
export function filteringOf<T>(handler: ResourceEventHandler<T>): Filtering<T> | undefined {
  return filterings.get(handler) as Filtering<T> | undefined
}

/** The handler behind all filters. */
export function unfiltered<T>(handler: ResourceEventHandler<T>): ResourceEventHandler<T> {
  let inner = handler
  for (let own = filteringOf(inner); own; own = filteringOf(inner)) inner = own.handler
  return inner
}
