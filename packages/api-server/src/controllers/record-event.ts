import type { Backend } from '../backend.ts'
import { asString, type ApiObject } from '../codec/json.ts'
import { microTime } from '../codec/time.ts'
import type { ServedResource } from '../registry/resource.ts'
import { createObject } from '../verbs/writer.ts'

/** What an event says. */
export interface Happening {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  /** What was done: `Binding`, `Scheduling`. Only events in events.k8s.io's way have one. */
  readonly action?: string
  readonly reportingController: string
  /** Who reports: a node's name, or an instance of a controller. */
  readonly reportingInstance: string
}

/** Writes an Event about an object, as client-go's recorders do. Nothing is written in a namespace that is being deleted. */
export function recordEvent(
  backend: Backend,
  resource: ServedResource,
  object: ApiObject,
  happening: Happening,
): ApiObject | undefined {
  const events = backend.registry.get('', 'v1', 'events')
  const { namespace = '', name = '', uid, resourceVersion } = object.metadata
  // Events of objects that have no namespace are in the one that is always there.
  const where = namespace === '' ? 'default' : namespace
  const there = backend.store.collection('namespaces').get(where)
  if (events === undefined || there?.metadata.deletionTimestamp !== undefined || there === undefined)
    return undefined
  const { type, reason, message, action, reportingController, reportingInstance } = happening
  const now = backend.clock.now()
  const suffix = BigInt(Math.trunc(now)) * 1_000_000n + BigInt(Math.floor(backend.random.next() * 1_000_000))
  const { kind, apiVersion } = resource
  const involvedObject = { kind, namespace, name, uid, apiVersion, resourceVersion }
  const seen = microTime(now).replace(/\.\d+Z$/, 'Z')
  const counted =
    action === undefined
      ? {
          source: { component: reportingController, host: reportingInstance },
          firstTimestamp: seen,
          lastTimestamp: seen,
          count: 1,
          eventTime: null,
        }
      : { eventTime: microTime(now), action }
  const given: ApiObject = {
    metadata: { name: `${name}.${suffix.toString(16)}`, namespace: where },
    involvedObject: Object.fromEntries(
      Object.entries(involvedObject).filter(([, value]) => asString(value) !== ''),
    ),
    reason,
    message,
    type,
    ...counted,
    reportingComponent: reportingController,
    reportingInstance,
  }
  return createObject(backend, events, where, given)
}
