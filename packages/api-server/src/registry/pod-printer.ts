import { asNumber, asObject, asString, isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import { age } from './age.ts'
import { conditionStatus, created, objects } from './printer.ts'

/** What the containers of a pod are told apart by, as far as they were looked at. */
interface Tally {
  ready: number
  restarts: number
  /** When a container last ended before it was started again, in milliseconds; 0 for never. */
  last: number
  reason: string
}

/** The cells of a pod's row. */
export function podCells(pod: ApiObject, now: number): readonly unknown[] {
  const spec = asObject(pod['spec'])
  const status = asObject(pod['status'])
  const sidecars = new Set(
    objects(spec['initContainers'])
      .filter(({ restartPolicy }) => restartPolicy === 'Always')
      .map(({ name }) => name),
  )
  const { ready, restarts, last, reason } = tally(spec, status, sidecars)
  const total = objects(spec['containers']).length + sidecars.size
  const restarted = restarts > 0 && last > 0 ? ` (${age(new Date(last).toISOString(), now)} ago)` : ''
  const [podIP] = objects(status['podIPs'])
  return [
    pod.metadata.name,
    `${ready}/${total}`,
    endingReason(pod, status) ?? reason,
    `${restarts}${restarted}`,
    created(pod, now),
    asString(podIP?.['ip']) || asString(status['podIP']) || '<none>',
    asString(spec['nodeName']) || '<none>',
    asString(status['nominatedNodeName']) || '<none>',
    gates(objects(spec['readinessGates']), status),
  ]
}

/** Whether a pod has ended, which kubectl is told beside its row. */
export function podConditions(pod: ApiObject): readonly JsonObject[] | undefined {
  const { phase } = asObject(pod['status'])
  if (phase !== 'Succeeded' && phase !== 'Failed') return undefined
  const message = phase === 'Failed' ? 'The pod failed.' : 'The pod has completed successfully.'
  return [{ type: 'Completed', status: 'True', reason: phase, message }]
}

function tally(spec: JsonObject, status: JsonObject, sidecars: ReadonlySet<unknown>): Tally {
  const gated = objects(status['conditions']).some(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated',
  )
  const phase = asString(status['reason']) || asString(status['phase'])
  const { initializing, ...begun } = initialization(spec, status, sidecars)
  if (gated && !initializing) begun.reason = 'SchedulingGated'
  else if (!initializing) begun.reason = phase
  if (initializing && conditionStatus(status, 'Initialized') !== 'True') return begun
  return running(begun, status, sidecars)
}

/** Init containers in their order, up to the first that is not done. */
function initialization(
  spec: JsonObject,
  status: JsonObject,
  sidecars: ReadonlySet<unknown>,
): Tally & { initializing: boolean } {
  const found: Tally & { initializing: boolean } = {
    ready: 0,
    restarts: 0,
    last: 0,
    reason: '',
    initializing: false,
  }
  const total = objects(spec['initContainers']).length
  for (const [at, container] of objects(status['initContainerStatuses']).entries()) {
    addRestarts(found, container)
    const { terminated, waiting } = asObject(container['state'])
    if (isObject(terminated) && asNumber(terminated['exitCode']) === 0) continue
    if (sidecars.has(container['name']) && container['started'] === true) {
      if (container['ready'] === true) found.ready += 1
      continue
    }
    const why = asString(asObject(waiting)['reason'])
    const progress = why !== '' && why !== 'PodInitializing' ? why : `${at}/${total}`
    found.reason = `Init:${isObject(terminated) ? terminatedReason(terminated) : progress}`
    found.initializing = true
    break
  }
  return found
}

/** Containers, the last one first: the first one's reason wins. */
function running(begun: Tally, status: JsonObject, sidecars: ReadonlySet<unknown>): Tally {
  const found: Tally = { ...begun, restarts: 0, last: 0 }
  for (const container of objects(status['initContainerStatuses'])) {
    if (sidecars.has(container['name'])) addRestarts(found, container)
  }
  let runs = false
  for (const container of objects(status['containerStatuses']).toReversed()) {
    addRestarts(found, container)
    const { waiting, terminated, running: run } = asObject(container['state'])
    if (asString(asObject(waiting)['reason']) !== '') found.reason = asString(asObject(waiting)['reason'])
    else if (isObject(terminated)) found.reason = terminatedReason(terminated)
    else if (isObject(run) && container['ready'] === true) {
      runs = true
      found.ready += 1
    }
  }
  if (found.reason === 'Completed' && runs) {
    found.reason = conditionStatus(status, 'Ready') === 'True' ? 'Running' : 'NotReady'
  }
  return found
}

function addRestarts(found: Tally, container: JsonObject): void {
  found.restarts += asNumber(container['restartCount'])
  const finished = asString(asObject(asObject(container['lastState'])['terminated'])['finishedAt'])
  found.last = Math.max(found.last, Date.parse(finished) || 0)
}

function terminatedReason(terminated: JsonObject): string {
  const reason = asString(terminated['reason'])
  if (reason !== '') return reason
  const signal = asNumber(terminated['signal'])
  return signal === 0 ? `ExitCode:${asNumber(terminated['exitCode'])}` : `Signal:${signal}`
}

function endingReason(pod: ApiObject, { phase, reason }: JsonObject): string | undefined {
  if (pod.metadata.deletionTimestamp === undefined) return undefined
  if (reason === 'NodeLost') return 'Unknown'
  return phase === 'Succeeded' || phase === 'Failed' ? undefined : 'Terminating'
}

function gates(wanted: readonly JsonObject[], status: JsonObject): string {
  if (wanted.length === 0) return '<none>'
  const open = wanted.filter(
    ({ conditionType }) => conditionStatus(status, asString(conditionType)) === 'True',
  )
  return `${open.length}/${wanted.length}`
}
