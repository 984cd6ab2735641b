import { defaultStages, type Stage } from '@rxkube/api-server'
import { Manager } from '@rxkube/controller'
import { setup as setupDeployments } from '@rxkube/deployment-controller'
import { setupEndpoints, setupEndpointSlices } from '@rxkube/endpoints-controller'
import { Deployment, Endpoints, EndpointSlice, Event, findCondition, Node, Pod, Service } from '@rxkube/meta'
import { setup as setupNodeLifecycle } from '@rxkube/node-lifecycle-controller'
import { setup as setupReplicaSets } from '@rxkube/replicaset-controller'
import { setup as setupTaints } from '@rxkube/taint-controller'
import { TestEnv } from '@rxkube/testing'

const namespace = 'default'
const labels = { app: 'web' }

/** How long pods put up with a node that is lost, in seconds, as the admission of a real cluster has it. */
const patience = 300

/** A kubelet that is back says of the pods that still run there that they are ready. */
const readyAgain: Stage = {
  metadata: { name: 'pod-ready-again' },
  spec: {
    resourceRef: { apiGroup: 'v1', kind: 'Pod' },
    selector: {
      matchExpressions: [
        { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' },
        { key: '.status.phase', operator: 'In', values: ['Running'] },
        {
          key: '.status.conditions.[] | select( .type == "Ready" ) | .status',
          operator: 'In',
          values: ['False'],
        },
      ],
    },
    delay: { durationMilliseconds: 1000 },
    next: {
      patches: [
        {
          type: 'strategic',
          subresource: 'status',
          root: 'status',
          template: { conditions: [{ type: 'Ready', status: 'True' }] },
        },
      ],
    },
  },
}

/** An API server with fake nodes and a scheduler, and the controllers that look after nodes and what runs on them. */
export class WholeCluster implements AsyncDisposable {
  readonly env: TestEnv

  constructor(nodes: number) {
    this.env = new TestEnv({ server: { nodes: { nodes, stages: [...defaultStages, readyAgain] } } })
  }

  /** Starts the controllers, or starts them again. */
  async start(): Promise<void> {
    await this.env.advance('3s')
    this.env.start('controllers', ({ client, signal }) => {
      const manager = new Manager({ client })
      for (const setup of [
        setupDeployments,
        setupReplicaSets,
        setupEndpoints,
        setupEndpointSlices,
        setupTaints,
        setupNodeLifecycle,
      ])
        setup(manager)
      return manager.start({ signal })
    })
    await this.env.advance('1s')
  }

  /** A service and a deployment of so many pods behind it, each of them on a node of its own. */
  async web(replicas: number): Promise<void> {
    const { client } = this.env
    await client.create(Service, {
      metadata: { name: 'web', namespace },
      spec: { selector: labels, ports: [{ port: 80 }] },
    })
    const tolerations = ['not-ready', 'unreachable'].map((key) => ({
      key: `node.kubernetes.io/${key}`,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: patience,
    }))
    // A node has room for one.
    const containers = [{ name: 'web', image: 'web:1', resources: { requests: { cpu: '20' } } }]
    await client.create(Deployment, {
      metadata: { name: 'web', namespace },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { tolerations, containers } },
      },
    })
    await this.env.advance('10s')
  }

  /** The names of the pods that are not being deleted, by node. */
  async pods(): Promise<Map<string, Pod>> {
    const { items } = await this.env.client.list(Pod, { namespace, labelSelector: 'app=web' })
    return new Map(items.map((pod) => [pod.metadata.name ?? '', pod]))
  }

  async podOn(node: string): Promise<Pod> {
    const found = [...(await this.pods()).values()].find(({ spec }) => spec.nodeName === node)
    if (found === undefined) throw new Error(`no pod is on ${node}`)
    return found
  }

  /** The addresses of the service that are ready, and those that are not. */
  async endpoints(): Promise<{ ready: string[]; notReady: string[] }> {
    const { subsets = [] } = await this.env.client.get(Endpoints, { name: 'web', namespace })
    return {
      ready: subsets.flatMap(({ addresses = [] }) => addresses.map(({ ip }) => ip)),
      notReady: subsets.flatMap(({ notReadyAddresses = [] }) => notReadyAddresses.map(({ ip }) => ip)),
    }
  }

  /** The conditions of an address in the slices of the service. */
  async sliceConditions(address: string): Promise<unknown> {
    const { items } = await this.env.client.list(EndpointSlice, { namespace })
    for (const { endpoints } of items) {
      for (const { addresses, conditions } of endpoints ?? []) {
        if (addresses.includes(address)) return conditions
      }
    }
    return undefined
  }

  async readiness(node: string): Promise<string | undefined> {
    const { status } = await this.env.client.get(Node, { name: node })
    return findCondition(status?.conditions, 'Ready')?.status
  }

  /** The taints of a node, `key:effect`. */
  async taints(node: string): Promise<string[]> {
    const { spec } = await this.env.client.get(Node, { name: node })
    return (spec?.taints ?? []).map(({ key, effect }) => `${key}:${effect}`)
  }

  async messages(reason: string): Promise<string[]> {
    const { items } = await this.env.client.list(Event, { namespace })
    return items.filter((event) => event.reason === reason).map(({ message = '' }) => message)
  }

  silence(...nodes: string[]): void {
    for (const node of nodes) this.env.server.nodes.get(node)?.stop()
  }

  wake(...nodes: string[]): void {
    for (const node of nodes) this.env.server.nodes.get(node)?.start()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.env.stop()
  }
}
