import {
  asArray,
  asNumber,
  asObject,
  asString,
  isObject,
  type ApiObject,
  type JsonObject,
} from '../codec/json.ts'
import { age } from './age.ts'

/** The cells of a pod's row. */
export function podCells(pod: ApiObject, now: number): readonly unknown[] {
  const spec = asObject(pod['spec'])
  const status = asObject(pod['status'])
  const containers = statuses(status['containerStatuses'])
  const sidecars = statuses(status['initContainerStatuses']).filter((each) => isSidecar(spec, each))
  const counted = [...sidecars, ...containers]
  const ready = counted.filter(
    (each) => each['ready'] === true && isObject(asObject(each['state'])['running']),
  )
  const total = asArray(spec['containers']).length + sidecars.length
  const ips = asString(asObject(asArray(status['podIPs'])[0])['ip']) || asString(status['podIP'])
  const gates = asArray(spec['readinessGates'])
  return [
    pod.metadata.name,
    `${ready.length}/${total}`,
    podStatus(pod, spec, status, containers),
    restarts(counted, now),
    age(pod.metadata.creationTimestamp, now),
    ips || '<none>',
    asString(spec['nodeName']) || '<none>',
    asString(status['nominatedNodeName']) || '<none>',
    gates.length === 0 ? '<none>' : `${readyGates(gates, status)}/${gates.length}`,
  ]
}

function statuses(value: unknown): readonly JsonObject[] {
  return asArray(value).filter((each) => isObject(each))
}

function isSidecar(spec: JsonObject, status: JsonObject): boolean {
  return asArray(spec['initContainers']).some((container) => {
    const { name, restartPolicy } = asObject(container)
    return name === status['name'] && restartPolicy === 'Always'
  })
}

function restarts(containers: readonly JsonObject[], now: number): string {
  let count = 0
  let last = 0
  for (const status of containers) {
    count += asNumber(status['restartCount'])
    const finished = asString(asObject(asObject(status['lastState'])['terminated'])['finishedAt'])
    last = Math.max(last, Date.parse(finished) || 0)
  }
  return count > 0 && last > 0 ? `${count} (${age(new Date(last).toISOString(), now)} ago)` : String(count)
}

function podStatus(
  pod: ApiObject,
  spec: JsonObject,
  status: JsonObject,
  containers: readonly JsonObject[],
): string {
  const phase = asString(status['phase'])
  let reason = asString(status['reason']) || phase
  for (const condition of statuses(status['conditions'])) {
    if (condition['type'] === 'PodScheduled' && condition['reason'] === 'SchedulingGated') {
      reason = 'SchedulingGated'
    }
  }
  const init = initReason(spec, status)
  if (init !== undefined) reason = init
  else reason = containerReason(reason, containers, status)
  if (pod.metadata.deletionTimestamp === undefined) return reason
  if (status['reason'] === 'NodeLost') return 'Unknown'
  return phase === 'Succeeded' || phase === 'Failed' ? reason : 'Terminating'
}

function initReason(spec: JsonObject, status: JsonObject): string | undefined {
  const total = asArray(spec['initContainers']).length
  for (const [at, container] of statuses(status['initContainerStatuses']).entries()) {
    const { terminated, waiting } = asObject(container['state'])
    if (isObject(terminated) && asNumber(terminated['exitCode']) === 0) continue
    if (isSidecar(spec, container) && container['started'] === true) continue
    if (isObject(terminated)) return `Init:${terminatedReason(terminated)}`
    const why = asString(asObject(waiting)['reason'])
    return why !== '' && why !== 'PodInitializing' ? `Init:${why}` : `Init:${at}/${total}`
  }
  return undefined
}

function terminatedReason(terminated: JsonObject): string {
  const reason = asString(terminated['reason'])
  if (reason !== '') return reason
  const signal = asNumber(terminated['signal'])
  return signal === 0 ? `ExitCode:${asNumber(terminated['exitCode'])}` : `Signal:${signal}`
}

function containerReason(reason: string, containers: readonly JsonObject[], status: JsonObject): string {
  let shown = reason
  let running = false
  for (const container of containers.toReversed()) {
    const { waiting, terminated, running: runs } = asObject(container['state'])
    if (isObject(waiting) && asString(waiting['reason']) !== '') shown = asString(waiting['reason'])
    else if (isObject(terminated)) shown = terminatedReason(terminated)
    else if (isObject(runs) && container['ready'] === true) running = true
  }
  if (shown !== 'Completed' || !running) return shown
  const ready = statuses(status['conditions']).some(
    ({ type, status: is }) => type === 'Ready' && is === 'True',
  )
  return ready ? 'Running' : 'NotReady'
}

function readyGates(gates: readonly unknown[], status: JsonObject): number {
  const conditions = statuses(status['conditions'])
  return gates.filter((gate) => {
    const wanted = asObject(gate)['conditionType']
    return conditions.some(({ type, status: is }) => type === wanted && is === 'True')
  }).length
}
