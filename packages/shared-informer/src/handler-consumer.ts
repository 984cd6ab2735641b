import type { Cached } from '@rxkube/meta'
import { filtered, type EventFilter } from './filtered.ts'
import { callHandler, type ResourceEventHandler } from './handlers.ts'
import type { Consumer } from './registration.ts'

/** Calls the method of a handler that fits, with what the filter leaves. */
export function handlerConsumer<T>(
  handler: ResourceEventHandler<T>,
  filter: EventFilter<Cached<T>> | undefined,
): Consumer<T> {
  if (!filter) return { deliver: (notification) => callHandler(handler, notification) }
  const select = filtered<T>(filter as EventFilter<T>)
  return {
    deliver(notification) {
      const told = select(notification)
      return told && callHandler(handler, told)
    },
  }
}
