import { isNotFound } from '@rxkube/client'
import { Manager, type EventRecorderLike } from '@rxkube/controller'
import { Endpoints, EndpointSlice, Node, Pod, Service } from '@rxkube/meta'
import { TestEnv, type ProcessMain, type TestEnvOptions } from '@rxkube/testing'

import { setupEndpoints, setupEndpointSlices, type EndpointSliceControllerOptions } from '../../src/index.ts'
import { address, node as nodeIn, sizes } from './objects.ts'

/** Which controllers run, and how. */
export interface ClusterOptions extends Omit<EndpointSliceControllerOptions, 'recorder'> {
  readonly only?: 'endpoints' | 'slices'
  /** Records events on the server as they do, and not for the test alone. */
  readonly realEvents?: boolean
  /** Controllers of the server itself; none unless told. */
  readonly server?: ('garbage-collector' | 'namespace')[]
}

/** What a pod of a test differs in. */
export interface ClusterPod {
  readonly ready?: boolean
  readonly phase?: string
  readonly labels?: Record<string, string>
  readonly ips?: readonly string[]
  readonly node?: string
  readonly ports?: { name: string; containerPort: number; protocol?: string }[]
}

/** How the environment of a cluster begins: no controllers but these, no nodes. */
export function envOptions({ server: controllers = [] }: ClusterOptions = {}): TestEnvOptions {
  return { start: '2024-01-01T00:00:00Z', server: { controllers } }
}

/** An API server with the controllers on it, as a process of its own. Nothing runs pods. */
export class Cluster implements AsyncDisposable {
  readonly env: TestEnv
  readonly #options: ClusterOptions
  /** Reasons and messages of the events that were recorded. */
  readonly events: string[] = []
  #seen = 0

  constructor(options: ClusterOptions = {}, env: TestEnv = new TestEnv(envOptions(options))) {
    this.env = env
    this.#options = options
  }

  /** A cluster with a node in it, and the controllers at work. */
  static async started(options: ClusterOptions = {}): Promise<Cluster> {
    const cluster = new Cluster(options)
    await cluster.node('node-1')
    await cluster.start()
    return cluster
  }

  /** Starts the controllers, or starts them again. */
  async start(): Promise<void> {
    this.env.start('controllers', this.controllers)
    await this.settle()
  }

  /** The program of the controllers. */
  readonly controllers: ProcessMain = ({ client, signal }) => {
    const { only, server: _server, realEvents = false, ...options } = this.#options
    const recorder: EventRecorderLike = {
      recordEvent: ({ kind }, _type, reason, message) => this.events.push(`${kind} ${reason}: ${message}`),
    }
    const manager = new Manager({ client, recorder: false })
    const all = { ...options, recorder: realEvents ? undefined : recorder }
    if (only !== 'slices') setupEndpoints(manager, all)
    if (only !== 'endpoints') setupEndpointSlices(manager, all)
    return manager.start({ signal })
  }

  /** Lets everything happen that needs a moment, and no second. */
  async settle(): Promise<void> {
    await this.env.advance('20ms')
    this.env.verify()
  }

  async node(name: string, zone?: string, cpu?: string): Promise<void> {
    const { status, ...rest } = nodeIn(name, zone, cpu)
    const made = await this.env.client.create(Node, rest)
    await this.env.client.updateStatus(Node, { ...made, ...(status ? { status } : {}) })
  }

  /** A Service `foo` with one port, 80 to 8080, that selects `foo: bar`. */
  async service(spec: Service['spec'] = {}, metadata: Service['metadata'] = {}): Promise<Service> {
    const made = await this.env.client.create(Service, {
      metadata: { namespace: 'default', name: 'foo', ...metadata },
      spec: {
        selector: { foo: 'bar' },
        ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }],
        ...spec,
      },
    })
    await this.settle()
    return made
  }

  async change(name: string, change: (service: Service) => Service): Promise<void> {
    const service = await this.env.client.get(Service, { namespace: 'default', name })
    await this.env.client.update(Service, change(service))
    await this.settle()
  }

  async deleteService(name = 'foo'): Promise<void> {
    await this.env.client.delete(Service, { namespace: 'default', name })
    await this.settle()
  }

  /** Pod number n, as a kubelet would leave it: `pod0` has 1.2.3.4. */
  async pod(n: number, facts: ClusterPod = {}): Promise<void> {
    await this.status(n, facts, await this.pending(n, facts))
    await this.settle()
  }

  /** Pods 0 to count - 1. */
  async pods(count: number, facts: ClusterPod = {}): Promise<void> {
    for (let n = 0; n < count; n++) {
      await this.status(n, facts, await this.pending(n, facts))
    }
    await this.settle()
  }

  /** A pod that has no address yet. */
  pending(n: number, { labels = { foo: 'bar' }, node = 'node-1', ports }: ClusterPod = {}): Promise<Pod> {
    return this.env.client.create(Pod, {
      metadata: { namespace: 'default', name: `pod${n}`, labels },
      spec: {
        nodeName: node,
        containers: [{ name: 'main', image: 'i', ...(ports ? { ports } : {}) }],
      },
    })
  }

  /** What a kubelet says of pod number n. */
  async status(
    n: number,
    { ready = true, phase = 'Running', ips = [address(n)] }: ClusterPod = {},
    known?: Pod,
  ): Promise<void> {
    const pod = known ?? (await this.env.client.get(Pod, { namespace: 'default', name: `pod${n}` }))
    await this.env.client.updateStatus(Pod, {
      ...pod,
      status: {
        ...pod.status,
        phase,
        ...(ips[0] === undefined ? {} : { podIP: ips[0] }),
        podIPs: ips.map((ip) => ({ ip })),
        conditions: [
          {
            type: 'Ready',
            status: ready ? 'True' : 'False',
            lastTransitionTime: new Date(this.env.clock.now()).toISOString().replace('.000Z', 'Z'),
          },
        ],
      },
    })
  }

  /** A pod has other labels. */
  async relabel(n: number, labels: Record<string, string>): Promise<void> {
    const pod = await this.env.client.get(Pod, { namespace: 'default', name: `pod${n}` })
    await this.env.client.update(Pod, { ...pod, metadata: { ...pod.metadata, labels } })
    await this.settle()
  }

  /** A pod turns ready, or not. */
  async ready(n: number, ready: boolean): Promise<void> {
    await this.status(n, { ready })
    await this.settle()
  }

  async deletePod(n: number, gracePeriodSeconds = 0): Promise<void> {
    await this.env.client.delete(Pod, { namespace: 'default', name: `pod${n}` }, { gracePeriodSeconds })
    await this.settle()
  }

  async endpoints(name = 'foo'): Promise<Endpoints | undefined> {
    try {
      return await this.env.client.get(Endpoints, { namespace: 'default', name })
    } catch (error) {
      if (isNotFound(error)) return undefined
      throw error
    }
  }

  /** The ready addresses of `foo`, and after `!` those that are not ready; with their ports. */
  async addresses(name = 'foo'): Promise<string[]> {
    const found = await this.endpoints(name)
    return (found?.subsets ?? []).map(({ addresses = [], notReadyAddresses = [], ports = [] }) => {
      const [ready, unready] = [addresses, notReadyAddresses].map((list) =>
        list.map(({ ip }) => ip).join(','),
      )
      const numbers = ports.map(({ port }) => port).join(',')
      return `${ready}${unready ? `!${unready}` : ''}${numbers ? `:${numbers}` : ''}`
    })
  }

  async slices(name = 'foo'): Promise<EndpointSlice[]> {
    const { items } = await this.env.client.list(EndpointSlice, {
      namespace: 'default',
      labelSelector: `kubernetes.io/service-name=${name}`,
    })
    return items
  }

  async sizes(name = 'foo'): Promise<number[]> {
    return sizes(await this.slices(name))
  }

  /** What the controllers have written since this was asked last: `POST endpoints`, `PUT endpointslices`. */
  writes(): string[] {
    const { audit } = this.env
    const found = audit
      .slice(this.#seen)
      .filter(({ method }) => method !== 'GET')
      .map(
        ({ method, path }) => `${method} ${/\/(endpoints|endpointslices|events)\b/.exec(path)?.[1] ?? path}`,
      )
    this.#seen = audit.length
    return found
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.env.stop()
  }
}
