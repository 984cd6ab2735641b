import { setOwn, type ApiObject } from '../codec/json.ts'
import type { Conversion } from './resource.ts'

/** Fields of events.k8s.io/v1 and what core/v1, which the store holds, calls them; in the order of each. */
const pairs: readonly (readonly [view: string, storage: string])[] = [
  ['eventTime', 'eventTime'],
  ['series', 'series'],
  ['reportingController', 'reportingComponent'],
  ['reportingInstance', 'reportingInstance'],
  ['action', 'action'],
  ['reason', 'reason'],
  ['regarding', 'involvedObject'],
  ['related', 'related'],
  ['note', 'message'],
  ['type', 'type'],
  ['deprecatedSource', 'source'],
  ['deprecatedFirstTimestamp', 'firstTimestamp'],
  ['deprecatedLastTimestamp', 'lastTimestamp'],
  ['deprecatedCount', 'count'],
]
const storageOrder = [
  'involvedObject',
  'reason',
  'message',
  'source',
  'firstTimestamp',
  'lastTimestamp',
  'count',
  'type',
  'eventTime',
  'series',
  'action',
  'related',
  'reportingComponent',
  'reportingInstance',
]
const viewOf = new Map(pairs.map(([view, storage]) => [storage, view]))

/** Events are one set of objects that two groups show. */
export const eventConversion: Conversion = {
  toStorage(object) {
    const stored: ApiObject = { metadata: object.metadata }
    for (const storage of storageOrder) {
      const value = object[viewOf.get(storage) ?? storage]
      if (value !== undefined) setOwn(stored, storage, value)
    }
    return stored
  },
  fromStorage(object) {
    const shown: ApiObject = { metadata: object.metadata }
    for (const [view, storage] of pairs) {
      const value = object[storage]
      if (value !== undefined) setOwn(shown, view, value)
    }
    return shown
  },
}
