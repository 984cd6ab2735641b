import type { Notification } from './notification.ts'

/** Says whether a handler cares for an object; must depend on the object alone, and never sees a tombstone. */
export type EventFilter<T> = (object: T) => boolean

/**
 * What a handler is told of objects that a filter selects: an object that comes to be selected is `added`, one that
 * ceases to be is `deleted`.
 *
 * It remembers what the handler was shown, so that the order of one `added`, any `updated`, one `deleted` holds
 * even if changes were coalesced or the last state of a deleted object is not selected. Upstream:
 * `FilteringResourceEventHandler`.
 */
export function filtered<T>(
  filter: EventFilter<T>,
): (notification: Notification<T>) => Notification<T> | undefined {
  const shown = new Set<string>()
  return (notification) => {
    const { key } = notification
    if (notification.type === 'deleted') return shown.delete(key) ? notification : undefined
    const { object } = notification
    const selected = filter(object)
    if (!selected) {
      if (!shown.delete(key) || notification.type === 'added') return undefined
      return { type: 'deleted', key, object: notification.before, finalStateUnknown: false }
    }
    if (shown.has(key)) return notification
    shown.add(key)
    const initial = notification.type === 'added' && notification.initial
    return { type: 'added', key, object, initial }
  }
}
