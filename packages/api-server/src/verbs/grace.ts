import { asNumber, asObject, asString, type ApiObject } from '../codec/json.ts'

/** The grace that a pod gets: what was asked for or its own, none where nothing runs that could use it. */
export function graceOf(pod: ApiObject, asked: number | undefined): number {
  const spec = asObject(pod['spec'])
  const own = spec['terminationGracePeriodSeconds']
  const phase = asString(asObject(pod['status'])['phase'])
  if (asString(spec['nodeName']) === '' || phase === 'Succeeded' || phase === 'Failed') return 0
  const grace = asked ?? (typeof own === 'number' ? asNumber(own) : 30)
  return grace < 0 ? 1 : grace
}

/** When a pod whose deletion is under way is to be gone after a grace of `grace`; undefined when that is no sooner. */
export function shortened({ metadata }: ApiObject, grace: number | undefined): number | undefined {
  const { deletionTimestamp = '', deletionGracePeriodSeconds = 0 } = metadata
  if (grace === undefined || grace >= deletionGracePeriodSeconds) return undefined
  return Date.parse(deletionTimestamp) - (deletionGracePeriodSeconds - Math.max(0, grace)) * 1000
}
