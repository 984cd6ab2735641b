import {
  ApiError,
  InvalidPathSegmentError,
  InvalidRequestValueError,
  isAlreadyExists,
  NamespaceScopeError,
  TransportError,
} from '@rxkube/client'

/** What a failed request means for its event: try again, give it up, or give it up without a word. */
export type Verdict = 'retry' | 'drop' | 'drop-quietly'

/**
 * What cannot be built will not be built the next time, and what a server refused it will refuse again. Anything else
 * says that there was no answer, or none that can be read.
 */
export function verdictOn(error: unknown): Verdict {
  if (isAlreadyExists(error) || isNamespaceTerminating(error)) return 'drop-quietly'
  if (error instanceof ApiError || isUnbuildable(error)) return 'drop'
  // Nobody opens a closed client again.
  if (error instanceof TransportError && error.kind === 'closed') return 'drop'
  return 'retry'
}

function isNamespaceTerminating(error: unknown): boolean {
  return error instanceof ApiError && error.causes.some(({ reason }) => reason === 'NamespaceTerminating')
}

function isUnbuildable(error: unknown): boolean {
  return (
    error instanceof InvalidPathSegmentError ||
    error instanceof InvalidRequestValueError ||
    error instanceof NamespaceScopeError
  )
}
