import type { Cause } from '../cause.ts'
import type { Request } from '../request.ts'

/** How one look at a request ended. */
export type OutcomeResult =
  /** Nothing is left to do before something changes. */
  | 'success'
  /** The same, but it asked for another look. */
  | 'requeue_after'
  /** It failed and will be tried again. */
  | 'error'
  /** It failed with a `TerminalError` and will not be tried again before something changes. */
  | 'terminal'
  /** It took too long; it will be tried again. */
  | 'timeout'
  /** Its namespace is being deleted: what it wanted to make there is not wanted any more. */
  | 'namespace_terminating'
  /** The controller stopped, or leadership was lost, while it ran. */
  | 'aborted'

/** Counts of runs by how they ended. */
export function noResults(): Record<OutcomeResult, number> {
  return {
    success: 0,
    requeue_after: 0,
    error: 0,
    terminal: 0,
    timeout: 0,
    namespace_terminating: 0,
    aborted: 0,
  }
}

/** What came of one look at a request. */
export interface Outcome {
  readonly controller: string
  readonly request: Request
  readonly result: OutcomeResult
  readonly error: Error | undefined
  /** Of the run, in milliseconds. */
  readonly duration: number
  /** How long the request had waited in the queue, in milliseconds. */
  readonly waited: number
  readonly causes: readonly Cause[]
  /** Causes beyond those that are kept. */
  readonly droppedCauses: number
  readonly priority: number
  /** How often in a row it had failed before. */
  readonly attempt: number
  /** When it will be looked at again, in milliseconds, if nothing changes before. */
  readonly requeueAfter: number | undefined
  /** Writes that the server took. */
  readonly writes: number
  /** Those of them that changed nothing. */
  readonly noopWrites: number
}
