import type { Notification } from './notification.ts'

/** Reported when a handler threw or rejected; the change is skipped and the handler goes on after a pause. */
export class HandlerError extends Error {
  override readonly name = 'HandlerError'
  readonly informer: string
  readonly handler: string
  /** What the handler was told, and of which object; `'synced'` for the end of the first population. */
  readonly notification: Notification<unknown>['type'] | 'synced'
  readonly key: string

  constructor(
    facts: Pick<HandlerError, 'informer' | 'handler' | 'notification' | 'key'>,
    options: { readonly cause: unknown },
  ) {
    const { informer, handler, notification, key } = facts
    const of = key === '' ? notification : `${notification} ${key}`
    super(
      `handler "${handler}" of the informer of ${informer} failed at "${of}": ${messageOf(options.cause)}. The change is skipped; catch what a handler can expect, or retry through a work queue`,
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
