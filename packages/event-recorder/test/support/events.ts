import type { ObjectReference } from '@rxkube/event-recorder'
import { timestamp, type Event } from '@rxkube/meta'

/** A pod of that name, as a reference. */
export function podNamed(name: string, more: ObjectReference = {}): ObjectReference {
  return { kind: 'Pod', apiVersion: 'v1', namespace: 'default', name, uid: `uid-of-${name}`, ...more }
}

/** An event of core/v1 as a recorder makes it. */
export function eventOf(
  reason: string,
  message: string,
  involvedObject: ObjectReference = podNamed('web-0'),
  more: Partial<Event> = {},
): Event {
  const now = timestamp(0)
  return {
    metadata: { name: `${involvedObject.name}.1`, namespace: involvedObject.namespace ?? 'default' },
    involvedObject,
    reason,
    message,
    source: { component: 'kubelet', host: 'node-1' },
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
    type: 'Normal',
    reportingComponent: 'kubelet',
    reportingInstance: 'node-1',
    ...more,
  }
}
