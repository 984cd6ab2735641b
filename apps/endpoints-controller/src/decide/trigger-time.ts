import { findCondition, timestamp, type Cached, type Pod, type Service } from '@rxkube/meta'

import { triggerTimeAnnotation } from '../well-known.ts'

/** What was seen of a Service at its last sync; in milliseconds since 1970. */
export interface TriggerTimes {
  readonly service: number | undefined
  readonly pods: ReadonlyMap<string, number>
}

/**
 * When the change happened that a sync writes down: the earliest time that is newer than at the last sync, or
 * undefined when none is. The first sync of a Service gives the Service's creation.
 */
export function triggerTime(
  last: TriggerTimes | undefined,
  service: Cached<Service>,
  pods: readonly Cached<Pod>[],
): { readonly time: number | undefined; readonly seen: TriggerTimes } {
  const created = milliseconds(service.metadata.creationTimestamp)
  const times = new Map<string, number>()
  let earliest = Infinity
  for (const { metadata, status } of pods) {
    const time = milliseconds(findCondition(status?.conditions, 'Ready')?.lastTransitionTime)
    if (time === undefined || metadata.name === undefined) continue
    times.set(metadata.name, time)
    if (time > (last?.pods.get(metadata.name) ?? -Infinity)) earliest = Math.min(earliest, time)
  }
  if (created !== undefined && created > (last?.service ?? -Infinity)) earliest = Math.min(earliest, created)
  const changed = earliest === Infinity ? undefined : earliest
  return { time: last ? changed : created, seen: { service: created, pods: times } }
}

/** Annotations with the trigger time in them, or without it when there is none. */
export function withTriggerTime(
  annotations: Readonly<Record<string, string>> | undefined,
  time: number | undefined,
): Record<string, string> {
  const { [triggerTimeAnnotation]: _before, ...others } = annotations ?? {}
  return time === undefined ? others : { ...others, [triggerTimeAnnotation]: timestamp(time) }
}

function milliseconds(time: string | null | undefined): number | undefined {
  const parsed = time ? Date.parse(time) : Number.NaN
  return Number.isNaN(parsed) ? undefined : parsed
}
