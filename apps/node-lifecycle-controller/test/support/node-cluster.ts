import { Manager } from '@rxkube/controller'
import { findCondition, Event, Lease, microTimestamp, Node, Pod, timestamp } from '@rxkube/meta'
import type { NodeSpec } from '@rxkube/api-server'
import { TestEnv, type TestProcess } from '@rxkube/testing'
import { setup, type NodeLifecycleOptions } from '../../src/index.ts'

/** An API server with fake nodes, and the node lifecycle controller on it, as a process of its own. */
export class NodeCluster implements AsyncDisposable {
  readonly env: TestEnv
  readonly #options: NodeLifecycleOptions

  constructor(nodes: number | readonly NodeSpec[] = 0, options: NodeLifecycleOptions = {}) {
    this.env = new TestEnv({ server: { nodes, controllers: [] } })
    this.#options = options
  }

  /** Starts the controller, or starts it again; fake nodes are ready then. */
  async start(): Promise<TestProcess> {
    await this.env.advance('3s')
    const process = this.env.start('lifecycle', ({ client, signal }) => {
      const manager = new Manager({ client })
      setup(manager, this.#options)
      return manager.start({ signal })
    })
    await this.env.advance('50ms')
    return process
  }

  /** Has a fake node fall silent. */
  silence(...names: string[]): void {
    for (const name of names) this.env.server.nodes.get(name)?.stop()
  }

  /** Has a fake node report again. */
  wake(...names: string[]): void {
    for (const name of names) this.env.server.nodes.get(name)?.start()
  }

  /** A node that nobody runs. */
  async plainNode(
    name: string,
    conditions: Record<string, string>,
    labels?: Record<string, string>,
  ): Promise<void> {
    await this.env.client.create(Node, { metadata: { name, ...(labels && { labels }) } })
    await this.conditions(name, conditions)
  }

  async lease(name: string): Promise<Lease> {
    return this.env.client.get(Lease, { namespace: 'kube-node-lease', name })
  }

  /** Sets conditions of a node, with a heartbeat of now. */
  async conditions(name: string, conditions: Record<string, string>): Promise<void> {
    const now = timestamp(this.env.clock.now())
    const patch = Object.entries(conditions).map(([type, status]) => ({
      type,
      status,
      reason: 'Test',
      message: 'as the test says',
      lastHeartbeatTime: now,
      lastTransitionTime: now,
    }))
    await this.env.client.patchStatus(
      Node,
      { name },
      { status: { conditions: patch } },
      { type: 'strategic' },
    )
  }

  /** Renews the lease of a node that nobody runs. */
  async renew(name: string): Promise<void> {
    const metadata = { name, namespace: 'kube-node-lease' }
    const spec = { holderIdentity: name, renewTime: microTimestamp(this.env.clock.now()) }
    await this.env.client.apply(Lease, { metadata, spec }, { force: true })
  }

  /** A ready pod that is bound to a node; a fake one has to make it ready. */
  async pod(name: string, nodeName: string): Promise<void> {
    const metadata = { name, namespace: 'default' }
    const spec = { containers: [{ name: 'c', image: 'i' }], tolerations: [{ operator: 'Exists' }] }
    await this.env.client.create(Pod, { metadata, spec })
    const isFake = this.env.server.nodes.get(nodeName) !== undefined
    const conditions = [{ type: 'Ready', status: 'True', lastTransitionTime: '2025-01-01T00:00:00Z' }]
    if (!isFake) await this.env.client.patchStatus(Pod, metadata, { status: { conditions } })
    await this.env.client.bind(metadata, nodeName)
    await this.env.advance(isFake ? '3s' : 0)
  }

  async ready(name: string): Promise<string | undefined> {
    const pod = await this.env.client.get(Pod, { namespace: 'default', name })
    return findCondition(pod.status?.conditions, 'Ready')?.status
  }

  async node(name: string): Promise<Node> {
    return this.env.client.get(Node, { name })
  }

  /** The taints of a node, `key:effect`, without the prefix. */
  async taints(name: string): Promise<string[]> {
    const { spec } = await this.node(name)
    return (spec?.taints ?? []).map(
      ({ key, effect }) => `${key.replace('node.kubernetes.io/', '')}:${effect}`,
    )
  }

  /** Forgets what was written so far. */
  forgetWrites(): void {
    this.env.audit.length = 0
  }

  /** What the controller wrote, but for events, with the time in seconds: `PUT nodes/node-0/status@53.1`. */
  writes(): string[] {
    return this.env.audit
      .filter(({ method, path }) => method !== 'GET' && !path.includes('/events'))
      .map(
        ({ method, path, at }) =>
          `${method} ${path.replace(/^\/api\/v1\/(namespaces\/default\/)?/, '')}@${at / 1000}`,
      )
  }

  /** The messages of events with a reason. */
  async events(reason: string): Promise<Event[]> {
    await this.env.advance('1s')
    const { items } = await this.env.client.list(Event, { namespace: 'default' })
    return items.filter((event) => event.reason === reason)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.env.stop()
  }
}
