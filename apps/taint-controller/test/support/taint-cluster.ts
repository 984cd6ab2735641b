import { Manager } from '@rxkube/controller'
import { Event, Node, Pod, type Taint, type Toleration } from '@rxkube/meta'
import { TestEnv, type TestProcess } from '@rxkube/testing'
import { setup, type TaintControllerOptions } from '../../src/index.ts'

export const taint = (key: string, effect = 'NoExecute'): Taint => ({ key, effect })

export const tolerates = (key: string, tolerationSeconds?: number): Toleration => ({
  key,
  operator: 'Exists',
  effect: 'NoExecute',
  ...(tolerationSeconds !== undefined && { tolerationSeconds }),
})

/** An API server with the taint controller on it, as a process of its own. Nothing runs pods. */
export class TaintCluster implements AsyncDisposable {
  readonly env: TestEnv
  readonly #options: TaintControllerOptions

  constructor(options: TaintControllerOptions = {}) {
    this.env = new TestEnv({ server: { controllers: [] } })
    this.#options = options
  }

  /** Starts the controller, or starts it again. */
  async start(): Promise<TestProcess> {
    const process = this.env.start('taint', ({ client, signal }) => {
      const manager = new Manager({ client })
      setup(manager, this.#options)
      return manager.start({ signal })
    })
    await this.env.advance('10ms')
    return process
  }

  async node(name: string, taints: Taint[] = []): Promise<void> {
    await this.env.client.apply(Node, { metadata: { name }, spec: { taints: [...taints] } }, { force: true })
    await this.env.settle()
  }

  /** A pod that stays until it is deleted for good, so that one can see that it was told to go. */
  async pod(name: string, nodeName?: string, tolerations: Toleration[] = []): Promise<void> {
    await this.env.client.create(Pod, {
      metadata: { name, namespace: 'default', finalizers: ['example.com/keep'] },
      spec: {
        ...(nodeName && { nodeName }),
        tolerations: [...tolerations],
        containers: [{ name, image: 'i' }],
      },
    })
    await this.env.settle()
  }

  async tolerations(name: string, tolerations: Toleration[]): Promise<void> {
    const pod = await this.env.client.get(Pod, { namespace: 'default', name })
    await this.env.client.update(Pod, { ...pod, spec: { ...pod.spec, tolerations: [...tolerations] } })
    await this.env.settle()
  }

  /** What the controller wrote about pods, and at which second: `delete web@5`. */
  writes(): string[] {
    return this.env.audit
      .filter(({ method, path }) => method !== 'GET' && path.includes('/pods/'))
      .map(({ method, path, at }) => `${method} ${path.split('/pods/')[1]}@${Math.floor(at / 1000)}`)
  }

  /** The pods that were told to go, each with its second. */
  evicted(): string[] {
    return this.writes()
      .filter((write) => write.startsWith('DELETE'))
      .map((write) => write.slice('DELETE '.length))
  }

  async events(): Promise<Event[]> {
    await this.env.advance('1s')
    const { items } = await this.env.client.list(Event, { namespace: 'default' })
    return items
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.env.stop()
  }
}
