import { InvalidDurationError, parseDuration } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { asNumber, asObject, asString, isObject, type JsonObject } from '../codec/json.ts'
import {
  containersOf,
  containerStatus,
  isSidecar,
  placed,
  podConditions,
  running,
  terminated,
  waiting,
  type ContainerNow,
} from './pod-status.ts'
import type { StageContext } from './stage.ts'

export function created(context: StageContext): JsonObject {
  const init = containersOf(context, 'initContainers')
  const reason = init.length > 0 ? 'PodInitializing' : 'ContainerCreating'
  const statusOf = (each: ContainerNow) => containerStatus(each, { state: waiting(reason), ready: false })
  return {
    phase: 'Pending',
    conditions: podConditions(context, { initialized: init.length === 0, ready: false }),
    ...placed(context),
    ...(init.length === 0 ? {} : { initContainerStatuses: init.map(statusOf) }),
    containerStatuses: containersOf(context).map(statusOf),
  }
}

/** Starts the next init container, or ends the one that runs and starts the one after it. */
export function initContainerMoved(context: StageContext): JsonObject {
  const { now } = context
  let started = false
  const isDone = ({ was }: ContainerNow) => isObject(asObject(was['state'])['terminated'])
  const isRunning = ({ was }: ContainerNow) => isObject(asObject(was['state'])['running'])
  const statuses = containersOf(context, 'initContainers').map((each) => {
    if (isDone(each) || (isRunning(each) && isSidecar(each))) return each.was
    if (isRunning(each)) {
      const state = terminated(each.was, now, 0, 'Completed')
      return containerStatus(each, { state, ready: true, started: false })
    }
    if (started) return each.was
    started = !isSidecar(each)
    return containerStatus(each, { state: running(now), ready: isSidecar(each), started: true })
  })
  const initialized = !started
  return {
    initContainerStatuses: statuses,
    conditions: podConditions(context, { initialized, ready: false }),
  }
}

export function becameReady(context: StageContext): JsonObject {
  const { now } = context
  return {
    phase: 'Running',
    conditions: podConditions(context, { initialized: true, ready: true }),
    ...placed(context),
    containerStatuses: containersOf(context).map((each) =>
      containerStatus(each, { state: running(now), ready: true }),
    ),
  }
}

export function ended(
  context: StageContext,
  last: 'Succeeded' | 'Failed',
  exitCode: number,
  reason: string,
  message?: string,
): JsonObject {
  const statusOf = (each: ContainerNow) => {
    if (isObject(asObject(each.was['state'])['terminated'])) return each.was
    const state = terminated(each.was, context.now, exitCode, reason, message)
    return containerStatus(each, { state, ready: false, started: false })
  }
  const sidecars = containersOf(context, 'initContainers')
  return {
    phase: last,
    conditions: podConditions(context, {
      initialized: true,
      ready: false,
      sandbox: false,
      completed: last === 'Succeeded',
    }),
    ...(sidecars.length === 0 ? {} : { initContainerStatuses: sidecars.map(statusOf) }),
    containerStatuses: containersOf(context).map(statusOf),
  }
}

/** What annotations say of a failure: the exit code, the reason and the message. */
function failureOf(
  { object }: StageContext,
  stage: string,
  usual: string,
): [number, string, string | undefined] {
  const said = (field: string) => object.metadata?.annotations?.[`${stage}.stage.kwok.x-k8s.io/${field}`]
  const code = Number(said('exit-code') ?? 1)
  return [Number.isInteger(code) ? code : 1, said('reason') ?? usual, said('message')]
}

export function crashed(context: StageContext): JsonObject {
  const { object, now } = context
  const only = object.metadata?.annotations?.['pod-crash.stage.kwok.x-k8s.io/container-name']
  const [code, reason, message] = failureOf(context, 'pod-crash', 'Error')
  const { name = '', namespace = '', uid = '' } = object.metadata ?? {}
  const statuses = containersOf(context).map((each) => {
    if (only !== undefined && only !== each.name) return each.was
    const wait = `${backOff(asNumber(each.was['restartCount'])) / 1000}s`
    const why = `back-off ${wait} restarting failed container=${each.name} pod=${name}_${namespace}(${uid})`
    return containerStatus(each, {
      state: waiting('CrashLoopBackOff', why),
      lastState: terminated(each.was, now, code, reason, message),
      ready: false,
    })
  })
  return {
    containerStatuses: statuses,
    conditions: podConditions(context, { initialized: true, ready: false }),
  }
}

export function restarted(context: StageContext): JsonObject {
  const statuses = containersOf(context).map((each) => {
    const reason = asString(asObject(asObject(each.was['state'])['waiting'])['reason'])
    if (reason !== 'CrashLoopBackOff') return each.was
    const restarts = asNumber(each.was['restartCount']) + 1
    return containerStatus(each, { state: running(context.now), ready: true, restarts })
  })
  return {
    containerStatuses: statuses,
    conditions: podConditions(context, { initialized: true, ready: true }),
  }
}

function mostRestarts(pod: JsonObject): number {
  const statuses = asObject(pod['status'])['containerStatuses']
  const counts = Array.isArray(statuses)
    ? statuses.map((each) => asNumber(asObject(each)['restartCount']))
    : []
  return counts.reduce((most, each) => Math.max(most, each), 0)
}

/** A pod takes a second to end unless it says otherwise, and never longer than its grace. */
export function timeToEnd({ metadata = {} }: KubernetesObject): number {
  const wish = metadata.annotations?.['pod-delete.stage.kwok.x-k8s.io/delay']
  const grace = (metadata.deletionGracePeriodSeconds ?? 0) * 1000
  try {
    return Math.min(parseDuration(wish ?? 1000), grace)
  } catch (error) {
    if (error instanceof InvalidDurationError) return Math.min(1000, grace)
    throw error
  }
}

/** How long a pod that crashed waits before it runs again. */
export function restartDelay(pod: KubernetesObject): number {
  return backOff(mostRestarts(pod as JsonObject))
}

/** How it fails whose label wants that, as its annotations say. */
export function failed(context: StageContext): JsonObject {
  const [code, reason, message] = failureOf(context, 'pod-container-running-failed', 'containerFailed')
  return ended(context, 'Failed', code, reason, message)
}

/** A kubelet waits ten seconds, then twice as long each time, and at most five minutes. */
function backOff(restarts: number): number {
  return Math.min(300_000, 10_000 * 2 ** Math.min(restarts, 10))
}
