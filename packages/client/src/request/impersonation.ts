/** Whom requests are made as; the credentials need the right to impersonate. kubectl: `--as`. */
export interface Impersonation {
  readonly userName: string
  readonly uid?: string
  readonly groups?: readonly string[]
  readonly extra?: ReadonlyMap<string, readonly string[]>
}

/** The headers that ask for it. */
export function impersonationHeaders(
  as: Impersonation | undefined,
): Record<string, string | readonly string[]> {
  if (!as) return {}
  const headers = new Map<string, string | readonly string[]>([['impersonate-user', as.userName]])
  if (as.uid !== undefined) headers.set('impersonate-uid', as.uid)
  if (as.groups?.length) headers.set('impersonate-group', as.groups)
  for (const [key, values] of as.extra ?? []) {
    headers.set(`impersonate-extra-${encodeURIComponent(key).toLowerCase()}`, values)
  }
  return Object.fromEntries(headers)
}
