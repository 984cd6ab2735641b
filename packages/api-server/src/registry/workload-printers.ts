import { asArray, asNumber, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import { age, humanDuration } from './age.ts'
import { mapText, selectorText } from './selector-text.ts'

type Printer = (object: ApiObject, now: number) => readonly unknown[]

/** The printers of deployments and their like. */
export const workloadPrinters: readonly (readonly [string, Printer])[] = [
  [
    'deployments.apps',
    (object, now) => {
      const { spec, status, number, images } = parts(object)
      return [
        object.metadata.name,
        `${number('readyReplicas')}/${asNumber(spec['replicas'])}`,
        asNumber(status['updatedReplicas']),
        number('availableReplicas'),
        age(object.metadata.creationTimestamp, now),
        ...images,
        selectorText(spec['selector']),
      ]
    },
  ],
  ['replicasets.apps', replicas(selectorText)],
  ['replicationcontrollers', replicas(mapText)],
  [
    'statefulsets.apps',
    (object, now) => {
      const { spec, number, images } = parts(object)
      const ready = `${number('readyReplicas')}/${asNumber(spec['replicas'])}`
      return [object.metadata.name, ready, age(object.metadata.creationTimestamp, now), ...images]
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
        age(object.metadata.creationTimestamp, now),
        ...images,
        selectorText(spec['selector']),
      ]
    },
  ],
  ['jobs.batch', job],
]

function parts(object: ApiObject) {
  const spec = asObject(object['spec'])
  const status = asObject(object['status'])
  const podSpec = asObject(asObject(spec['template'])['spec'])
  const containers = asArray(podSpec['containers']).map(asObject)
  const text = (field: string) => containers.map((each) => asString(each[field])).join(',')
  const number = (field: string) => asNumber(status[field])
  return { spec, status, podSpec, number, images: [text('name'), text('image')] }
}

function replicas(selector: (value: unknown) => string): Printer {
  return (object, now) => {
    const { spec, number, images } = parts(object)
    return [
      object.metadata.name,
      asNumber(spec['replicas']),
      number('replicas'),
      number('readyReplicas'),
      age(object.metadata.creationTimestamp, now),
      ...images,
      selector(spec['selector']),
    ]
  }
}

function job(object: ApiObject, now: number): readonly unknown[] {
  const { spec, status, number, images } = parts(object)
  const { completions, parallelism } = spec
  const done = number('succeeded')
  const wanted = typeof completions === 'number' ? String(completions) : `1 of ${asNumber(parallelism)}`
  return [
    object.metadata.name,
    jobStatus(object, status),
    `${done}/${wanted}`,
    duration(status, now),
    age(object.metadata.creationTimestamp, now),
    ...images,
    selectorText(spec['selector']),
  ]
}

function jobStatus(object: ApiObject, status: JsonObject): string {
  const holds = (wanted: string) =>
    asArray(status['conditions'])
      .map(asObject)
      .some(({ type, status: is }) => type === wanted && is === 'True')
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
