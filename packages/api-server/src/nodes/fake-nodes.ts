import { nowOf, type Backend } from '../backend.ts'
import { asArray, asObject, asString, isObject, type ApiObject } from '../codec/json.ts'
import { Turns } from '../controllers/turns.ts'
import { ResourceIndex } from '../controllers/resource-index.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { StoreEvent } from '../store/history.ts'
import { decodeObject } from '../verbs/body.ts'
import { deleteObject } from '../verbs/deleter.ts'
import { createObject, commitUpdate } from '../verbs/writer.ts'
import { Deadlines } from './deadlines.ts'
import { FakeNode, type FakeNodeControl } from './fake-node.ts'
import { nodeSpecs, type FakeNodesOptions } from './fake-nodes-options.ts'
import { Lifecycle } from './lifecycle.ts'
import { renewInterval, renewLease } from './node-lease.ts'
import { fakeNodeAnnotation, nodeObject, podRangeSize, type NodeSpec } from './node-spec.ts'
import { nodeStages } from './node-stages.ts'
import { NodeAddresses } from './node-addresses.ts'
import { podStages } from './pod-stages.ts'
import { PodsByNode } from './pods-by-node.ts'
import type { Stage } from './stage.ts'

/** The rules that fake nodes and their pods live by unless told otherwise. */
export const defaultStages: readonly Stage[] = [...nodeStages, ...podStages]

const notReady = 'node.kubernetes.io/not-ready'

interface Kubelet {
  readonly node: FakeNode
  running: boolean
  /** Whether its lease was renewed since it runs. */
  renewed: boolean
}

/**
 * Nodes that nobody runs: they heartbeat, and the pods bound to them become ready, crash, finish and end by rules.
 * A Node with the annotation `kwok.x-k8s.io/node: fake` is one of them, whoever created it. Upstream's idea: kwok.
 */
export class FakeNodes {
  readonly #backend: Backend
  readonly #nodes: ServedResource
  readonly #resources: ResourceIndex
  readonly #kubelets = new Map<string, Kubelet>()
  readonly #addresses: NodeAddresses
  readonly #pods = new PodsByNode()
  readonly #lifecycle: Lifecycle
  readonly #leases: Deadlines
  readonly #renewals: Turns
  readonly #control: FakeNodeControl
  readonly #unsubscribe: () => void
  #second = NaN
  #stopped = false
  #nowText = ''

  /** `failed` hears of what a rule did by mistake. Throws an InvalidStageError for a rule that cannot be played. */
  constructor(backend: Backend, options: FakeNodesOptions, failed: (error: unknown) => void) {
    const nodes = backend.registry.get('', 'v1', 'nodes')
    const pods = backend.registry.get('', 'v1', 'pods')
    if (nodes === undefined || pods === undefined)
      throw new TypeError('the registry serves no nodes and pods')
    this.#backend = backend
    this.#nodes = nodes
    this.#resources = new ResourceIndex(backend.registry)
    this.#addresses = new NodeAddresses(options)
    const isKept = (resource: ServedResource, object: ApiObject) => this.#isKept(resource, object)
    const contextOf = (object: ApiObject) => this.#contextOf(object)
    this.#lifecycle = new Lifecycle(backend, options.stages ?? defaultStages, { isKept, contextOf }, failed)
    this.#renewals = new Turns(backend.clock, (name) => this.#renew(name), failed)
    this.#leases = new Deadlines(backend.clock, (name) => this.#renewals.add(name))
    this.#control = {
      isRunning: (name) => this.#kubelets.get(name)?.running === true,
      start: (name) => this.#start(name),
      stop: (name) => this.#stop(name),
      remove: (name) => this.#remove(name),
    }
    this.#unsubscribe = backend.store.subscribe((collection, event) => this.#follow(collection, event))
    this.#resume([nodes, pods])
    try {
      for (const spec of nodeSpecs(options.nodes)) this.add(spec)
    } catch (error) {
      this.stop()
      throw error
    }
  }

  /** How many there are, stopped ones included. */
  get size(): number {
    return this.#kubelets.size
  }

  /**
   * Adds a node; one that exists already becomes a fake one. Throws what the server says to a spec that is not valid, a
   * RangeError for a podCIDR that is none, and an AddressesExhaustedError when no range is left for its pods.
   */
  add(spec: NodeSpec): FakeNode {
    if (this.#stopped) throw new Error('these nodes are those of a server that was closed or restarted')
    const collection = this.#backend.store.collection(this.#nodes.storage)
    const existing = collection.get(spec.name)
    if (existing === undefined) {
      const range = this.#addresses.podCIDR(podRangeSize(spec.capacity?.['pods']), spec.podCIDR)
      const options = { dryRun: false, fieldValidation: 'Strict' } as const
      const { object } = decodeObject(this.#nodes, nodeObject(spec, range), options, [])
      createObject(this.#backend, this.#nodes, '', object)
    } else if (existing.metadata.annotations?.[fakeNodeAnnotation] !== 'fake') {
      const annotations = { ...existing.metadata.annotations, [fakeNodeAnnotation]: 'fake' }
      const after = { ...existing, metadata: { ...existing.metadata, annotations } }
      commitUpdate(this.#backend, this.#nodes, existing, after, false)
    }
    const kubelet = this.#kubelets.get(spec.name)
    if (kubelet === undefined) throw new TypeError(`the node ${spec.name} is not there although it was added`)
    return kubelet.node
  }

  get(name: string): FakeNode | undefined {
    return this.#kubelets.get(name)?.node
  }

  /** Each node, in the order in which they came. */
  *[Symbol.iterator](): Generator<FakeNode> {
    for (const { node } of this.#kubelets.values()) yield node
  }

  /** Ends all: no timer is left, nothing is written any more. What they wrote stays. */
  stop(): void {
    this.#stopped = true
    this.#unsubscribe()
    this.#lifecycle.stop()
    this.#leases.clear()
    this.#renewals.stop()
  }

  /** Takes up what a store holds from before. */
  #resume(resources: readonly ServedResource[]): void {
    const others = [...this.#backend.registry.all()].filter((each) => this.#lifecycle.has(each))
    for (const resource of new Set([...resources, ...others])) {
      const there = this.#backend.store.collection(resource.storage).list()
      for (const [key, object] of there.entries()) this.#took(resource, key, object)
    }
  }

  #follow(collection: string, { type, key, object, previous }: StoreEvent): void {
    const resource = this.#resources.ofCollection(collection)
    if (resource === undefined) return
    if (type !== 'DELETED') {
      this.#took(resource, key, object)
      return
    }
    if (collection === 'pods') this.#pods.delete(key, previous, this.#addresses)
    else if (collection === this.#nodes.storage) this.#forget(key)
    this.#lifecycle.follow(resource, key, undefined)
  }

  #took(resource: ServedResource, key: string, object: ApiObject | undefined): void {
    if (object === undefined) return
    if (resource.storage === 'pods') this.#pods.set(key, object, this.#addresses)
    if (resource.storage === this.#nodes.storage) this.#tookNode(key, object)
    if (this.#lifecycle.has(resource)) this.#lifecycle.follow(resource, key, object)
  }

  #tookNode(name: string, node: ApiObject): void {
    const fake = node.metadata.annotations?.[fakeNodeAnnotation] === 'fake'
    if (!fake) {
      this.#forget(name)
      return
    }
    this.#addresses.know(name, node)
    if (!this.#kubelets.has(name)) {
      this.#kubelets.set(name, {
        node: new FakeNode(name, this.#control),
        running: true,
        renewed: false,
      })
      this.#renewals.add(name)
      this.#followPods(name)
    }
    if (this.#kubelets.get(name)?.running === true) this.#becameReady(name, node)
  }

  /** A node controller would take the taint off that every new node has; there is none in here. */
  #becameReady(name: string, node: ApiObject): void {
    const conditions = asArray(asObject(node['status'])['conditions']).filter(isObject)
    const ready = conditions.some((each) => each['type'] === 'Ready' && each['status'] === 'True')
    const taints = asArray(asObject(node['spec'])['taints']).filter(isObject)
    const is = (taint: Readonly<Record<string, unknown>>) =>
      taint['key'] === notReady && taint['effect'] === 'NoSchedule'
    if (ready && taints.some(is)) this.#renewals.add(`${name} untaint`)
  }

  #renew(key: string): void {
    const [name = '', untaint] = key.split(' ')
    const node = this.#backend.store.collection(this.#nodes.storage).get(name)
    const kubelet = this.#kubelets.get(name)
    if (node === undefined || kubelet?.running !== true) return
    if (untaint !== undefined) {
      const { taints, ...spec } = asObject(node['spec'])
      const kept = asArray(taints).filter(
        (each) => asObject(each)['key'] !== notReady || asObject(each)['effect'] !== 'NoSchedule',
      )
      const after = { ...node, spec: kept.length === 0 ? spec : { ...spec, taints: kept } }
      commitUpdate(this.#backend, this.#nodes, node, after, false)
      return
    }
    renewLease(this.#backend, node)
    const { random } = this.#backend
    // Nodes that came together do not go on together, as kubelets do not.
    const factor = kubelet.renewed ? 1 + 0.04 * random.next() : 0.5 + 0.5 * random.next()
    kubelet.renewed = true
    this.#leases.set(name, renewInterval * factor)
  }

  #start(name: string): void {
    const kubelet = this.#kubelets.get(name)
    const node = this.#backend.store.collection(this.#nodes.storage).get(name)
    if (kubelet === undefined || kubelet.running || node === undefined) return
    kubelet.running = true
    this.#renewals.add(name)
    this.#lifecycle.follow(this.#nodes, name, node)
    this.#followPods(name)
  }

  #stop(name: string): void {
    const kubelet = this.#kubelets.get(name)
    if (kubelet === undefined || !kubelet.running) return
    kubelet.running = false
    kubelet.renewed = false
    this.#leases.delete(name)
    this.#lifecycle.follow(this.#nodes, name, this.#backend.store.collection(this.#nodes.storage).get(name))
    this.#followPods(name)
  }

  #remove(name: string): void {
    const node = this.#backend.store.collection(this.#nodes.storage).get(name)
    if (node !== undefined && this.#kubelets.has(name)) deleteObject(this.#backend, this.#nodes, node)
  }

  #forget(name: string): void {
    if (!this.#kubelets.delete(name)) return
    this.#leases.delete(name)
    this.#addresses.forget(name)
    this.#followPods(name)
  }

  #followPods(node: string): void {
    const pods = this.#resources.ofCollection('pods')
    const collection = this.#backend.store.collection('pods')
    if (pods === undefined) return
    for (const key of this.#pods.of(node)) this.#lifecycle.follow(pods, key, collection.get(key))
  }

  #isKept({ storage }: ServedResource, object: ApiObject): boolean {
    if (storage === this.#nodes.storage)
      return this.#kubelets.get(object.metadata.name ?? '')?.running === true
    if (storage !== 'pods') return true
    return this.#kubelets.get(asString(asObject(object['spec'])['nodeName']))?.running === true
  }

  /** The time as text, which is the same for a second. */
  #now(): string {
    const second = Math.floor(this.#backend.clock.now() / 1000)
    if (second !== this.#second) [this.#second, this.#nowText] = [second, nowOf(this.#backend)]
    return this.#nowText
  }

  #contextOf(object: ApiObject) {
    const spec = asObject(object['spec'])
    const node = asString(spec['nodeName']) || (object.metadata.name ?? '')
    const { namespace = '', name = '' } = object.metadata
    const nodeIP = this.#addresses.nodeIP(node)
    return {
      object,
      now: this.#now(),
      nodeIP,
      podIP: () => {
        const own = asString(asObject(object['status'])['podIP'])
        if (own !== '' || spec['hostNetwork'] === true) return own || nodeIP
        return this.#pods.address(`${namespace}/${name}`, node, this.#addresses)
      },
    }
  }
}
