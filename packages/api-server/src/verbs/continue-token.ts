import { asNumber, asString, isObject } from '../codec/json.ts'
import { badRequest } from '../status.ts'

/** Where a paged list goes on: after `start`, in the state at `revision` (−1: in whatever state is newest). */
export interface Continuation {
  readonly revision: number
  /** The last key of the page before, without its prefix. */
  readonly after: string
}

/** A token that is opaque to clients, in the form that a real server uses. */
export function continueToken({ revision, after }: Continuation): string {
  const token = { v: 'meta.k8s.io/v1', rv: revision, start: `${after}\u0000` }
  return Buffer.from(JSON.stringify(token)).toString('base64url')
}

/** Reads a token. Throws a 400 StatusError for what is none. */
export function parseContinueToken(text: string): Continuation {
  const decoded = Buffer.from(text, 'base64url').toString('utf8')
  let token: unknown
  try {
    token = JSON.parse(decoded)
  } catch (error) {
    // Go's parser goes byte by byte, and shows a byte as the character of that number.
    const first = Buffer.from(text, 'base64url').toString('latin1').slice(0, 1)
    const why = `invalid character '${first}' looking for beginning of value`
    throw Object.assign(badRequest(`invalid continue token: continue key is not valid: ${why}`), {
      cause: error,
    })
  }
  const { v, rv, start } = isObject(token) ? token : {}
  const refuse = (why: string) => badRequest(`invalid continue token: continue key is not valid: ${why}`)
  const key = asString(start)
  if (v !== 'meta.k8s.io/v1') throw refuse(`server does not recognize this encoded version ${asString(v)}`)
  if (typeof rv === 'number' && !Number.isSafeInteger(rv)) {
    throw refuse(`json: cannot unmarshal number ${rv} into Go struct field continueToken.rv of type int64`)
  }
  if (asNumber(rv) === 0) {
    throw refuse('incorrect encoded start resourceVersion (version meta.k8s.io/v1)')
  }
  if (key === '') throw refuse('encoded start key empty (version meta.k8s.io/v1)')
  if (key.startsWith('../') || key.includes('/../')) throw refuse(key)
  return { revision: asNumber(rv), after: key.endsWith('\u0000') ? key.slice(0, -1) : key }
}
