import { get, type IncomingMessage } from 'node:http'
import type { Contender } from '../measure/measurement.ts'

interface Event {
  readonly type: string
  readonly object: {
    readonly metadata: {
      readonly namespace?: string
      readonly name?: string
      readonly resourceVersion?: string
    }
  }
}

/** The naive limit: WatchList over node:http, split at line ends, `JSON.parse`, kept in a Map. Recovers from nothing. */
export class RawLoop implements Contender {
  readonly #objects = new Map<string, Event['object']>()
  #response: IncomingMessage | undefined
  #changed: () => void = () => undefined

  get size(): number {
    return this.#objects.size
  }

  onChange(callback: () => void): void {
    this.#changed = callback
  }

  async start(url: string): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const query =
      'watch=true&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan'
    get(`${url}/api/v1/pods?${query}`, (response) => {
      this.#response = response
      let rest: Buffer[] = []
      response.on('data', (chunk: Buffer) => {
        let begin = 0
        for (let end = chunk.indexOf(10); end >= 0; begin = end + 1, end = chunk.indexOf(10, begin)) {
          const line = Buffer.concat([...rest, chunk.subarray(begin, end)])
          rest = []
          if (this.#apply(JSON.parse(line.toString()) as Event)) resolve()
        }
        if (begin < chunk.length) rest.push(chunk.subarray(begin))
      })
    }).on('error', reject)
    await promise
  }

  async stop(): Promise<void> {
    this.#response?.destroy()
    this.#objects.clear()
    await Promise.resolve()
  }

  #apply({ type, object }: Event): boolean {
    if (type === 'BOOKMARK') return true
    const { namespace = '', name = '' } = object.metadata
    this.#objects.set(`${namespace}/${name}`, object)
    this.#changed()
    return false
  }
}
