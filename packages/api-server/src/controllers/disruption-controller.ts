import { getScaledValueFromIntOrPercent, InvalidIntOrPercentError } from '@rxkube/meta'
import type { Timer } from '@rxkube/clock'
import { collectionOf, nowOf, type Backend } from '../backend.ts'
import { asNumber, asObject, equalJson, type ApiObject } from '../codec/json.ts'
import { budgetsOf, disruptionConditions, isReady, selects } from '../registry/budgets.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { StoreEvent } from '../store/history.ts'
import { settled } from '../verbs/body.ts'
import { ResourceIndex } from './resource-index.ts'
import { Turns } from './turns.ts'

/** How long an evicted pod counts as disrupted before it is deleted, in milliseconds. */
const deletionTimeout = 2 * 60_000

/** Keeps the status of disruption budgets: how many of their pods are healthy, and how many may be disrupted. */
export class DisruptionController {
  readonly #backend: Backend
  readonly #budgets: ServedResource
  readonly #resources: ResourceIndex
  readonly #turns: Turns
  readonly #timers = new Map<string, Timer>()
  readonly #unsubscribe: () => void

  constructor(backend: Backend, failed: (error: unknown) => void) {
    this.#backend = backend
    this.#budgets = budgetsOf(backend)
    this.#resources = new ResourceIndex(backend.registry)
    this.#turns = new Turns(backend.clock, (key) => this.#update(key), failed)
    const counted = new Set([
      'replicasets.apps',
      'statefulsets.apps',
      'deployments.apps',
      'replicationcontrollers',
    ])
    this.#unsubscribe = backend.store.subscribe((collection, event) => {
      if (collection === this.#budgets.storage) this.#turns.add(event.key)
      else if (collection === 'pods') this.#followPod(event)
      else if (counted.has(collection)) this.#addAll(event.key.slice(0, event.key.indexOf('/') + 1))
    })
  }

  stop(): void {
    this.#unsubscribe()
    this.#turns.stop()
    for (const timer of this.#timers.values()) timer.cancel()
    this.#timers.clear()
  }

  #addAll(namespace: string): void {
    for (const key of collectionOf(this.#backend, this.#budgets).list(namespace).keys) this.#turns.add(key)
  }

  /** Counts anew for the budgets that a pod is, or was, one of; most changes of a pod make no difference to them. */
  #followPod({ type, key, object, previous }: StoreEvent): void {
    if (type === 'MODIFIED' && previous !== undefined && countsAsBefore(object, previous)) return
    const budgets = collectionOf(this.#backend, this.#budgets).list(key.slice(0, key.indexOf('/') + 1))
    for (const [name, budget] of budgets.entries()) {
      const concerned = selects(budget, object) || (previous !== undefined && selects(budget, previous))
      if (concerned) this.#turns.add(name)
    }
  }

  #update(key: string): void {
    const collection = collectionOf(this.#backend, this.#budgets)
    const budget = collection.get(key)
    this.#timers.get(key)?.cancel()
    this.#timers.delete(key)
    if (budget === undefined) return
    const pods = this.#podsOf(budget)
    const { expected, desired } = this.#wanted(budget, pods)
    const disruptedPods = this.#disrupted(key, budget, pods)
    const healthy = pods.filter(
      (pod) =>
        pod.metadata.deletionTimestamp === undefined &&
        !disruptedPods.has(pod.metadata.name ?? '') &&
        isReady(pod),
    ).length
    const allowed = expected > 0 ? Math.max(0, healthy - desired) : 0
    const { disruptedPods: _old, ...rest } = asObject(budget['status'])
    const status = {
      ...rest,
      observedGeneration: budget.metadata.generation,
      ...(disruptedPods.size === 0 ? {} : { disruptedPods: Object.fromEntries(disruptedPods) }),
      disruptionsAllowed: allowed,
      currentHealthy: healthy,
      desiredHealthy: desired,
      expectedPods: expected,
      conditions: disruptionConditions(budget, allowed, nowOf(this.#backend)),
    }
    const after = settled(this.#budgets, { ...budget, status })
    if (!equalJson(budget['status'], after['status'])) collection.set(key, after)
  }

  #podsOf(budget: ApiObject): readonly ApiObject[] {
    const pods = this.#backend.store.collection('pods').list(`${budget.metadata.namespace ?? ''}/`)
    return pods.keys.flatMap((key) => {
      const pod = pods.get(key)
      return pod !== undefined && selects(budget, pod) ? [pod] : []
    })
  }

  /** How many pods there should be, and how many of them have to be healthy. */
  #wanted(
    budget: ApiObject,
    pods: readonly ApiObject[],
  ): { readonly expected: number; readonly desired: number } {
    const { minAvailable, maxUnavailable } = asObject(budget['spec'])
    if (maxUnavailable !== undefined) {
      const expected = this.#replicas(pods)
      return { expected, desired: Math.max(0, expected - scaled(maxUnavailable, expected)) }
    }
    if (typeof minAvailable !== 'string') return { expected: pods.length, desired: asNumber(minAvailable) }
    const expected = this.#replicas(pods)
    return { expected, desired: scaled(minAvailable, expected) }
  }

  /** The replicas of the controllers of pods; a replica set's own controller counts instead of it. */
  #replicas(pods: readonly ApiObject[]): number {
    const counted = new Map<string, number>()
    for (const pod of pods) {
      let controller = this.#controller(pod)
      if (controller !== undefined) controller = this.#controller(controller) ?? controller
      const replicas = asObject(controller?.['spec'])['replicas']
      if (controller !== undefined) counted.set(controller.metadata.uid ?? '', asNumber(replicas))
    }
    return [...counted.values()].reduce((sum, each) => sum + each, 0)
  }

  #controller(object: ApiObject): ApiObject | undefined {
    const reference = object.metadata.ownerReferences?.find((each) => each.controller === true)
    if (reference === undefined) return undefined
    const resource = this.#resources.ofKind(reference.apiVersion, reference.kind)
    if (resource === undefined) return undefined
    const key = `${object.metadata.namespace ?? ''}/${reference.name}`
    const found = collectionOf(this.#backend, resource).get(key)
    return found?.metadata.uid === reference.uid ? found : undefined
  }

  /** Evicted pods that are still there; those that nobody deletes are forgotten after a while. */
  #disrupted(key: string, budget: ApiObject, pods: readonly ApiObject[]): ReadonlyMap<string, string> {
    const now = this.#backend.clock.now()
    const there = new Set(
      pods
        .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
        .map(({ metadata }) => metadata.name),
    )
    const kept = new Map<string, string>()
    let next = Infinity
    for (const [name, time] of Object.entries(asObject(asObject(budget['status'])['disruptedPods']))) {
      const left = Date.parse(String(time)) + deletionTimeout - now
      if (!there.has(name) || left <= 0) continue
      kept.set(name, String(time))
      next = Math.min(next, left)
    }
    if (next < Infinity) {
      this.#timers.set(
        key,
        this.#backend.clock.setTimer(next, () => this.#turns.add(key)),
      )
    }
    return kept
  }
}

function countsAsBefore(pod: ApiObject, before: ApiObject): boolean {
  const { labels, deletionTimestamp, ownerReferences } = pod.metadata
  return (
    isReady(pod) === isReady(before) &&
    deletionTimestamp === before.metadata.deletionTimestamp &&
    equalJson(labels, before.metadata.labels) &&
    equalJson(ownerReferences, before.metadata.ownerReferences)
  )
}

/** A number or a percentage of `total`, rounded up; what is neither counts as none. */
function scaled(value: unknown, total: number): number {
  try {
    return getScaledValueFromIntOrPercent(value as number | string, total, true)
  } catch (error) {
    if (error instanceof InvalidIntOrPercentError) return 0
    throw error
  }
}
