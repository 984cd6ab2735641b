import { ApiServer } from '@rxkube/api-server'
import { Client, HttpTransport, isConflict, isNotFound, listWatch, type Transport } from '@rxkube/client'
import { ConfigMap, metaNamespaceKey } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'

/** Where all objects are. */
const namespace = 'default'

/** One informer with a handler that keeps count, and sometimes takes its time. */
interface Watched {
  readonly client: Client
  readonly informer: SharedInformer<ConfigMap, string>
  readonly known: Map<string, string>
}

/** A server that goes away and comes back, and informers on it over real sockets. */
export class SoakWorld implements AsyncDisposable {
  readonly server = new ApiServer({ historySize: 2000 })
  readonly #writer: Client
  readonly #watched: Watched[] = []
  readonly #names: readonly string[]
  #listening: Awaited<ReturnType<ApiServer['listen']>> | undefined
  #port = 0
  #write = 0
  /** What handlers were told that did not fit what they knew. */
  readonly violations: string[] = []

  constructor(objects: number) {
    this.#writer = new Client({ transport: this.server.transport(), qps: -1 })
    this.#names = Array.from({ length: objects }, (_, at) => `object-${at}`)
  }

  async start(informers: number): Promise<void> {
    await this.listen()
    for (let at = 0; at < informers; at++) this.#watch(at)
    await Promise.all(this.#watched.map(({ informer }) => informer.waitForCacheSync({ timeout: '60s' })))
  }

  /** Listens again, at the same address. */
  async listen(): Promise<void> {
    this.#listening = await this.server.listen({ port: this.#port })
    this.#port = this.#listening.port
  }

  /** Closes every connection and refuses new ones until `listen`. */
  async refuse(): Promise<void> {
    await this.#listening?.close()
    this.#listening = undefined
  }

  /** Creates, changes or deletes the next object. */
  async write(): Promise<void> {
    const count = this.#write++
    const name = this.#names[count % this.#names.length] ?? ''
    const turn = Math.floor(count / this.#names.length) % 4
    const metadata = { name, namespace }
    try {
      if (turn === 3) await this.#writer.delete(ConfigMap, metadata)
      else if (turn === 0) await this.#writer.create(ConfigMap, { metadata, data: { count: String(count) } })
      else await this.#writer.patch(ConfigMap, metadata, { data: { count: String(count) } })
    } catch (error) {
      if (!isNotFound(error) && !isConflict(error)) throw error
    }
  }

  /** Waits until every cache and every handler has what the server has; tells what never came to be so. */
  async converged(isOver: () => boolean, pause: () => Promise<void>): Promise<readonly string[]> {
    const { items } = await this.#writer.list(ConfigMap, { namespace })
    const expected = new Map(items.map((item) => [metaNamespaceKey(item), versionOf(item)]))
    for (;;) {
      const behind = this.#watched.flatMap(({ informer, known }, at) => [
        ...differences(
          `cache ${at}`,
          new Map(informer.indexer.list().map((each) => [keyOf(each), versionOf(each)])),
          expected,
        ),
        ...differences(`handler ${at}`, known, expected),
      ])
      if (behind.length === 0 || isOver()) return behind
      await pause()
    }
  }

  /** Objects in all caches, and changes that wait for handlers. */
  get load(): { readonly objects: number; readonly backlog: number } {
    const all = this.#watched.map(({ informer }) => informer.status)
    return {
      objects: all.reduce((sum, { objects }) => sum + objects, 0),
      backlog: all.reduce(
        (sum, { handlers }) => sum + handlers.reduce((own, each) => own + each.backlog, 0),
        0,
      ),
    }
  }

  get writes(): number {
    return this.#write
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#watched.map(({ informer }) => informer.stop()))
    await Promise.all(this.#watched.map(({ client }) => client.close()))
    await this.#writer.close()
    await this.server.close()
  }

  #watch(at: number): void {
    const transport: Transport = new HttpTransport({ server: `http://127.0.0.1:${this.#port}`, proxy: false })
    const client = new Client({ transport, qps: -1 })
    const source = listWatch(client, ConfigMap, { namespace })
    const informer = new SharedInformer<ConfigMap, string>(source, { watchErrorHandler: () => undefined })
    const known = new Map<string, string>()
    // Every tenth handler takes its time with each change.
    const slowly = (): Promise<void> | undefined =>
      at % 10 === 0 ? new Promise((resolve) => setTimeout(resolve, 20)) : undefined
    informer.addEventHandler({
      added: (object) => {
        if (known.has(keyOf(object)))
          this.violations.push(`I3: handler ${at} was told twice that ${keyOf(object)} came`)
        known.set(keyOf(object), versionOf(object))
        return slowly()
      },
      updated: (before, object) => {
        if (known.get(keyOf(object)) !== versionOf(before))
          this.violations.push(`I3: handler ${at} was told of another "before" of ${keyOf(object)}`)
        known.set(keyOf(object), versionOf(object))
        return slowly()
      },
      deleted: (object) => {
        if (!known.delete(keyOf(object))) this.violations.push(`I3: handler ${at} never had ${keyOf(object)}`)
        return slowly()
      },
    })
    informer.start()
    this.#watched.push({ client, informer, known })
  }
}

const keyOf = (object: { readonly metadata?: { readonly name?: string } }): string =>
  `${namespace}/${object.metadata?.name ?? ''}`
const versionOf = (object: { readonly metadata?: { readonly resourceVersion?: string } }): string =>
  object.metadata?.resourceVersion ?? ''

function differences(
  whose: string,
  has: ReadonlyMap<string, string>,
  expected: ReadonlyMap<string, string>,
): string[] {
  const keys = [...new Set([...has.keys(), ...expected.keys()])].filter(
    (key) => has.get(key) !== expected.get(key),
  )
  return keys
    .slice(0, 1)
    .map(
      (key) => `I12: ${whose} has ${has.get(key) ?? 'no'} ${key}, the server ${expected.get(key) ?? 'none'}`,
    )
}
