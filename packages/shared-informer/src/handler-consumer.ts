import type { Cached } from '@rxkube/meta'
import { filtered, type EventFilter } from './filtered.ts'
import { filteringOf } from './filtering-handler.ts'
import { callHandler, type ResourceEventHandler } from './handlers.ts'
import type { Consumer } from './registration.ts'

/** Calls the method of a handler that fits, with what the filters leave: the one that is given, and its own. */
export function handlerConsumer<T>(
  handler: ResourceEventHandler<T>,
  filter: EventFilter<Cached<T>> | undefined,
): Consumer<T> {
  if (!filter) {
    const own = filteringOf(handler)
    if (own) return handlerConsumer(own.handler, own.filter)
    return { deliver: (notification, signal) => callHandler(handler, notification, signal) }
  }
  const select = filtered<T>(filter as EventFilter<T>)
  const inner = handlerConsumer(handler, undefined)
  return {
    deliver(notification, signal) {
      const told = select(notification)
      return told && inner.deliver(told, signal)
    },
  }
}
