import { ApiError, errorChain, TransportError } from '@rxkube/client'

const plain = /^[A-Za-z][A-Za-z0-9_.]{0,63}$/

/**
 * What may be said of an error to whoever asks: the names of its class, and of the server's or the network's reason.
 * Messages are left out, for what servers and programs put into them may be secret.
 */
export function errorFacts(error: unknown): string {
  const name = nameOf(error)
  for (const link of errorChain(error)) {
    const reason = reasonOf(link)
    if (reason !== undefined) return link === error ? reason : `${name}: ${reason}`
  }
  return name
}

/** The name of an error's class, where it looks like one. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error'
  return plain.test(error.name) ? error.name : 'Error'
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof TransportError) return error.kind
  if (error instanceof ApiError) {
    const reason = plain.test(error.reason) ? error.reason : 'ApiError'
    return error.code === 0 ? reason : `${reason} (${error.code})`
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && plain.test(error.code)) {
    return error.code
  }
  return undefined
}
