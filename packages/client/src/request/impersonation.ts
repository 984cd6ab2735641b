import { InvalidRequestValueError } from '../errors/errors.ts'
import { singleLine } from './header-value.ts'

/** Whom requests are made as; the credentials need the right to impersonate. kubectl: `--as`. */
export interface Impersonation {
  readonly userName: string
  readonly uid?: string
  readonly groups?: readonly string[]
  readonly extra?: ReadonlyMap<string, readonly string[]>
}

/** The headers that ask for it. Throws an `InvalidRequestValueError`. */
export function impersonationHeaders(
  as: Impersonation | undefined,
): Record<string, string | readonly string[]> {
  if (!as) return {}
  // An empty name would be no impersonation at all, and the request one of full rights.
  if (as.userName === '') throw new InvalidRequestValueError('impersonate-user', 'it is empty')
  const headers = new Map([['impersonate-user', [as.userName]]])
  if (as.uid !== undefined) headers.set('impersonate-uid', [as.uid])
  if (as.groups?.length) headers.set('impersonate-group', [...as.groups])
  for (const [key, values] of as.extra ?? []) headers.set(`impersonate-extra-${escaped(key)}`, [...values])
  const checked = [...headers].map(([name, values]): [string, string | string[]] => {
    for (const value of values) singleLine(name, value)
    const [only] = values
    const many = name === 'impersonate-group' || name.startsWith('impersonate-extra-')
    return [name, many || only === undefined ? values : only]
  })
  return Object.fromEntries(checked)
}

/** What of a key is no character of a header's name, percent-encoded. */
function escaped(key: string): string {
  const encoded = encodeURIComponent(singleLine('impersonate-extra', key))
  return encoded.replaceAll(/[()]/g, (each) => (each === '(' ? '%28' : '%29')).toLowerCase()
}
