import { isIP } from 'node:net'

/** What TLS is made with; `ca`, `cert` and `key` are PEM. */
export interface TlsMaterial {
  readonly ca?: Buffer | string
  readonly cert?: Buffer | string
  readonly key?: Buffer | string
  /** The name the server's certificate must bear, when it is not the host. */
  readonly servername?: string
  /** Accept any certificate. Whoever sits in between then reads the credentials. */
  readonly insecureSkipVerify?: boolean
}

/** Where an API server is reached. */
export interface Endpoint {
  /** Without the brackets of IPv6. */
  readonly host: string
  readonly port: number
  readonly secure: boolean
  /** What stands before every path, without a slash at its end; empty mostly. */
  readonly basePath: string
  /** For the `host` header and for messages: `10.0.0.1:6443`, `[::1]:6443`. */
  readonly authority: string
}

/** Reads a server's URL. Throws a `TypeError` for what is no http or https URL. */
export function endpointOf(server: string): Endpoint {
  if (!URL.canParse(server)) {
    // A name and password before the host are nobody's to read.
    throw new TypeError(`"${server.replace(/^[^]*@/, '…@')}" is no URL of a server: write https://host:port`)
  }
  const url = new URL(server)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TypeError(`the server's URL must begin with https:// or http://, not ${url.protocol}`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new TypeError(`the URL of ${url.host} has credentials in it: give them as a user's, not in the URL`)
  }
  const secure = url.protocol === 'https:'
  const port = Number(url.port) || (secure ? 443 : 80)
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    secure,
    basePath: url.pathname.replace(/\/+$/, ''),
    authority: `${url.hostname}:${port}`,
  }
}

/** True where bytes do not leave the machine. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return true
  return isIP(host) === 4 ? host.startsWith('127.') : host === '::1'
}
