import { Client, HttpTransport } from '@rxkube/client'
import { Pod } from '@rxkube/meta'
import { SharedInformerFactory, type SharedInformer } from '@rxkube/shared-informer'
import type { Contender } from '../measure/measurement.ts'

/** This project's informer as it comes, with one handler. */
export class RxkubeInformer implements Contender {
  readonly #watchList: boolean
  #factory: SharedInformerFactory | undefined
  #informer: SharedInformer<Pod> | undefined
  #client: Client | undefined
  #changed: () => void = () => undefined

  constructor({ watchList }: { readonly watchList: boolean }) {
    this.#watchList = watchList
  }

  get size(): number {
    return this.#informer?.indexer.size ?? 0
  }

  onChange(callback: () => void): void {
    this.#changed = callback
  }

  async start(url: string): Promise<void> {
    this.#client = new Client({ transport: new HttpTransport({ server: url }) })
    this.#factory = new SharedInformerFactory(this.#client, { reflector: { useWatchList: this.#watchList } })
    this.#informer = this.#factory.informerFor(Pod)
    // Counts events, so it is told of each one, as the other contenders are.
    this.#informer.addEventHandler({ updated: () => this.#changed() }, { mailbox: { mode: 'every' } })
    this.#factory.start()
    await this.#factory.waitForCacheSync()
  }

  async stop(): Promise<void> {
    await this.#factory?.shutdown()
    await this.#client?.close()
    this.#factory = undefined
    this.#informer = undefined
    this.#client = undefined
  }
}
