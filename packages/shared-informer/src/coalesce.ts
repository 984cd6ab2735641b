import type { Notification } from './notification.ts'

/**
 * What `pending` and then `incoming`, two changes of one key, are together; undefined when they stay two.
 *
 * `before` stays what the handler last saw, and the first population stays that. An object that came and went is not
 * this function's business: it leaves two.
 */
export function coalesce<T>(
  pending: Notification<T>,
  incoming: Notification<T>,
): Notification<T> | undefined {
  switch (pending.type) {
    case 'added':
      return incoming.type === 'deleted' ? undefined : { ...pending, object: incoming.object }
    case 'updated':
      if (incoming.type === 'deleted') return incoming
      return {
        ...pending,
        object: incoming.object,
        sync: pending.sync && incoming.type === 'updated' && incoming.sync,
        replaced: pending.replaced || (incoming.type === 'updated' && incoming.replaced),
      }
    case 'deleted':
    default:
      // Told twice: the queue does not know what the cache held. What was seen to go beats what was found missing.
      if (incoming.type !== 'deleted') return undefined
      return pending.finalStateUnknown ? { ...incoming, object: incoming.object ?? pending.object } : pending
  }
}
