import { asArray, asObject, asString, isObject } from '../codec/json.ts'
import { withConditions, type NextCondition } from './conditions.ts'
import type { Stage, StageContext } from './stage.ts'

const conditions: readonly NextCondition[] = [
  {
    type: 'MemoryPressure',
    status: 'False',
    reason: 'KubeletHasSufficientMemory',
    message: 'kubelet has sufficient memory available',
  },
  {
    type: 'DiskPressure',
    status: 'False',
    reason: 'KubeletHasNoDiskPressure',
    message: 'kubelet has no disk pressure',
  },
  {
    type: 'PIDPressure',
    status: 'False',
    reason: 'KubeletHasSufficientPID',
    message: 'kubelet has sufficient PID available',
  },
  { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' },
]

const resourceRef = { apiGroup: 'v1', kind: 'Node' } as const
const ready = '.status.conditions.[] | select( .type == "Ready" ) | .status'
const fails = { 'node-not-ready.stage.kwok.x-k8s.io': 'true' } as const
const isFailing = '.metadata.labels["node-not-ready.stage.kwok.x-k8s.io"]'

/** How fake nodes live: ready at once, with a word every five minutes; not ready while they are labelled so. */
export const nodeStages: readonly Stage[] = [
  {
    metadata: { name: 'node-initialize' },
    spec: {
      resourceRef,
      selector: {
        matchExpressions: [
          { key: ready, operator: 'NotIn', values: ['True'] },
          { key: isFailing, operator: 'NotIn', values: ['true'] },
        ],
      },
      next: { patches: [{ type: 'merge', subresource: 'status', root: 'status', template: initialized }] },
    },
  },
  {
    metadata: { name: 'node-heartbeat' },
    spec: {
      resourceRef,
      selector: {
        matchExpressions: [
          { key: ready, operator: 'In', values: ['True'] },
          { key: isFailing, operator: 'NotIn', values: ['true'] },
        ],
      },
      delay: { durationMilliseconds: 300_000, jitterDurationMilliseconds: 312_000 },
      next: { patches: [{ type: 'merge', subresource: 'status', root: 'status', template: heartbeat }] },
    },
  },
  {
    metadata: { name: 'node-not-ready' },
    spec: {
      resourceRef,
      selector: {
        matchLabels: fails,
        matchExpressions: [{ key: ready, operator: 'NotIn', values: ['False'] }],
      },
      delay: {
        durationFrom: { expressionFrom: '.metadata.annotations["node-not-ready.stage.kwok.x-k8s.io/delay"]' },
      },
      next: { patches: [{ type: 'merge', subresource: 'status', root: 'status', template: failed }] },
    },
  },
]

function heartbeat({ object, now }: StageContext) {
  return {
    conditions: withConditions(asObject(object['status']), conditions, now, { lastHeartbeatTime: now }),
  }
}

function initialized(context: StageContext) {
  const { object, nodeIP } = context
  const name = object.metadata?.name ?? ''
  const status = asObject(object['status'])
  const known = new Set(
    asArray(status['addresses'])
      .filter(isObject)
      .map((each) => each['type']),
  )
  const addresses = [
    { type: 'InternalIP', address: nodeIP },
    { type: 'Hostname', address: name },
  ].filter(({ type, address }) => address !== '' && !known.has(type))
  const info = asObject(status['nodeInfo'])
  const nodeInfo = Object.entries({
    containerRuntimeVersion: 'fake://1.0.0',
    kernelVersion: '6.1.0-fake',
    osImage: 'Fake Linux',
    kubeletVersion: 'v1.32.0',
    kubeProxyVersion: 'v1.32.0',
    operatingSystem: 'linux',
    architecture: 'amd64',
  }).filter(([field]) => asString(info[field]) === '')
  const usual = { cpu: '32', 'ephemeral-storage': '1Ti', memory: '256Gi', pods: '110' }
  const capacity = status['capacity'] ?? usual
  return {
    ...heartbeat(context),
    capacity,
    allocatable: status['allocatable'] ?? capacity,
    addresses: [...asArray(status['addresses']), ...addresses],
    daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
    nodeInfo: Object.fromEntries(nodeInfo),
  }
}

function failed(context: StageContext) {
  const { object, now } = context
  const said = (field: string, otherwise: string) =>
    object.metadata?.annotations?.[`node-not-ready.stage.kwok.x-k8s.io/${field}`] ?? otherwise
  const next = conditions.map((each): NextCondition => {
    if (each.type !== 'Ready') return each
    const [reason, message] = [said('reason', 'nodeFailed'), said('message', 'node failed')]
    return { type: 'Ready', status: 'False', reason, message }
  })
  return {
    ...initialized(context),
    conditions: withConditions(asObject(object['status']), next, now, { lastHeartbeatTime: now }),
  }
}
