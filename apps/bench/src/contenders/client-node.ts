import {
  CoreV1Api,
  KubeConfig,
  makeInformer,
  type Informer,
  type ObjectCache,
  type V1Pod,
} from '@kubernetes/client-node'
import type { Contender } from '../measure/measurement.ts'

/** `makeInformer` of @kubernetes/client-node as its examples use it. */
export class ClientNodeInformer implements Contender {
  #informer: (Informer<V1Pod> & ObjectCache<V1Pod>) | undefined
  #changed: () => void = () => undefined

  get size(): number {
    return this.#informer?.list().length ?? 0
  }

  onChange(callback: () => void): void {
    this.#changed = callback
  }

  async start(url: string): Promise<void> {
    const config = new KubeConfig()
    config.loadFromOptions({
      clusters: [{ name: 'bench', server: url, skipTLSVerify: true }],
      users: [{ name: 'bench' }],
      contexts: [{ name: 'bench', cluster: 'bench', user: 'bench' }],
      currentContext: 'bench',
    })
    const api = config.makeApiClient(CoreV1Api)
    const informer = makeInformer(config, '/api/v1/pods', async () => await api.listPodForAllNamespaces())
    this.#informer = informer
    const failed = Promise.withResolvers<never>()
    informer.on('error', (error: unknown) => failed.reject(error))
    informer.on('update', () => this.#changed())
    // Resolves once the list was taken in and the watch is open.
    await Promise.race([informer.start(), failed.promise])
    failed.promise.catch(() => undefined)
  }

  async stop(): Promise<void> {
    await this.#informer?.stop()
    this.#informer = undefined
  }
}
