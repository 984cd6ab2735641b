import type { JsonObject } from '../codec/json.ts'
import {
  becameReady,
  crashed,
  created,
  ended,
  failed,
  initContainerMoved,
  restartDelay,
  restarted,
  timeToEnd,
} from './pod-transitions.ts'
import type { Stage, StageContext, StageDelay, StageMatchExpression, StageNext } from './stage.ts'

const alive: StageMatchExpression = { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' }
const phase = (...values: string[]): StageMatchExpression => ({
  key: '.status.phase',
  operator: 'In',
  values,
})
const condition = (type: string, operator: 'In' | 'NotIn'): StageMatchExpression => ({
  key: `.status.conditions.[] | select( .type == "${type}" ) | .status`,
  operator,
  values: ['True'],
})
const backingOff = '.status.containerStatuses.[].state.waiting.reason'

/** Delays that a pod's annotations may change, as kwok's do: `<stage>.stage.kwok.x-k8s.io/delay` and `/jitter-delay`. */
function delays(name: string, duration: number, jitter: number): StageDelay {
  const annotation = (which: string) => ({
    expressionFrom: `.metadata.annotations["${name}.stage.kwok.x-k8s.io/${which}"]`,
  })
  return {
    durationMilliseconds: duration,
    durationFrom: annotation('delay'),
    jitterDurationMilliseconds: jitter,
    jitterDurationFrom: annotation('jitter-delay'),
  }
}

function podStage(
  name: string,
  matchExpressions: readonly StageMatchExpression[],
  delay: StageDelay | undefined,
  next: StageNext,
  more: { readonly matchLabels?: Readonly<Record<string, string>>; readonly weight?: number } = {},
): Stage {
  const { matchLabels, weight = 1 } = more
  const resourceRef = { apiGroup: 'v1', kind: 'Pod' }
  return {
    metadata: { name },
    spec: { resourceRef, selector: { matchLabels, matchExpressions }, weight, delay, next },
  }
}

const status = (template: (context: StageContext) => JsonObject): StageNext => ({
  patches: [{ type: 'merge', subresource: 'status', root: 'status', template }],
})

const labelled = (name: string) => ({
  matchLabels: { [`${name}.stage.kwok.x-k8s.io`]: 'true' },
  weight: 10_000,
})

/**
 * How pods live on fake nodes: created, initialized container by container, ready, done when a Job owns them, gone when
 * they are deleted. Labels make them crash (`pod-crash.stage.kwok.x-k8s.io: "true"`) or fail
 * (`pod-container-running-failed.stage.kwok.x-k8s.io: "true"`).
 */
export const podStages: readonly Stage[] = [
  podStage(
    'pod-create',
    [alive, phase('Pending'), { key: '.status.podIP', operator: 'DoesNotExist' }],
    undefined,
    status(created),
  ),
  podStage(
    'pod-init-container',
    [
      alive,
      phase('Pending'),
      { key: '.status.podIP', operator: 'Exists' },
      { key: '.spec.initContainers.[].name', operator: 'Exists' },
      condition('Initialized', 'NotIn'),
    ],
    delays('pod-init-container', 500, 1000),
    status(initContainerMoved),
  ),
  podStage(
    'pod-ready',
    [alive, phase('Pending'), { key: '.status.podIP', operator: 'Exists' }, condition('Initialized', 'In')],
    delays('pod-ready', 1000, 2000),
    status(becameReady),
  ),
  podStage(
    'pod-complete',
    [
      alive,
      phase('Running'),
      condition('Ready', 'In'),
      { key: '.metadata.ownerReferences.[].kind', operator: 'In', values: ['Job'] },
    ],
    delays('pod-complete', 1000, 5000),
    status((context) => ended(context, 'Succeeded', 0, 'Completed')),
  ),
  podStage(
    'pod-container-running-failed',
    [alive, phase('Running')],
    delays('pod-container-running-failed', 1000, 1000),
    status(failed),
    labelled('pod-container-running-failed'),
  ),
  podStage(
    'pod-crash',
    [alive, phase('Running'), { key: backingOff, operator: 'NotIn', values: ['CrashLoopBackOff'] }],
    delays('pod-crash', 1000, 1000),
    {
      event: {
        type: 'Warning',
        reason: 'BackOff',
        message:
          'Back-off restarting failed container in pod {{ .metadata.name }}_{{ .metadata.namespace }}({{ .metadata.uid }})',
      },
      ...status(crashed),
    },
    labelled('pod-crash'),
  ),
  podStage(
    'pod-restart',
    [alive, phase('Running'), { key: backingOff, operator: 'In', values: ['CrashLoopBackOff'] }],
    { durationFrom: restartDelay },
    status(restarted),
    { weight: 10_000 },
  ),
  podStage(
    'pod-terminate',
    [
      { key: '.metadata.deletionTimestamp', operator: 'Exists' },
      { key: '.metadata.deletionGracePeriodSeconds', operator: 'NotIn', values: ['0'] },
      phase('Running'),
    ],
    { durationFrom: timeToEnd },
    status((context) => ended(context, 'Succeeded', 0, 'Completed')),
  ),
  podStage(
    'pod-delete',
    [
      { key: '.metadata.deletionTimestamp', operator: 'Exists' },
      { key: '.metadata.deletionGracePeriodSeconds', operator: 'NotIn', values: ['0'] },
      { key: '.status.phase', operator: 'NotIn', values: ['Running'] },
    ],
    undefined,
    { delete: true },
  ),
]
