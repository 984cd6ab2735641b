import { asArray, asNumber, asObject, asString, isObject, type JsonObject } from '../codec/json.ts'
import { withConditions, type NextCondition } from './conditions.ts'
import type { StageContext } from './stage.ts'

/** The container at a place of a list, and what its status was. */
export interface ContainerNow {
  readonly container: JsonObject
  readonly name: string
  /** Empty before there was any. */
  readonly was: JsonObject
}

type Containers = 'containers' | 'initContainers'

export function containersOf(
  { object }: StageContext,
  list: Containers = 'containers',
): readonly ContainerNow[] {
  const statuses = asArray(
    asObject(object['status'])[list === 'containers' ? 'containerStatuses' : 'initContainerStatuses'],
  )
  const byName = new Map(statuses.filter(isObject).map((each) => [each['name'], each]))
  return asArray(asObject(object['spec'])[list])
    .filter(isObject)
    .map((container) => {
      const name = asString(container['name'])
      return { container, name, was: byName.get(name) ?? {} }
    })
}

/** What `kubelet` reports of one container. */
export function containerStatus(
  { container, name, was }: ContainerNow,
  next: {
    readonly state: JsonObject
    readonly ready: boolean
    readonly started?: boolean
    readonly restarts?: number
    readonly lastState?: JsonObject
  },
): JsonObject {
  return {
    name,
    state: next.state,
    lastState: next.lastState ?? asObject(was['lastState']),
    ready: next.ready,
    restartCount: next.restarts ?? asNumber(was['restartCount']),
    image: asString(container['image']),
    imageID: '',
    started: next.started ?? next.ready,
  }
}

export const waiting = (reason: string, message?: string): JsonObject => ({
  waiting: { reason, ...(message === undefined ? {} : { message }) },
})

export const running = (startedAt: string): JsonObject => ({ running: { startedAt } })

export function terminated(
  was: JsonObject,
  now: string,
  exitCode: number,
  reason: string,
  message?: string,
): JsonObject {
  const since = asString(asObject(asObject(was['state'])['running'])['startedAt'])
  const startedAt = since === '' ? now : since
  return {
    terminated: {
      exitCode,
      reason,
      ...(message === undefined ? {} : { message }),
      startedAt,
      finishedAt: now,
    },
  }
}

/** A sidecar: an init container that goes on running. */
export const isSidecar = ({ container }: ContainerNow): boolean => container['restartPolicy'] === 'Always'

/** What is ready of a pod, as its conditions say it. */
export function podConditions(
  { object, now }: StageContext,
  {
    initialized,
    ready,
    sandbox = true,
    completed = false,
  }: {
    readonly initialized: boolean
    readonly ready: boolean
    readonly sandbox?: boolean
    readonly completed?: boolean
  },
): readonly JsonObject[] {
  const names = (list: Containers) =>
    asArray(asObject(object['spec'])[list])
      .map((each) => asString(asObject(each)['name']))
      .join(' ')
  const incomplete = {
    reason: 'ContainersNotInitialized',
    message: `containers with incomplete status: [${names('initContainers')}]`,
  }
  const unready = completed
    ? { reason: 'PodCompleted' }
    : { reason: 'ContainersNotReady', message: `containers with unready status: [${names('containers')}]` }
  const is = (value: boolean) => (value ? 'True' : 'False')
  const gates = asArray(asObject(object['spec'])['readinessGates']).map((each) =>
    asString(asObject(each)['conditionType']),
  )
  const next: NextCondition[] = [
    { type: 'PodReadyToStartContainers', status: is(sandbox) },
    { type: 'Initialized', status: is(initialized), ...(initialized ? {} : incomplete) },
    { type: 'Ready', status: is(ready), ...(ready ? {} : unready) },
    { type: 'ContainersReady', status: is(ready), ...(ready ? {} : unready) },
    ...gates.filter(() => ready).map((type): NextCondition => ({ type, status: 'True' })),
  ]
  return withConditions(asObject(object['status']), next, now, { lastProbeTime: null })
}

/** The addresses and the beginning of a pod that a node took. */
export function placed(context: StageContext): JsonObject {
  const { object, now, nodeIP } = context
  const startTime = asString(asObject(object['status'])['startTime'])
  const podIP = context.podIP()
  return {
    hostIP: nodeIP,
    hostIPs: [{ ip: nodeIP }],
    podIP,
    podIPs: [{ ip: podIP }],
    startTime: startTime === '' ? now : startTime,
  }
}
