/** What becomes of a connection: nobody listens, it is reset, or it ends in the middle of an answer. */
export type ConnectionFailure = 'refused' | 'reset' | 'cut'

/** Thrown in place of an answer, or out of its body, when the connection is to break: each rim does it its own way. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
  readonly failure: ConnectionFailure

  constructor(failure: ConnectionFailure) {
    super(`the connection is ${failure === 'cut' ? 'cut off' : failure}`)
    this.failure = failure
  }
}
