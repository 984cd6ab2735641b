import { asArray, asNumber, asObject, asString, isObject, type ApiObject } from '../codec/json.ts'
import { age } from './age.ts'
import { networkPrinters } from './network-printers.ts'
import { policyPrinters } from './policy-printers.ts'
import { conditionStatus, created, objects, type Printer } from './printer.ts'
import { storagePrinters } from './storage-printers.ts'
import { workloadPrinters } from './workload-printers.ts'

const size = (value: unknown): number => Object.keys(asObject(value)).length

const printers = new Map<string, Printer>([
  [
    'configmaps',
    (each, now) => [each.metadata.name, size(each['data']) + size(each['binaryData']), created(each, now)],
  ],
  [
    'secrets',
    (each, now) => [each.metadata.name, asString(each['type']), size(each['data']), created(each, now)],
  ],
  [
    'serviceaccounts',
    (each, now) => [each.metadata.name, asArray(each['secrets']).length, created(each, now)],
  ],
  [
    'namespaces',
    (each, now) => [each.metadata.name, asString(asObject(each['status'])['phase']), created(each, now)],
  ],
  ['nodes', node],
  [
    'scale',
    (each, now) => {
      const replicas = (of: unknown) => asNumber(asObject(of)['replicas'])
      return [each.metadata.name, replicas(each['spec']), replicas(each['status']), created(each, now)]
    },
  ],
  ['events', event],
  [
    'leases.coordination.k8s.io',
    (each, now) => [
      each.metadata.name,
      asString(asObject(each['spec'])['holderIdentity']),
      created(each, now),
    ],
  ],
  ['componentstatuses', componentStatus],
  ...workloadPrinters,
  ...networkPrinters,
  ...storagePrinters,
  ...policyPrinters,
])

/** Whether a resource has columns of its own. */
export function hasPrinter(storage: string): boolean {
  return printers.has(storage)
}

/** The cells of an object's row; of what has no printer, its name and when it was created. */
export function cellsOf(
  { storage }: { readonly storage: string },
  object: ApiObject,
  now: number,
): readonly unknown[] {
  const { name, creationTimestamp } = object.metadata
  return printers.get(storage)?.(object, now) ?? [name, creationTimestamp]
}

function node(object: ApiObject, now: number): readonly unknown[] {
  const status = asObject(object['status'])
  const ready = conditionStatus(status, 'Ready')
  const words = [ready === undefined ? 'Unknown' : ready === 'True' ? 'Ready' : 'NotReady']
  if (asObject(object['spec'])['unschedulable'] === true) words.push('SchedulingDisabled')
  const address = (wanted: string) => {
    const found = objects(status['addresses']).find(({ type }) => type === wanted)
    return found === undefined ? '<none>' : asString(found['address'])
  }
  const info = asObject(status['nodeInfo'])
  return [
    object.metadata.name,
    words.join(','),
    roles(object).join(',') || '<none>',
    created(object, now),
    asString(info['kubeletVersion']),
    address('InternalIP'),
    address('ExternalIP'),
    asString(info['osImage']) || '<unknown>',
    asString(info['kernelVersion']) || '<unknown>',
    asString(info['containerRuntimeVersion']) || '<unknown>',
  ]
}

function roles({ metadata }: ApiObject): readonly string[] {
  const prefix = 'node-role.kubernetes.io/'
  const found = Object.entries(metadata.labels ?? {}).map(([key, value]) => {
    if (key.startsWith(prefix)) return key.slice(prefix.length)
    return key === 'kubernetes.io/role' ? value : ''
  })
  return [...new Set(found)].filter((role) => role !== '').toSorted()
}

function event(object: ApiObject, now: number): readonly unknown[] {
  const { kind, name, fieldPath } = asObject(object['involvedObject'])
  const { series } = object
  const { component, host } = asObject(object['source'])
  const first = age(object['firstTimestamp'] ?? object['eventTime'], now)
  const last = object['lastTimestamp'] == null ? first : age(object['lastTimestamp'], now)
  const { lastObservedTime, count } = asObject(series)
  const from = asString(component) || asString(object['reportingComponent'])
  const instance = asString(host) || asString(object['reportingInstance'])
  const target = asString(kind).toLowerCase()
  return [
    isObject(series) ? age(lastObservedTime, now) : last,
    asString(object['type']),
    asString(object['reason']),
    asString(name) === '' ? target : `${target}/${asString(name)}`,
    asString(fieldPath),
    instance === '' ? from : `${from}, ${instance}`,
    asString(object['message']).trim(),
    first,
    isObject(series) ? asNumber(count) : asNumber(object['count']) || 1,
    object.metadata.name,
  ]
}

function componentStatus(object: ApiObject): readonly unknown[] {
  const healthy = objects(object['conditions']).find(({ type }) => type === 'Healthy')
  if (healthy === undefined) return [object.metadata.name, 'Unknown', '', '']
  const { status, message, error } = healthy
  return [
    object.metadata.name,
    status === 'True' ? 'Healthy' : 'Unhealthy',
    asString(message),
    asString(error),
  ]
}
