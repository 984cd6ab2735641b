import { asNumber, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import { created, objects, optional } from './printer.ts'

/** The cells of an autoscaler's row; it is stored as autoscaling/v2 has it. */
export function autoscalerCells(object: ApiObject, now: number): readonly unknown[] {
  const { scaleTargetRef, minReplicas, maxReplicas, metrics } = asObject(object['spec'])
  const { currentReplicas, currentMetrics } = asObject(object['status'])
  const { kind, name } = asObject(scaleTargetRef)
  return [
    object.metadata.name,
    `${asString(kind)}/${asString(name)}`,
    targets(objects(metrics), objects(currentMetrics)),
    optional(minReplicas, '<unset>'),
    asNumber(maxReplicas),
    asNumber(currentReplicas),
    created(object, now),
  ]
}

function targets(metrics: readonly JsonObject[], statuses: readonly JsonObject[]): string {
  if (metrics.length === 0) return '<none>'
  const all = metrics.map((metric, at) => target(metric, statuses[at] ?? {}))
  const shown = all.slice(0, 2).join(', ')
  return all.length > 2 ? `${shown} + ${all.length - 2} more...` : shown
}

const sources = new Map([
  ['External', 'external'],
  ['Pods', 'pods'],
  ['Object', 'object'],
  ['Resource', 'resource'],
  ['ContainerResource', 'containerResource'],
])

function target(metric: JsonObject, status: JsonObject): string {
  const type = asString(metric['type'])
  const source = sources.get(type)
  if (source === undefined) return '<unknown type>'
  const { name, target: wanted } = asObject(metric[source])
  const { averageValue, averageUtilization, value } = asObject(wanted)
  const current = asObject(asObject(status[source])['current'])
  const now = (field: string) => optional(current[field], '<unknown>')
  if (type === 'Pods') return `${now('averageValue')}/${optional(averageValue, '<nil>')}`
  if (type === 'External' || type === 'Object') {
    if (averageValue !== undefined) return `${now('averageValue')}/${optional(averageValue, '')} (avg)`
    return `${now('value')}/${optional(value, '<nil>')}`
  }
  if (averageValue !== undefined) {
    return `${asString(name)}: ${now('averageValue')}/${optional(averageValue, '')}`
  }
  const percent = (of: unknown, absent: string) => (typeof of === 'number' ? `${of}%` : absent)
  const used = percent(current['averageUtilization'], '<unknown>')
  return `${asString(name)}: ${used}/${percent(averageUtilization, '<auto>')}`
}
