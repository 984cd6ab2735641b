import { nowOf, type Backend } from '../backend.ts'
import {
  asArray,
  asNumber,
  asObject,
  asString,
  isObject,
  type ApiObject,
  type JsonObject,
} from '../codec/json.ts'
import { microTime } from '../codec/time.ts'
import { recordEvent, type Happening } from '../controllers/record-event.ts'
import type { ServedResource } from '../registry/resource.ts'
import { assigned } from '../verbs/binding.ts'
import { settled } from '../verbs/body.ts'
import { deleteObject } from '../verbs/deleter.ts'
import { commitUpdate } from '../verbs/writer.ts'

const reporter = {
  reportingController: 'default-scheduler',
  reportingInstance: 'default-scheduler-rxkube',
} as const

/** What the scheduler writes of pods, with the events that go with it. */
export class PodWrites {
  readonly #backend: Backend
  readonly #pods: ServedResource
  /** Of pods that fit nowhere: what was said last, and in which event. */
  readonly #said = new Map<string, { readonly message: string; readonly event: string }>()

  constructor(backend: Backend, pods: ServedResource) {
    this.#backend = backend
    this.#pods = pods
  }

  bind(pod: ApiObject, node: string): void {
    const after = settled(this.#pods, assigned(pod, node, undefined, nowOf(this.#backend)))
    const { namespace = '', name = '' } = pod.metadata
    this.#backend.store.collection(this.#pods.storage).set(`${namespace}/${name}`, after)
    const message = `Successfully assigned ${namespace}/${name} to ${node}`
    recordEvent(this.#backend, this.#pods, after, {
      type: 'Normal',
      reason: 'Scheduled',
      message,
      action: 'Binding',
      ...reporter,
    })
  }

  /** Says that a pod fits nowhere, and where there will be room for it. */
  unschedulable(pod: ApiObject, message: string, nominated: string | undefined): void {
    const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }
    const status = asObject(pod['status'])
    const nominatedNodeName = nominated === undefined ? {} : { nominatedNodeName: nominated }
    const after = { ...status, ...nominatedNodeName, conditions: this.#conditions(status, condition) }
    const stored = commitUpdate(
      this.#backend,
      this.#pods,
      pod,
      settled(this.#pods, { ...pod, status: after }),
      false,
    )
    const event = {
      type: 'Warning',
      reason: 'FailedScheduling',
      message,
      action: 'Scheduling',
      ...reporter,
    } as const
    this.#repeat(`${pod.metadata.namespace ?? ''}/${pod.metadata.name ?? ''}`, stored, event)
  }

  /** Forgets what was said of a pod. */
  forget(key: string): void {
    this.#said.delete(key)
  }

  /** The same word again is one event that counts. */
  #repeat(key: string, pod: ApiObject, event: Happening): void {
    const resource = this.#backend.registry.get('', 'v1', 'events')
    const events = this.#backend.store.collection('events')
    const said = this.#said.get(key)
    const before = said?.message === event.message ? events.get(said.event) : undefined
    if (said === undefined || before === undefined || resource === undefined) {
      const { namespace = '', name = '' } = recordEvent(this.#backend, this.#pods, pod, event)?.metadata ?? {}
      this.#said.set(key, { message: event.message, event: `${namespace}/${name}` })
      return
    }
    const count = asNumber(asObject(before['series'])['count']) || 1
    const series = { count: count + 1, lastObservedTime: microTime(this.#backend.clock.now()) }
    events.set(said.event, settled(resource, { ...before, series }))
  }

  preempt(victimKey: string, preemptor: ApiObject, node: string): void {
    const victim = this.#backend.store.collection(this.#pods.storage).get(victimKey)
    if (victim === undefined || victim.metadata.deletionTimestamp !== undefined) return
    const condition = {
      type: 'DisruptionTarget',
      status: 'True',
      reason: 'PreemptionByScheduler',
      message: 'default-scheduler: preempting to accommodate a higher priority pod',
    }
    const status = asObject(victim['status'])
    const marked = settled(this.#pods, {
      ...victim,
      status: { ...status, conditions: this.#conditions(status, condition) },
    })
    const stored = commitUpdate(this.#backend, this.#pods, victim, marked, false)
    deleteObject(this.#backend, this.#pods, stored)
    const message = `Preempted by pod ${preemptor.metadata.uid ?? ''} on node ${node}`
    recordEvent(this.#backend, this.#pods, stored, {
      type: 'Normal',
      reason: 'Preempted',
      message,
      action: 'Preempting',
      ...reporter,
    })
  }

  /** The conditions with this one; it keeps its time while its status stays. */
  #conditions(
    status: JsonObject,
    condition: { readonly type: string; readonly status: string },
  ): readonly unknown[] {
    const old = asArray(status['conditions']).filter(isObject)
    const before = old.find((each) => each['type'] === condition.type)
    const since = before?.['status'] === condition.status ? asString(before['lastTransitionTime']) : ''
    const next = {
      ...condition,
      lastProbeTime: null,
      lastTransitionTime: since === '' ? nowOf(this.#backend) : since,
    }
    return before === undefined ? [...old, next] : old.map((each) => (each === before ? next : each))
  }
}
