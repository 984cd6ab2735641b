import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
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
export function tunnel(proxy: string, endpoint: Endpoint, signal: AbortSignal): Promise<Socket> {
  const url = new URL(proxy)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const what = `proxies of kind ${url.protocol} are not supported, only http: and https:`
    return Promise.reject(new TransportError('proxy', url.host, what))
  }
  const secure = url.protocol === 'https:'
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const request = (secure ? httpsRequest : httpRequest)({
    method: 'CONNECT',
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port || (secure ? 443 : 80),
    path: endpoint.authority,
    agent: false,
    signal,
    headers: {
      host: endpoint.authority,
      ...(url.username && { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }),
    },
  })
  request.once('connect', (response, socket: Socket, head: Buffer) => {
    if (response.statusCode === 200) {
      if (head.length > 0) socket.unshift(head)
      resolve(socket)
    } else {
      socket.destroy()
      reject(new TransportError('proxy', url.host, `the proxy answered CONNECT with ${response.statusCode}`))
    }
  })
  request.once('response', (response) => {
    response.destroy()
    reject(new TransportError('proxy', url.host, `the proxy answered CONNECT with ${response.statusCode}`))
  })
  request.once('error', (error) => {
    reject(
      signal.aborted
        ? signal.reason
        : new TransportError('proxy', url.host, 'the proxy was not reached', error),
    )
  })
  request.end()
  return promise
}
