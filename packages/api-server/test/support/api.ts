import type { KubernetesObject, Status } from '@rxkube/meta'
import type { Transport, TransportRequest } from '@rxkube/client'

/** A body as tests look at it. */
type Body = KubernetesObject &
  Status & {
    items: (KubernetesObject & { data?: Record<string, string>; spec?: unknown })[]
    data?: Record<string, string>
    spec?: unknown
    rows?: { cells: unknown[]; object?: unknown }[]
    columnDefinitions?: { name: string }[] | null
  } & Record<string, unknown>

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly text: string
  readonly body: Body
}

export type Line = { type: string; object: Body }

const decoder = new TextDecoder()

/** Requests as tests write them, over any transport. */
export class Api {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  async call(
    method: TransportRequest['method'],
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const sent =
      body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) }
    const response = await this.#transport.request({ method, path, headers, ...sent })
    const chunks = await Array.fromAsync(response.body)
    const text = decoder.decode(Buffer.concat(chunks))
    const json = String(response.headers['content-type'] ?? '').startsWith('application/json') && text !== ''
    return { ...response, text, body: (json ? JSON.parse(text) : {}) as Body }
  }

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.call('GET', path, undefined, headers)
  }

  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.call('POST', path, body, headers)
  }

  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.call('PUT', path, body, headers)
  }

  delete(path: string, body?: unknown): Promise<Answer> {
    return this.call('DELETE', path, body)
  }

  merge(path: string, patch: unknown): Promise<Answer> {
    return this.call('PATCH', path, patch, { 'content-type': 'application/merge-patch+json' })
  }

  jsonPatch(path: string, patch: unknown): Promise<Answer> {
    return this.call('PATCH', path, patch, { 'content-type': 'application/json-patch+json' })
  }

  strategic(path: string, patch: unknown): Promise<Answer> {
    return this.call('PATCH', path, patch, { 'content-type': 'application/strategic-merge-patch+json' })
  }

  /** Server-side apply; the path says who and how: `?fieldManager=m&force=true`. */
  apply(path: string, config: unknown): Promise<Answer> {
    return this.call('PATCH', path, config, { 'content-type': 'application/apply-patch+yaml' })
  }

  /** Opens a watch; the path needs no `watch=true`. */
  async watch(path: string, headers: Record<string, string> = {}): Promise<Watching> {
    const target = `${path}${path.includes('?') ? '&' : '?'}watch=true`
    const response = await this.#transport.request({ method: 'GET', path: target, headers, watch: true })
    return new Watching(response.status, response.body)
  }
}

/** A watch that is read line by line. */
export class Watching {
  readonly status: number
  readonly #source: AsyncIterator<Uint8Array>
  readonly #lines: Line[] = []

  constructor(status: number, body: AsyncIterable<Uint8Array>) {
    this.status = status
    this.#source = body[Symbol.asyncIterator]()
  }

  /** The next line; undefined at the end. */
  async next(): Promise<Line | undefined> {
    while (this.#lines.length === 0) {
      const result = await this.#source.next()
      if (result.done === true) return undefined
      for (const text of decoder.decode(result.value).split('\n')) {
        if (text !== '') this.#lines.push(JSON.parse(text) as Line)
      }
    }
    return this.#lines.shift()
  }

  /** The next `count` lines, each as `TYPE name@version`. */
  async take(count: number): Promise<string[]> {
    const taken: string[] = []
    for (let at = 0; at < count; at++) taken.push(shown(await this.next()))
    return taken
  }

  /** Every line until the end. */
  async rest(): Promise<Line[]> {
    const lines: Line[] = []
    for (let line = await this.next(); line !== undefined; line = await this.next()) lines.push(line)
    return lines
  }

  async stop(): Promise<void> {
    await this.#source.return?.()
  }
}

export function shown(line: Line | undefined): string {
  if (line === undefined) return 'END'
  const { name = '', resourceVersion = '' } = line.object.metadata ?? {}
  return `${line.type} ${name}@${resourceVersion}`
}

export const maps = '/api/v1/namespaces/default/configmaps'
