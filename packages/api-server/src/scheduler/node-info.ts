import { findUntoleratedTaint, type Taint } from '@rxkube/meta'
import { asArray, asObject, equalJson, type ApiObject } from '../codec/json.ts'
import type { PodWish } from './pod-wish.ts'
import { add, amountsOf, type Amounts, type PodRequests } from './resources.ts'

/** A pod that counts on a node. */
export interface PlacedPod {
  readonly key: string
  readonly priority: number
  readonly requests: PodRequests
}

/** Why a pod cannot be on a node, and whether it could if pods that matter less were gone. */
export interface Misfit {
  readonly reasons: readonly string[]
  readonly resolvable: boolean
}

const unschedulable: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }
const refusing = ['NoSchedule', 'NoExecute']

/** A node, and what of it is taken. */
export class NodeInfo {
  readonly name: string
  readonly pods = new Map<string, PlacedPod>()
  readonly #requested = new Map<string, number>()
  #cpu = 0
  #memory = 0
  #node: ApiObject | undefined
  #labels: Readonly<Record<string, string>> = {}
  #taints: readonly Taint[] = []
  #unschedulable = false
  #allocatable: Amounts = new Map()

  constructor(name: string) {
    this.name = name
  }

  /** Whether there is a Node object. */
  get exists(): boolean {
    return this.#node !== undefined
  }

  get labels(): Readonly<Record<string, string>> {
    return this.#labels
  }

  /** Takes over what a Node says. True when pods may fit now that did not before. */
  set(node: ApiObject | undefined): boolean {
    const before = this.#node
    this.#node = node
    const spec = asObject(node?.['spec'])
    const status = asObject(node?.['status'])
    const told = status['allocatable'] ?? status['capacity']
    const old = asObject(before?.['status'])
    const same =
      before !== undefined &&
      equalJson(before['spec'], node?.['spec']) &&
      equalJson(before.metadata.labels, node?.metadata.labels) &&
      equalJson(old['allocatable'] ?? old['capacity'], told)
    if (same) return false
    this.#labels = node?.metadata.labels ?? {}
    this.#taints = asArray(spec['taints']) as readonly Taint[]
    this.#unschedulable = spec['unschedulable'] === true
    this.#allocatable = amountsOf(told)
    return node !== undefined
  }

  place(pod: PlacedPod): void {
    this.remove(pod.key)
    this.pods.set(pod.key, pod)
    this.#count(pod.requests, 1)
  }

  remove(key: string): void {
    const pod = this.pods.get(key)
    if (pod === undefined) return
    this.pods.delete(key)
    this.#count(pod.requests, -1)
  }

  /** Why a pod cannot be here; undefined when it can. `without` are pods that are taken as gone. */
  misfit({ requests, fits, tolerations }: PodWish, without: readonly PlacedPod[] = []): Misfit | undefined {
    const never = (reason: string): Misfit => ({ reasons: [reason], resolvable: false })
    if (this.#unschedulable && findUntoleratedTaint([unschedulable], tolerations) !== undefined) {
      return never('node(s) were unschedulable')
    }
    const taint =
      this.#taints.length === 0 ? undefined : findUntoleratedTaint(this.#taints, tolerations, refusing)
    if (taint !== undefined)
      return never(`node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`)
    if (fits !== undefined && !fits(this)) return never("node(s) didn't match Pod's node affinity/selector")
    const reasons: string[] = []
    const places = (this.#allocatable.get('pods') ?? 0) / 1000
    if (this.pods.size - without.length + 1 > places) reasons.push('Too many pods')
    for (const [name, amount] of requests.amounts) {
      if (amount === 0) continue
      const freed = without.reduce((sum, pod) => sum + (pod.requests.amounts.get(name) ?? 0), 0)
      const taken = (this.#requested.get(name) ?? 0) - freed
      if (taken + amount > (this.#allocatable.get(name) ?? 0)) reasons.push(`Insufficient ${name}`)
    }
    return reasons.length === 0 ? undefined : { reasons, resolvable: true }
  }

  /** How good a place this is for a pod that fits: the more is left of cpu and memory, the better. */
  score({ requests, liking, tolerations }: PodWish): number {
    const free = (name: string, taken: number) => {
      const all = this.#allocatable.get(name) ?? 0
      return all > taken ? (100 * (all - taken)) / all : 0
    }
    const least = (free('cpu', this.#cpu + requests.cpu) + free('memory', this.#memory + requests.memory)) / 2
    const soft =
      this.#taints.length === 0
        ? undefined
        : findUntoleratedTaint(this.#taints, tolerations, ['PreferNoSchedule'])
    return least + 2 * (liking?.(this) ?? 0) - (soft === undefined ? 0 : 300)
  }

  #count({ amounts, cpu, memory }: PodRequests, sign: number): void {
    add(this.#requested, amounts, sign)
    this.#cpu += sign * cpu
    this.#memory += sign * memory
  }
}
