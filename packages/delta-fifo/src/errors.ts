/** Thrown by a pop of a queue that is closed and empty. Upstream: `ErrFIFOClosed`. */
export class QueueClosedError extends Error {
  override readonly name = 'QueueClosedError'

  constructor() {
    super('the queue is closed and everything in it was popped; make a new one to go on')
  }
}

/** Thrown when a queue is made with options that exclude each other, such as an atomic RealFIFO with knownObjects. */
export class QueueOptionsError extends Error {
  override readonly name = 'QueueOptionsError'
}
