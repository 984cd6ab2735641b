import { asArray, asNumber, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import { age } from './age.ts'
import { podCells } from './pod-printer.ts'
import { mapText } from './selector-text.ts'
import { workloadPrinters } from './workload-printers.ts'

/** The cells of an object's row, in the order of its columns. */
type Printer = (object: ApiObject, now: number) => readonly unknown[]

const scalar = (value: unknown, absent: string): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : absent

const size = (value: unknown): number => Object.keys(asObject(value)).length

const printers = new Map<string, Printer>([
  ['pods', podCells],
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
  ['services', service],
  ['endpoints', (each, now) => [each.metadata.name, endpoints(each), created(each, now)]],
  ['endpointslices.discovery.k8s.io', endpointSlice],
  ['events', event],
  [
    'leases.coordination.k8s.io',
    (each, now) => [
      each.metadata.name,
      asString(asObject(each['spec'])['holderIdentity']),
      created(each, now),
    ],
  ],
  [
    'priorityclasses.scheduling.k8s.io',
    (each, now) => [
      each.metadata.name,
      asNumber(each['value']),
      each['globalDefault'] === true,
      created(each, now),
      asString(each['preemptionPolicy']),
    ],
  ],
  [
    'poddisruptionbudgets.policy',
    (each, now) => {
      const { minAvailable, maxUnavailable } = asObject(each['spec'])
      return [
        each.metadata.name,
        scalar(minAvailable, 'N/A'),
        scalar(maxUnavailable, 'N/A'),
        asNumber(asObject(each['status'])['disruptionsAllowed']),
        created(each, now),
      ]
    },
  ],
  ...workloadPrinters,
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

function created(object: ApiObject, now: number): string {
  return age(object.metadata.creationTimestamp, now)
}

function node(object: ApiObject, now: number): readonly unknown[] {
  const spec = asObject(object['spec'])
  const status = asObject(object['status'])
  const ready = asArray(status['conditions'])
    .map(asObject)
    .find(({ type }) => type === 'Ready')
  const words = [ready === undefined ? 'Unknown' : ready['status'] === 'True' ? 'Ready' : 'NotReady']
  if (spec['unschedulable'] === true) words.push('SchedulingDisabled')
  const prefix = 'node-role.kubernetes.io/'
  const roles = Object.keys(object.metadata.labels ?? {})
    .filter((key) => key.startsWith(prefix) && key.length > prefix.length)
    .map((key) => key.slice(prefix.length))
  const address = (wanted: string) =>
    asString(
      asArray(status['addresses'])
        .map(asObject)
        .find(({ type }) => type === wanted)?.['address'],
    ) || '<none>'
  const info = asObject(status['nodeInfo'])
  return [
    object.metadata.name,
    words.join(','),
    roles.toSorted().join(',') || '<none>',
    created(object, now),
    asString(info['kubeletVersion']),
    address('InternalIP'),
    address('ExternalIP'),
    asString(info['osImage']) || '<unknown>',
    asString(info['kernelVersion']) || '<unknown>',
    asString(info['containerRuntimeVersion']) || '<unknown>',
  ]
}

function service(object: ApiObject, now: number): readonly unknown[] {
  const spec = asObject(object['spec'])
  const type = asString(spec['type'])
  const external = asArray(spec['externalIPs']).map(asString)
  const balanced = asArray(asObject(asObject(object['status'])['loadBalancer'])['ingress']).map(
    (each) => asString(asObject(each)['ip']) || asString(asObject(each)['hostname']),
  )
  const shown =
    type === 'ExternalName'
      ? asString(spec['externalName'])
      : [...(type === 'LoadBalancer' ? balanced : []), ...external].join(',')
  const ports = asArray(spec['ports']).map((port) => {
    const { port: number, nodePort, protocol } = asObject(port)
    const mapped = asNumber(nodePort) > 0 ? `:${asNumber(nodePort)}` : ''
    return `${asNumber(number)}${mapped}/${asString(protocol)}`
  })
  return [
    object.metadata.name,
    type,
    asString(spec['clusterIP']) || '<none>',
    shown || (type === 'LoadBalancer' ? '<pending>' : '<none>'),
    ports.join(',') || '<none>',
    created(object, now),
    mapText(spec['selector']),
  ]
}

function endpoints(object: ApiObject): string {
  const all = asArray(object['subsets']).flatMap((subset) => {
    const { addresses, ports } = asObject(subset)
    const numbers = asArray(ports).map((port) => asNumber(asObject(port)['port']))
    return asArray(addresses).flatMap((address) => {
      const ip = asString(asObject(address)['ip'])
      return numbers.length === 0 ? [ip] : numbers.map((number) => `${ip}:${number}`)
    })
  })
  return shorten(all)
}

function shorten(all: readonly string[]): string {
  if (all.length === 0) return '<none>'
  return all.length > 3 ? `${all.slice(0, 3).join(',')} + ${all.length - 3} more...` : all.join(',')
}

function endpointSlice(object: ApiObject, now: number): readonly unknown[] {
  const ports = asArray(object['ports']).map((port) => scalar(asObject(port)['port'], '*'))
  const addresses = asArray(object['endpoints']).flatMap((each) =>
    asArray(asObject(each)['addresses']).map(asString),
  )
  return [
    object.metadata.name,
    asString(object['addressType']),
    ports.length === 0 ? '<unset>' : shorten(ports),
    addresses.length === 0 ? '<unset>' : shorten(addresses),
    created(object, now),
  ]
}

function event(object: ApiObject, now: number): readonly unknown[] {
  const about = asObject(object['involvedObject'])
  const series: JsonObject = asObject(object['series'])
  const first = asString(object['firstTimestamp']) || asString(object['eventTime'])
  const last = asString(series['lastObservedTime']) || asString(object['lastTimestamp']) || first
  const source = asObject(object['source'])
  const { component, host } = source
  const count = asNumber(series['count']) || asNumber(object['count']) || 1
  const from = asString(component) || asString(object['reportingComponent'])
  return [
    age(last, now),
    asString(object['type']),
    asString(object['reason']),
    `${asString(about['kind']).toLowerCase()}/${asString(about['name'])}`,
    asString(about['fieldPath']),
    asString(host) === '' ? from : `${from}, ${asString(host)}`,
    asString(object['message']).trim(),
    age(first, now),
    count,
    object.metadata.name,
  ]
}
