import { asArray, asObject, asString, type ApiObject } from '../codec/json.ts'

type FieldLabels = ReadonlyMap<string, (object: ApiObject) => string>

const text = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''

const at =
  (...path: string[]) =>
  (object: ApiObject): string =>
    text(path.reduce<unknown>((value, key) => asObject(value)[key], object))

const flag =
  (...path: string[]) =>
  (object: ApiObject): string =>
    at(...path)(object) || 'false'

const reference = (prefix: string, field: string): [string, (object: ApiObject) => string][] =>
  ['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'].map((key) => [
    `${prefix}.${key}`,
    at(field, key),
  ])

const eventSource = (object: ApiObject): string =>
  asString(asObject(object['source'])['component']) || asString(object['reportingComponent'])

/** The field selectors that each resource has beyond metadata.name and metadata.namespace. */
export const fieldLabels: ReadonlyMap<string, FieldLabels> = new Map<string, FieldLabels>([
  [
    'pods',
    new Map([
      ['spec.nodeName', at('spec', 'nodeName')],
      ['spec.host', at('spec', 'nodeName')],
      ['spec.restartPolicy', at('spec', 'restartPolicy')],
      ['spec.schedulerName', at('spec', 'schedulerName')],
      ['spec.serviceAccountName', at('spec', 'serviceAccountName')],
      ['spec.hostNetwork', flag('spec', 'hostNetwork')],
      ['status.phase', at('status', 'phase')],
      ['status.podIP', at('status', 'podIP')],
      ['status.podIPs', (object) => text(asObject(asArray(asObject(object['status'])['podIPs'])[0])['ip'])],
      ['status.nominatedNodeName', at('status', 'nominatedNodeName')],
    ]),
  ],
  ['nodes', new Map([['spec.unschedulable', flag('spec', 'unschedulable')]])],
  ['namespaces', new Map([['status.phase', at('status', 'phase')]])],
  ['secrets', new Map([['type', at('type')]])],
  [
    'services',
    new Map([
      ['spec.clusterIP', at('spec', 'clusterIP')],
      ['spec.type', at('spec', 'type')],
    ]),
  ],
  ['replicationcontrollers', new Map([['status.replicas', at('status', 'replicas')]])],
  ['jobs.batch', new Map([['status.successful', at('status', 'succeeded')]])],
  [
    'certificatesigningrequests.certificates.k8s.io',
    new Map([['spec.signerName', at('spec', 'signerName')]]),
  ],
  [
    'events',
    new Map([
      ...reference('involvedObject', 'involvedObject'),
      ['reason', at('reason')],
      ['reportingComponent', at('reportingComponent')],
      ['source', eventSource],
      ['type', at('type')],
    ]),
  ],
  [
    'events.events.k8s.io',
    new Map([
      ...reference('regarding', 'involvedObject'),
      ['reason', at('reason')],
      ['reportingController', at('reportingComponent')],
      ['type', at('type')],
    ]),
  ],
])

/** Fields that are worth an index, by collection: a kubelet asks for the pods of its node. */
export const indexedFields: ReadonlyMap<string, FieldLabels> = new Map<string, FieldLabels>([
  ['pods', new Map([['spec.nodeName', at('spec', 'nodeName')]])],
])
