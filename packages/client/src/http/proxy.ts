import { HttpProxyAgent } from 'hpagent'
import type { Socket } from 'node:net'
import { TransportError } from '../errors/transport-error.ts'
import type { Endpoint } from './endpoint.ts'

/** Environment variables that name proxies. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>

/**
 * The proxy for an endpoint by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (or in lower case), as Go reads them: loopback
 * never takes one.
 */
export function proxyFromEnvironment(endpoint: Endpoint, environment: ProxyEnvironment): string | undefined {
  const read = (name: string): string | undefined =>
    environment[name] || environment[name.toLowerCase()] || undefined
  const proxy = read(endpoint.secure ? 'HTTPS_PROXY' : 'HTTP_PROXY')
  if (proxy === undefined || endpoint.host === 'localhost' || /^127\.|^::1$/.test(endpoint.host))
    return undefined
  const excluded = (read('NO_PROXY') ?? '')
    .split(',')
    .some((entry) => excludes(entry.trim().toLowerCase(), endpoint))
  return excluded ? undefined : proxy.includes('://') ? proxy : `http://${proxy}`
}

function excludes(entry: string, { host, port }: Endpoint): boolean {
  if (entry === '*') return true
  if (entry === '') return false
  const name = host.toLowerCase()
  if (entry.includes('/')) return inRange(name, entry)
  const [, bare = entry, itsPort] = /^(.*?):(\d+)$/.exec(entry) ?? []
  if (itsPort !== undefined && !bare.includes(':') && Number(itsPort) !== port) return false
  const suffix = (bare.includes(':') ? entry : bare).replace(/^\*?\./, '')
  return name === suffix || name.endsWith(`.${suffix}`)
}

/** IPv4 in CIDR notation; IPv6 ranges are compared with the address as text only. */
function inRange(host: string, range: string): boolean {
  const [base = '', bits = ''] = range.split('/')
  const [address, network] = [ipv4(host), ipv4(base)]
  if (address === undefined || network === undefined) return host === base
  const size = 2 ** (32 - Number(bits))
  return Math.floor(address / size) === Math.floor(network / size)
}

function ipv4(text: string): number | undefined {
  const parts = text.split('.').map(Number)
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return undefined
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}

/** Opens a tunnel (CONNECT) to the endpoint through an http or https proxy. */
export function tunnel(proxy: string, { authority }: Endpoint, signal: AbortSignal): Promise<Socket> {
  // What Node throws for it would quote it, password and all.
  if (!URL.canParse(proxy)) {
    return Promise.reject(
      new TransportError('proxy', authority, "the proxy's URL is no URL: write http://host:port"),
    )
  }
  const url = new URL(proxy)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const what = `proxies of kind ${url.protocol} are not supported, only http: and https:`
    return Promise.reject(new TransportError('proxy', url.host, what))
  }
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  // The agent is one of one use: pools are kept above it, for HTTP/2 too.
  const agent = new HttpProxyAgent({ proxy: withoutBrackets(url), proxyRequestOptions: { signal } as object })
  const [, host, port] = /^(.*):(\d+)$/.exec(authority) ?? []
  agent.createConnection({ host, port }, (error, socket) => {
    if (signal.aborted) reject(signal.reason)
    else if (error)
      reject(new TransportError('proxy', url.host, `no tunnel to ${authority}: ${error.message}`, error))
    else resolve(socket as Socket)
  })
  return promise
}

/** What the agent reads of a URL, with an IPv6 host as sockets want it. */
function withoutBrackets({ protocol, hostname, port, username, password }: URL): URL {
  return { protocol, hostname: hostname.replace(/^\[(.*)\]$/, '$1'), port, username, password } as URL
}
