import { Manager, type ManagerOptions, type Outcome } from '@rxkube/controller'
import { TestEnv, type ProcessOptions, type TestEnvOptions } from '@rxkube/testing'

/** How a world of a test begins. */
export interface WorldOptions extends TestEnvOptions {
  readonly manager?: Partial<ManagerOptions> | undefined
  readonly process?: ProcessOptions | undefined
  /** The manager starts with `begin`. */
  readonly later?: boolean | undefined
}

/** A server, and a manager in a process of its own on it. */
export class ControllerWorld implements AsyncDisposable {
  readonly env: TestEnv
  readonly outcomes: Outcome[] = []
  readonly errors: Error[] = []
  /** What `start` of the manager rejected with. */
  failure: unknown
  /** Whether it has ended. */
  ended = false
  #manager: Manager | undefined

  readonly #begin: () => void

  constructor(
    setUp: (manager: Manager) => void,
    { manager: options, process, later = false, ...env }: WorldOptions = {},
  ) {
    this.env = new TestEnv(env)
    this.#begin = () => this.#start(setUp, options, process)
    if (!later) this.#begin()
  }

  /** Starts the manager, where it was to be later. */
  begin(): void {
    this.#begin()
  }

  #start(
    setUp: (manager: Manager) => void,
    options: Partial<ManagerOptions> | undefined,
    process: ProcessOptions | undefined,
  ): void {
    this.env.start(
      'controller',
      async ({ client, signal }) => {
        const manager = new Manager({ recorder: false, ...options, client })
        this.#manager = manager
        manager.error$.subscribe((error) => this.errors.push(error))
        setUp(manager)
        for (const controller of manager.controllers.values()) {
          controller.outcomes$.subscribe((outcome) => this.outcomes.push(outcome))
        }
        try {
          await manager.start({ signal })
        } catch (error) {
          this.failure = error
        }
        this.ended = true
      },
      process,
    )
  }

  get client(): TestEnv['client'] {
    return this.env.client
  }

  get manager(): Manager {
    if (!this.#manager) throw new Error('the manager has not been made yet')
    return this.#manager
  }

  /** Requests of the controller that change something, as `POST /path`. */
  get writes(): readonly string[] {
    return this.env.audit
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`)
  }

  advance(duration: string | number): Promise<void> {
    return this.env.advance(duration)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.env.stop()
  }
}

/** A ConfigMap of the namespace `default`. */
export function configMap(name: string, data: Record<string, string> = {}, metadata: object = {}) {
  return { metadata: { name, namespace: 'default', ...metadata }, data }
}

/** A promise, and what settles it. */
export const gate = (): PromiseWithResolvers<void> => Promise.withResolvers()
