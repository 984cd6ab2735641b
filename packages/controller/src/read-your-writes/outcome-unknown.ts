import {
  ApiError,
  errorChain,
  InvalidPathSegmentError,
  InvalidRequestValueError,
  NamespaceScopeError,
  TransportError,
} from '@rxkube/client'

const certainlyNotSent: ReadonlySet<string> = new Set(['refused', 'dns', 'unreachable', 'tls', 'proxy'])

/** Whether a write that failed like this may have been carried out nevertheless: its answer was lost, or came too late. */
export function isOutcomeUnknown(error: unknown): boolean {
  for (const one of errorChain(error)) {
    // What refuses says so; a server that gives up waiting, or breaks, may have written before.
    if (one instanceof ApiError) return one.code >= 500
    if (one instanceof TransportError) return !certainlyNotSent.has(one.kind)
    if (one instanceof NamespaceScopeError || one instanceof InvalidPathSegmentError) return false
    if (one instanceof InvalidRequestValueError) return false
  }
  // Aborted under way, or something nobody has thought of.
  return true
}
