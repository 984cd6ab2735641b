import type { TlsMaterial } from '../http/endpoint.ts'

/** What a transport proves itself with. */
export interface Credentials {
  /** True when the server's certificate is not verified. */
  readonly insecure?: boolean
  /** Headers of the next request, such as `authorization`; names in lower case. */
  headers(): Promise<Readonly<Record<string, string>>>
  /** The same object for as long as nothing changed. */
  tls(): Promise<TlsMaterial>
  /** The server refused them: reads everything anew now, and tells whether anything changed. */
  refresh(): Promise<boolean>
}

const noTls: TlsMaterial = {}

/** No credentials, and the system's certificate authorities. */
export const anonymous: Credentials = {
  headers: () => Promise.resolve({}),
  tls: () => Promise.resolve(noTls),
  refresh: () => Promise.resolve(false),
}
