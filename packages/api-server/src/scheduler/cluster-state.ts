import { asObject, asString, type ApiObject } from '../codec/json.ts'
import { NodeInfo } from './node-info.ts'
import { podWish, priorityOf } from './pod-wish.ts'

/** Every node with what is taken of it, kept up to date by the writes of nodes and pods. */
export class ClusterState {
  readonly #infos = new Map<string, NodeInfo>()
  /** Those with a Node object, in an order that a walk can begin anywhere in. */
  readonly #nodes: NodeInfo[] = []
  readonly #places = new Map<NodeInfo, number>()
  readonly #nodeOf = new Map<string, NodeInfo>()
  /** How many pods on nodes have which priority. */
  readonly #priorities = new Map<number, number>()

  get nodes(): readonly NodeInfo[] {
    return this.#nodes
  }

  /** Whether any pod on a node matters less than this. */
  hasBelow(priority: number): boolean {
    return this.#priorities.keys().some((each) => each < priority)
  }

  /** Follows a write of a Node. True when pods may fit now that did not before. */
  setNode(name: string, node: ApiObject | undefined): boolean {
    const info = this.#info(name)
    const helps = info.set(node)
    const place = this.#places.get(info)
    if (node !== undefined && place === undefined) {
      this.#places.set(info, this.#nodes.length)
      this.#nodes.push(info)
    } else if (node === undefined && place !== undefined) {
      const last = this.#nodes.pop()
      this.#places.delete(info)
      if (last !== undefined && last !== info) {
        this.#nodes[place] = last
        this.#places.set(last, place)
      }
    }
    this.#dropUnused(info)
    return helps
  }

  /** Follows a write of a pod. True when it left a node. */
  setPod(key: string, pod: ApiObject | undefined): boolean {
    const name = asString(asObject(pod?.['spec'])['nodeName'])
    const { phase } = asObject(pod?.['status'])
    const counts = pod !== undefined && name !== '' && phase !== 'Succeeded' && phase !== 'Failed'
    const before = this.#nodeOf.get(key)
    const after = counts ? this.#info(name) : undefined
    if (before !== undefined && before !== after) {
      this.#count(before.pods.get(key)?.priority ?? 0, -1)
      before.remove(key)
      this.#nodeOf.delete(key)
      this.#dropUnused(before)
    }
    if (counts && after !== undefined && before !== after) {
      after.place({ key, priority: priorityOf(pod), requests: podWish(pod).requests })
      this.#nodeOf.set(key, after)
      this.#count(priorityOf(pod), 1)
    }
    return before !== undefined && after === undefined
  }

  #count(priority: number, sign: number): void {
    const count = (this.#priorities.get(priority) ?? 0) + sign
    if (count === 0) this.#priorities.delete(priority)
    else this.#priorities.set(priority, count)
  }

  #info(name: string): NodeInfo {
    const info = this.#infos.get(name) ?? new NodeInfo(name)
    this.#infos.set(name, info)
    return info
  }

  #dropUnused(info: NodeInfo): void {
    if (!info.exists && info.pods.size === 0) this.#infos.delete(info.name)
  }
}
