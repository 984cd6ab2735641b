import { createServer as createHttp2Server } from 'node:http2'
import { createServer } from 'node:http'
import { listen, type TestServer } from './http-server.ts'
import { event, failure, podList } from './objects.ts'

/** What of a response both HTTP versions have. */
interface Response {
  readonly headersSent: boolean
  statusCode: number
  setHeader(name: string, value: string): unknown
  write(chunk: string): boolean
  end(chunk?: string): unknown
  on(event: 'close' | 'error', listener: () => void): unknown
}

/** A server that answers by the namespace it is asked for: `hang`, `slow`, `busy`, `long`, or in full; a watch stays open. */
export interface MoodyServer extends TestServer {
  /** Requests whose answer is neither over nor given up. */
  readonly open: Set<string>
  /** Requests that ever came. */
  asked: number
}

const long = Array.from({ length: 20_000 }, (_, at) => `pod-${at}`)

/** Serves over one HTTP version. */
export async function moodyServer(http2: boolean): Promise<MoodyServer> {
  const state = { open: new Set<string>(), asked: 0 }
  const handle = ({ url = '' }: { readonly url?: string | undefined }, response: Response): void => {
    const key = `${state.asked++} ${url}`
    state.open.add(key)
    response.on('close', () => state.open.delete(key))
    response.on('error', () => state.open.delete(key))
    response.setHeader('content-type', 'application/json')
    const mood = /namespaces\/(\w+)\//.exec(url)?.[1]
    if (mood === 'hang') return
    if (mood === 'busy') {
      response.statusCode = 429
      response.setHeader('retry-after', '30')
      response.end(JSON.stringify(failure(429, 'TooManyRequests')))
    } else if (url.includes('watch=true')) response.write(event('ADDED', 'a'))
    else if (mood === 'slow') response.write('{"kind":"PodList",')
    else response.end(JSON.stringify(podList(mood === 'long' ? long : ['a'])))
  }
  const server = http2
    ? createHttp2Server((request, response) => handle(request, response as unknown as Response))
    : createServer((request, response) => handle(request, response))
  return Object.assign(state, await listen(server, 'http'))
}
