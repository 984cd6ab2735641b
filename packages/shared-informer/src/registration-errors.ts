/** What waits for a handler's first population gets when the handler was removed before it was through. */
export class HandlerRemovedError extends Error {
  override readonly name = 'HandlerRemovedError'
  readonly handler: string

  constructor(handler: string, options?: ErrorOptions) {
    super(
      `handler "${handler}" was removed, or its informer stopped, before it had seen the first population`,
      options,
    )
    this.handler = handler
  }
}
