import type { Notification } from './notification.ts'

/**
 * Reported when a handler threw or rejected, in which case the change is skipped and the handler goes on after a pause;
 * and when it was taken off because its mailbox is full (`notification` is `'overflow'`, `cause` a
 * MailboxOverflowError).
 */
export class HandlerError extends Error {
  override readonly name = 'HandlerError'
  readonly informer: string
  readonly handler: string
  /**
   * What the handler was told, and of which object; `'synced'` for the end of the first population, `'overflow'` when
   * it could not be told.
   */
  readonly notification: Notification<unknown>['type'] | 'synced' | 'overflow'
  readonly key: string

  constructor(
    facts: Pick<HandlerError, 'informer' | 'handler' | 'notification' | 'key'>,
    options: { readonly cause: unknown },
  ) {
    const { informer, handler, notification, key } = facts
    const who = `handler "${handler}" of the informer of ${informer}`
    const of = key === '' ? notification : `${notification} ${key}`
    super(
      notification === 'overflow'
        ? `${who} was taken off: ${messageOf(options.cause)}`
        : `${who} failed at "${of}": ${messageOf(options.cause)}. The change is skipped; catch what a handler can expect, or retry through a work queue`,
      options,
    )
    this.informer = informer
    this.handler = handler
    this.notification = notification
    this.key = key
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
