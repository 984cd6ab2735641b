import type { Observable } from 'rxjs'
import type { Request } from '../request.ts'

/** A stream that says what to look at, or that everything has to be looked at. */
export type StreamSource =
  | { readonly all: false; readonly name: string; readonly stream: Observable<Request | Iterable<Request>> }
  | { readonly all: true; readonly name: string; readonly stream: Observable<unknown> }

/** A stream that woke a controller has failed: nothing comes from it any more. */
export class SourceFailedError extends Error {
  override readonly name = 'SourceFailedError'
  readonly controller: string
  readonly source: string

  constructor(controller: string, source: string, cause: unknown) {
    super(
      `the stream "${source}" of ${controller} ended with an error and wakes nobody any more: give it retry(), or catchError()`,
      { cause },
    )
    this.controller = controller
    this.source = source
  }
}

/** A stream that wakes a controller emitted something that is no request: it was left out, and the stream goes on. */
export class InvalidRequestError extends Error {
  override readonly name = 'InvalidRequestError'
  readonly controller: string
  readonly source: string

  constructor(controller: string, source: string, cause: unknown) {
    super(
      `the stream "${source}" of ${controller} emitted what is no request: expected { namespace, name }, or several of them`,
      { cause },
    )
    this.controller = controller
    this.source = source
  }
}
