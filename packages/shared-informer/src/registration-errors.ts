/**
 * Why a handler is not called any more: the reason of the signal that it gets, and what those get who wait for a first
 * population that it will not be through.
 */
export class HandlerRemovedError extends Error {
  override readonly name = 'HandlerRemovedError'
  readonly handler: string

  constructor(handler: string, options?: ErrorOptions) {
    super(
      `handler "${handler}" was removed, or its informer stopped: it is told nothing more, and does not sync`,
      options,
    )
    this.handler = handler
  }
}
