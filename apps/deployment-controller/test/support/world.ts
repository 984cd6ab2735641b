import { setup } from '@rxkube/deployment-controller'
import { Manager, type Outcome } from '@rxkube/controller'
import { Deployment, Pod, ReplicaSet } from '@rxkube/meta'
import { setup as setupReplicaSets } from '@rxkube/replicaset-controller'
import { TestEnv, type ProcessMain, type TestEnvOptions } from '@rxkube/testing'
import { deployment, type DeploymentFacts } from './objects.ts'

/** How a world begins. */
export interface WorldOptions extends TestEnvOptions {
  /** Does not start the controllers yet. */
  readonly idle?: boolean
  /** Leaves ReplicaSets alone: the test says what they report. */
  readonly alone?: boolean
  /** A server that is there already. */
  readonly env?: TestEnv
}

const namespace = 'default'

/** A server, and the controllers of Deployments and of ReplicaSets, each in a process of its own. */
export class World implements AsyncDisposable {
  readonly env: TestEnv
  readonly outcomes: Outcome[] = []
  readonly errors: Error[] = []
  /** Kubernetes Events of the Deployment controller, as `Normal ScalingReplicaSet …`. */
  readonly events: string[] = []
  #noted = 0

  constructor({ idle = false, alone = false, env, ...options }: WorldOptions = {}) {
    this.env = env ?? new TestEnv({ start: '2025-01-01T00:00:00Z', ...options })
    if (!idle) this.start()
    if (!alone) this.startReplicaSets()
  }

  /** Starts the controller, or starts it again. */
  start(): void {
    this.env.start('deployments', this.main)
  }

  startReplicaSets(): void {
    this.env.start('replicasets', this.replicaSetsMain)
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
    setup(manager).outcomes$.subscribe((outcome) => this.outcomes.push(outcome))
    await manager.start({ signal })
  }

  /** The program of the other one. */
  readonly replicaSetsMain: ProcessMain = async ({ client, signal }) => {
    const manager = new Manager({ client, recorder: false })
    manager.error$.subscribe((error) => this.errors.push(error))
    setupReplicaSets(manager)
    await manager.start({ signal })
  }

  get client(): TestEnv['client'] {
    return this.env.client
  }

  /** Requests of the Deployment controller that changed something, as `PUT deployments/status`, since this was asked last. */
  writes(): readonly string[] {
    const all = this.env.audit.filter(
      ({ method, watch, process }) => process === 'deployments' && !watch && method !== 'GET',
    )
    const fresh = all.slice(this.#noted)
    this.#noted = all.length
    return fresh.map(
      ({ method, path, status = 0 }) => `${method} ${what(path)}${status < 300 ? '' : ` ${status}`}`,
    )
  }

  create(facts: DeploymentFacts = {}): Promise<Deployment> {
    const { metadata, ...rest } = deployment(facts)
    const { name = '', annotations } = metadata
    return this.client.create(Deployment, {
      ...rest,
      metadata: { name, namespace, ...(annotations && { annotations }) },
    })
  }

  patch(patch: unknown, name = 'web'): Promise<Deployment> {
    return this.client.patch(Deployment, { namespace, name }, patch, { type: 'strategic' })
  }

  /** Changes the template. */
  setImage(image: string, name = 'web'): Promise<Deployment> {
    return this.patch({ spec: { template: { spec: { containers: [{ name: 'web', image }] } } } }, name)
  }

  scale(replicas: number, name = 'web'): Promise<Deployment> {
    return this.patch({ spec: { replicas } }, name)
  }

  get(name = 'web'): Promise<Deployment> {
    return this.client.get(Deployment, { namespace, name })
  }

  /** Oldest first. */
  async sets(): Promise<readonly ReplicaSet[]> {
    const { items } = await this.client.list(ReplicaSet, { namespace })
    return items.toSorted((a, b) => key(a).localeCompare(key(b)))
  }

  /** Sizes by image: `web:1` is 3. */
  async sizes(): Promise<Record<string, number>> {
    return Object.fromEntries((await this.sets()).map((set) => [imageOf(set), set.spec.replicas ?? 0]))
  }

  async pods(): Promise<readonly Pod[]> {
    return (await this.client.list(Pod, { namespace })).items
  }

  /** Reason and status of a condition of the Deployment. */
  async condition(type: string, name = 'web'): Promise<string | undefined> {
    const found = (await this.get(name)).status?.conditions?.find((condition) => condition.type === type)
    return found && `${found.status} ${found.reason}`
  }

  /** Says that all pods of these images run and are ready, of all images unless told. */
  async allReady(...images: readonly string[]): Promise<void> {
    const lastTransitionTime = new Date(this.env.clock.now()).toISOString().replace(/\.\d+/, '')
    for (const pod of await this.pods()) {
      const image = pod.spec.containers[0]?.image ?? ''
      if ((pod.status?.phase ?? 'Pending') !== 'Pending' || (images.length > 0 && !images.includes(image)))
        continue
      await this.client.patchStatus(
        Pod,
        { namespace, name: pod.metadata.name ?? '' },
        { status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True', lastTransitionTime }] } },
      )
    }
    await this.env.settle()
  }

  /** Lets time pass in short steps, with all pods of these images becoming ready at once; tells `look` of each step. */
  async rollOut(seconds: number, images: readonly string[] = [], look?: () => Promise<void>): Promise<void> {
    for (let step = 0; step < seconds * 2; step++) {
      await this.env.advance('500ms')
      await look?.()
      await this.allReady(...images)
      await look?.()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.env.stop()
  }
}

/** The image of a set's template. */
export function imageOf({ spec }: ReplicaSet): string {
  return spec.template?.spec?.containers[0]?.image ?? ''
}

function key({ metadata }: ReplicaSet): string {
  return `${metadata.creationTimestamp} ${metadata.name}`
}

/** `replicasets`, `deployments/status`, … of a path. */
function what(path: string): string {
  const [, resource = '', , subresource] =
    /\/namespaces\/[^/]+\/([^/?]+)(\/[^/?]+)?(\/[^?]+)?/.exec(path) ?? []
  return `${resource}${subresource ?? ''}`
}
