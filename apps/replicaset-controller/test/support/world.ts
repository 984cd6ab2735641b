import { isNotFound } from '@rxkube/client'
import { Manager, type Outcome } from '@rxkube/controller'
import { Pod, ReplicaSet } from '@rxkube/meta'
import { TestEnv, type ProcessMain, type TestEnvOptions } from '@rxkube/testing'
import { setup, type ReplicaSetControllerOptions } from '@rxkube/replicaset-controller'
import { running } from './objects.ts'

/** How a world begins. */
export interface WorldOptions extends TestEnvOptions {
  readonly controller?: ReplicaSetControllerOptions
  /** Does not start the controller yet. */
  readonly idle?: boolean
  /** A server that is there already. */
  readonly env?: TestEnv
}

/** A server, and the controller in a process of its own on it. Pods do nothing unless there are nodes. */
export class World implements AsyncDisposable {
  readonly env: TestEnv
  readonly outcomes: Outcome[] = []
  readonly errors: Error[] = []
  /** Kubernetes Events, as `Normal SuccessfulCreate …`. */
  readonly events: string[] = []
  readonly #options: ReplicaSetControllerOptions | undefined
  #noted = 0

  constructor({ controller, idle = false, env, ...options }: WorldOptions = {}) {
    this.env = env ?? new TestEnv({ start: '2025-01-01T00:00:00Z', ...options })
    this.#options = controller
    if (!idle) this.start()
  }

  /** Starts the controller, or starts it again. */
  start(): void {
    this.env.start('controller', this.main)
  }

  /** The program of the controller. */
  readonly main: ProcessMain = async ({ client, signal }) => {
    const manager = new Manager({
      client,
      recorder: {
        recordEvent: (_, type, reason, message) => this.events.push(`${type} ${reason} ${message}`),
      },
    })
    manager.error$.subscribe((error) => this.errors.push(error))
    setup(manager, this.#options).outcomes$.subscribe((outcome) => this.outcomes.push(outcome))
    await manager.start({ signal })
  }

  get client(): TestEnv['client'] {
    return this.env.client
  }

  /** Requests of the controller that change something, as `POST pods`, since this was asked last. */
  writes(): readonly string[] {
    const all = this.env.audit.filter(({ method, watch }) => !watch && method !== 'GET')
    const fresh = all.slice(this.#noted)
    this.#noted = all.length
    return fresh.map(({ method, path }) => `${method} ${what(path)}`)
  }

  /** All pods that the server has, by name. */
  async pods(): Promise<readonly Pod[]> {
    const { items } = await this.client.list(Pod, { namespace: 'default' })
    return items.toSorted((a, b) => ((a.metadata.name ?? '') < (b.metadata.name ?? '') ? -1 : 1))
  }

  async set(name: string): Promise<ReplicaSet> {
    return this.client.get(ReplicaSet, { namespace: 'default', name })
  }

  async pod(name: string): Promise<Pod | undefined> {
    try {
      return await this.client.get(Pod, { namespace: 'default', name })
    } catch (error) {
      if (isNotFound(error)) return undefined
      throw error
    }
  }

  /** What a kubelet would say of a pod. */
  async report(name: string, status: NonNullable<Pod['status']>): Promise<void> {
    await this.client.patchStatus(Pod, { namespace: 'default', name }, { status })
  }

  /** Says of all pods that they run and are ready since now. */
  async allReady(): Promise<void> {
    const time = new Date(this.env.clock.now()).toISOString().replace('.000', '')
    for (const { metadata } of await this.pods()) {
      await this.report(metadata.name ?? '', running(time))
    }
  }

  async scale(name: string, replicas: number): Promise<void> {
    await this.client.patchScale(ReplicaSet, { namespace: 'default', name }, { spec: { replicas } })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.env.stop()
  }
}

/** `pods`, `pods/status`, … of a path. */
function what(path: string): string {
  const [, resource = '', , subresource] =
    /\/namespaces\/[^/]+\/([^/?]+)(\/[^/?]+)?(\/[^?]+)?/.exec(path) ?? []
  return `${resource}${subresource ?? ''}`
}
