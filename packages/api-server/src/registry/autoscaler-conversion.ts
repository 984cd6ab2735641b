import { asArray, asNumber, asObject, asString, isObject, type JsonObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import type { Conversion } from './resource.ts'

const prefix = 'autoscaling.alpha.kubernetes.io/'

/** Autoscalers are stored as autoscaling/v2 has them; v1 has a field for the CPU alone, and annotations for the rest. */
export const autoscalerConversion: Conversion = {
  toStorage(object) {
    const { targetCPUUtilizationPercentage: percent, ...spec } = asObject(object['spec'])
    const { annotations = {} } = object.metadata
    const others = parsed(annotations[`${prefix}metrics`])
    const cpu = typeof percent === 'number' ? [cpuMetric(percent)] : []
    const metrics = [...cpu, ...asArray(others)]
    const behavior = parsed(annotations[`${prefix}behavior`])
    return {
      ...object,
      metadata: arrange({ ...object.metadata, annotations: withoutOurs(annotations) }),
      spec: {
        ...spec,
        ...(metrics.length === 0 ? {} : { metrics }),
        ...(isObject(behavior) ? { behavior } : {}),
      },
    }
  },
  fromStorage(object) {
    const { metrics, behavior, ...spec } = asObject(object['spec'])
    const { conditions, currentMetrics, ...status } = asObject(object['status'])
    const percent = asArray(metrics).map(cpuPercent).find(isNumber)
    const others = asArray(metrics).filter((metric) => cpuPercent(metric) === undefined)
    const annotations = { ...object.metadata.annotations }
    const note = (name: string, value: unknown) => {
      if (value !== undefined && asArray(value).length + Object.keys(asObject(value)).length > 0) {
        annotations[`${prefix}${name}`] = JSON.stringify(value)
      }
    }
    note('behavior', behavior)
    note('conditions', conditions)
    note('current-metrics', currentMetrics)
    note('metrics', others)
    return {
      ...object,
      metadata: arrange({
        ...object.metadata,
        annotations: Object.keys(annotations).length === 0 ? undefined : annotations,
      }),
      spec: { ...spec, ...(percent === undefined ? {} : { targetCPUUtilizationPercentage: percent }) },
      status: { currentReplicas: 0, desiredReplicas: 0, ...status },
    }
  },
}

function cpuMetric(averageUtilization: number): JsonObject {
  return { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } }
}

function cpuPercent(metric: unknown): number | undefined {
  const { name, target } = asObject(asObject(metric)['resource'])
  const { type, averageUtilization } = asObject(target)
  return asString(name) === 'cpu' && type === 'Utilization' ? asNumber(averageUtilization) : undefined
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined
}

function withoutOurs(annotations: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const kept = Object.entries(annotations).filter(([key]) => !key.startsWith(prefix))
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    // Whatever is there was not written by a server: it counts as nothing.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
