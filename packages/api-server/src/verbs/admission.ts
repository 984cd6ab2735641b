import { collectionOf, type Backend } from '../backend.ts'
import { asArray, asNumber, asObject, asString, isObject, type ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { Collection } from '../store/collection.ts'
import { admitAccount } from '../service-accounts/account-admission.ts'
import { forbidden } from '../status.ts'

/** Changes or refuses an object that is being created, in place, as the built-in admission plugins do. */
export function admitCreate(backend: Backend, resource: ServedResource, object: ApiObject): void {
  if (resource.storage === 'pods') {
    if (backend.serviceAccounts.admits) {
      admitAccount(backend, resource, object, object.metadata.namespace ?? '')
    }
    priority(backend, resource, object)
    tolerateForAWhile(object)
  }
  if (resource.storage === 'nodes') taintNotReady(object)
}

/** Changes an object that is about to be updated, in place: a new one, not what is stored. */
export function admitUpdate(resource: ServedResource, object: ApiObject, before: ApiObject): void {
  if (resource.storage !== 'pods' || object['spec'] === before['spec']) return
  object['spec'] = { ...asObject(object['spec']) }
  tolerateForAWhile(object)
}

/** Upstream: the Priority plugin. */
function priority(backend: Backend, resource: ServedResource, pod: ApiObject): void {
  const spec = asObject(pod['spec'])
  const name = pod.metadata.name ?? ''
  const classes = backend.registry.get('scheduling.k8s.io', 'v1', 'priorityclasses')
  if (classes === undefined) return
  const collection = collectionOf(backend, classes)
  const wanted = asString(spec['priorityClassName'])
  const found = wanted === '' ? defaultClass(collection) : collection.get(wanted)
  if (wanted !== '' && found === undefined) {
    throw forbidden(resource, name, `no PriorityClass with name ${wanted} was found`)
  }
  const value = asNumber(found?.['value'])
  if (typeof spec['priority'] === 'number' && spec['priority'] !== value) {
    const why = `the integer value of priority (${spec['priority']}) must not be provided in pod spec; priority admission controller computed ${value} from the given PriorityClass name`
    throw forbidden(resource, name, why)
  }
  if (found !== undefined) spec['priorityClassName'] = found.metadata.name
  spec['priority'] = value
  spec['preemptionPolicy'] ??= asString(found?.['preemptionPolicy']) || 'PreemptLowerPriority'
}

function defaultClass(collection: Collection): ApiObject | undefined {
  const { keys, get } = collection.list()
  return keys.map((key) => get(key)).find((each) => each?.['globalDefault'] === true)
}

/** Pods stay for five minutes on a node that fails. Upstream: the DefaultTolerationSeconds plugin. */
function tolerateForAWhile(pod: ApiObject): void {
  const spec = asObject(pod['spec'])
  const tolerations = asArray(spec['tolerations']).filter(isObject)
  const added = []
  for (const taint of ['not-ready', 'unreachable']) {
    const key = `node.kubernetes.io/${taint}`
    const tolerated = tolerations.some(
      (each) =>
        (each['key'] === key || asString(each['key']) === '') &&
        (each['effect'] === 'NoExecute' || asString(each['effect']) === ''),
    )
    if (!tolerated) added.push({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 })
  }
  if (added.length > 0) spec['tolerations'] = [...tolerations, ...added]
}

/** A new node is not ready before its kubelet says so. Upstream: the TaintNodesByCondition plugin. */
function taintNotReady(node: ApiObject): void {
  const spec = asObject(node['spec'])
  const taints = asArray(spec['taints']).filter(isObject)
  const key = 'node.kubernetes.io/not-ready'
  if (taints.some((each) => each['key'] === key && each['effect'] === 'NoSchedule')) return
  node['spec'] = { ...spec, taints: [...taints, { key, effect: 'NoSchedule' }] }
}
