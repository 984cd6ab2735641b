import type { ApiServer } from '@rxkube/api-server'
import type { Pod } from '@rxkube/meta'
import { podJson } from '../server/pods.ts'

const namespaces = 50

/** The body that creates pod number `index`: about 7 kB. */
export function newPod(index: number): Pod {
  const pod = JSON.parse(podJson(index, 0, false)) as Pod
  delete pod.metadata.resourceVersion
  delete pod.metadata.ownerReferences
  return pod
}

/** Writes pods within the process; nothing of a client is in the way. */
export class PodWriter {
  readonly #transport: ReturnType<ApiServer['transport']>

  constructor(server: ApiServer) {
    this.#transport = server.transport()
  }

  async createNamespaces(): Promise<void> {
    for (let at = 0; at < namespaces; at++) {
      await this.#send('POST', '/api/v1/namespaces', { metadata: { name: `ns-${at}` } })
    }
  }

  async create(pod: Pod): Promise<void> {
    await this.#send('POST', `/api/v1/namespaces/${pod.metadata.namespace}/pods`, pod)
  }

  async createMany(first: number, count: number): Promise<void> {
    for (let at = first; at < first + count; at++) await this.create(newPod(at))
  }

  /** Changes an annotation of pod number `index`. */
  async annotate(index: number, turn: string): Promise<void> {
    const path = `/api/v1/namespaces/ns-${index % namespaces}/pods/web-${String(index).padStart(6, '0')}`
    await this.#send('PATCH', path, { metadata: { annotations: { turn } } })
  }

  async #send(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<void> {
    const type = method === 'POST' ? 'application/json' : 'application/merge-patch+json'
    const headers = { 'content-type': type }
    const response = await this.#transport.request({ method, path, headers, body: JSON.stringify(body) })
    const chunks = await Array.fromAsync(response.body)
    // Nothing here waits for a socket: without a turn of the loop, writers would keep everyone else waiting.
    await new Promise((resolve) => setImmediate(resolve))
    if (response.status < 300) return
    throw new Error(`${method} ${path}: ${response.status} ${Buffer.concat(chunks).toString()}`)
  }
}
