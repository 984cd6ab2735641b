import { asArray, asNumber, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import { age, humanDuration } from './age.ts'
import { autoscalerCells } from './autoscaler-printer.ts'
import { podCells } from './pod-printer.ts'
import { conditionStatus, containerCells, created, optional, type Printer, type Printers } from './printer.ts'
import { mapText, selectorText } from './selector-text.ts'

/** The printers of deployments and their like. */
export const workloadPrinters: Printers = [
  ['pods', podCells],
  [
    'podtemplates',
    (object) => {
      const { metadata, spec } = asObject(object['template'])
      return [object.metadata.name, ...containerCells(spec), mapText(asObject(metadata)['labels'])]
    },
  ],
  [
    'deployments.apps',
    (object, now) => {
      const { spec, number, images } = parts(object)
      return [
        object.metadata.name,
        `${number('readyReplicas')}/${asNumber(spec['replicas'])}`,
        number('updatedReplicas'),
        number('availableReplicas'),
        created(object, now),
        ...images,
        selectorText(spec['selector']),
      ]
    },
  ],
  ['replicasets.apps', replicas(selectorText)],
  ['replicationcontrollers', replicas(mapText)],
  [
    'controllerrevisions.apps',
    (object, now) => {
      const owner = object.metadata.ownerReferences?.find(({ controller }) => controller === true)
      const [group = ''] = owner?.apiVersion.includes('/') ? owner.apiVersion.split('/') : []
      const kind = `${owner?.kind}${group === '' ? '' : `.${group}`}`.toLowerCase()
      const shown = owner === undefined ? '<none>' : `${kind}/${owner.name}`
      return [object.metadata.name, shown, asNumber(object['revision']), created(object, now)]
    },
  ],
  [
    'statefulsets.apps',
    (object, now) => {
      const { spec, number, images } = parts(object)
      const ready = `${number('readyReplicas')}/${asNumber(spec['replicas'])}`
      return [object.metadata.name, ready, created(object, now), ...images]
    },
  ],
  [
    'daemonsets.apps',
    (object, now) => {
      const { spec, number, images, podSpec } = parts(object)
      return [
        object.metadata.name,
        number('desiredNumberScheduled'),
        number('currentNumberScheduled'),
        number('numberReady'),
        number('updatedNumberScheduled'),
        number('numberAvailable'),
        mapText(podSpec['nodeSelector']),
        created(object, now),
        ...images,
        selectorText(spec['selector']),
      ]
    },
  ],
  ['jobs.batch', job],
  [
    'cronjobs.batch',
    (object, now) => {
      const spec = asObject(object['spec'])
      const { lastScheduleTime, active } = asObject(object['status'])
      const { template, selector } = asObject(asObject(spec['jobTemplate'])['spec'])
      const { suspend } = spec
      return [
        object.metadata.name,
        asString(spec['schedule']),
        optional(spec['timeZone'], '<none>'),
        typeof suspend === 'boolean' ? (suspend ? 'True' : 'False') : '<unset>',
        asArray(active).length,
        lastScheduleTime === undefined ? '<none>' : age(lastScheduleTime, now),
        created(object, now),
        ...containerCells(asObject(template)['spec']),
        selectorText(selector),
      ]
    },
  ],
  ['horizontalpodautoscalers.autoscaling', autoscalerCells],
]

function parts(object: ApiObject) {
  const spec = asObject(object['spec'])
  const status = asObject(object['status'])
  const podSpec = asObject(asObject(spec['template'])['spec'])
  const number = (field: string) => asNumber(status[field])
  return { spec, status, podSpec, number, images: containerCells(podSpec) }
}

function replicas(selector: (value: unknown) => string): Printer {
  return (object, now) => {
    const { spec, number, images } = parts(object)
    return [
      object.metadata.name,
      asNumber(spec['replicas']),
      number('replicas'),
      number('readyReplicas'),
      created(object, now),
      ...images,
      selector(spec['selector']),
    ]
  }
}

function job(object: ApiObject, now: number): readonly unknown[] {
  const { spec, status, number, images } = parts(object)
  const { completions } = spec
  const parallelism = asNumber(spec['parallelism'])
  const several = parallelism > 1 ? `1 of ${parallelism}` : '1'
  return [
    object.metadata.name,
    jobStatus(object, status),
    `${number('succeeded')}/${optional(completions, several)}`,
    duration(status, now),
    created(object, now),
    ...images,
    selectorText(spec['selector']),
  ]
}

function jobStatus(object: ApiObject, status: JsonObject): string {
  const holds = (wanted: string) => conditionStatus(status, wanted) === 'True'
  if (holds('Complete')) return 'Complete'
  if (holds('Failed')) return 'Failed'
  if (object.metadata.deletionTimestamp !== undefined) return 'Terminating'
  if (holds('Suspended')) return 'Suspended'
  return holds('FailureTarget') ? 'FailureTarget' : 'Running'
}

function duration(status: JsonObject, now: number): string {
  const started = Date.parse(asString(status['startTime']))
  if (Number.isNaN(started)) return ''
  const ended = Date.parse(asString(status['completionTime']))
  return humanDuration((Number.isNaN(ended) ? now : ended) - started)
}
