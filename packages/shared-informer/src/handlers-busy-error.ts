import type { HandlerCall } from './own-call.ts'

/**
 * Rejected with when the end of handlers' calls is waited for with a timeout, and reported when it is waited for
 * without one and takes 10 s: names the calls that have not returned.
 */
export class HandlersBusyError extends Error {
  override readonly name = 'HandlersBusyError'
  /** The calls that are still under way. */
  readonly calls: readonly HandlerCall[]
  /** Milliseconds that were waited. */
  readonly waited: number

  constructor(what: string, waited: number, calls: readonly HandlerCall[]) {
    const named = calls.map(({ informer, handler, notification, key }) => {
      const at = key === '' ? notification : `${notification} ${key}`
      return `handler "${handler}" of the informer of ${informer} at "${at}"`
    })
    super(
      `${what} waited ${waited} ms for ${named.join(', ') || 'the end of its watch'}. ` +
        'Give the signal that a handler gets beside each object to what it waits for',
    )
    this.calls = calls
    this.waited = waited
  }
}

/** One error for what waited for several informers; a failure of another kind comes first. */
export function busyTogether(what: string, failures: readonly unknown[]): unknown {
  const busy = failures.filter((failure) => failure instanceof HandlersBusyError)
  if (busy.length < failures.length)
    return failures.find((failure) => !(failure instanceof HandlersBusyError))
  const waited = Math.max(...busy.map((error) => error.waited))
  return new HandlersBusyError(
    what,
    waited,
    busy.flatMap(({ calls }) => calls),
  )
}
