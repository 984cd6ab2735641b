import type { InspectedInformer, Inspection } from './inspection.ts'
import { nodesOf, type Sample, type SampledMetric } from './sampled-metrics.ts'

// client-go's, and what tells a cache of metadata from one of whole objects.
const labelNames = ['name', 'group', 'version', 'resource', 'projection']

// The digits that a number can hold.
const exactDigits = 15

/** The metrics of informers and their handlers, under client-go's names where it has one. */
export const informerMetrics: readonly SampledMetric[] = [
  gauge(
    'informer_queued_items',
    'Deltas that wait between the network and the cache',
    ({ queued }) => queued,
  ),
  gauge(
    'informer_store_resource_version',
    'The 15 least significant digits of the resource version of the cache',
    ({ resourceVersion: { store } }) =>
      /^[0-9]+$/.test(store) ? Number(store.slice(-exactDigits)) : undefined,
  ),
  {
    name: 'informer_pending_notifications',
    help: 'Changes that wait for a handler',
    type: 'gauge',
    labelNames: [...labelNames, 'handler'],
    read: (inspection) => ofHandlers(inspection, ({ backlog }) => backlog),
  },
  {
    name: 'rxkube_informer_dropped_notifications_total',
    help: 'Changes that a full mailbox of a handler gave up',
    type: 'counter',
    labelNames: [...labelNames, 'handler'],
    read: (inspection) => ofHandlers(inspection, ({ dropped }) => dropped),
  },
  gauge('rxkube_informer_objects', 'Objects in the cache', ({ objects }) => objects),
  counter(
    'rxkube_informer_received_bytes_total',
    'Bytes that the watches of the informer received, decompressed',
    ({ bytes }) => bytes,
  ),
  gauge(
    'rxkube_informer_staleness_seconds',
    'Seconds since the last event or bookmark of the informer',
    ({ staleness }) => (staleness === undefined ? undefined : staleness / 1000),
  ),
  gauge('rxkube_informer_synced', '1 when the cache has been full once', ({ synced }) => (synced ? 1 : 0)),
  gauge(
    'rxkube_informer_watching',
    '1 when a watch is open; 0 while it lists, and while it waits to try again',
    ({ phase }) => (phase === 'watching' ? 1 : 0),
  ),
  gauge(
    'rxkube_informer_failed_attempts',
    'Lists and watches that failed since the informer last worked',
    ({ attempts }) => attempts,
  ),
  counter(
    'rxkube_informer_dropped_events_total',
    'Events that changed nothing: older than the cache, or deletions of what was not there',
    ({ dropped }) => dropped,
  ),
  counter(
    'rxkube_informer_quarantined_total',
    'Objects and events that were left out because they do not belong to the collection',
    ({ quarantined }) => quarantined,
  ),
]

type Read = (informer: InspectedInformer) => number | undefined

function gauge(name: string, help: string, read: Read): SampledMetric {
  return { name, help, type: 'gauge', labelNames, read: (inspection) => ofInformers(inspection, read) }
}

function counter(name: string, help: string, read: Read): SampledMetric {
  return { name, help, type: 'counter', labelNames, read: (inspection) => ofInformers(inspection, read) }
}

function* ofInformers(inspection: Inspection, read: Read): Generator<Sample> {
  for (const informer of nodesOf(inspection, 'informer')) {
    const value = read(informer)
    if (value !== undefined) yield [labelsOf(inspection, informer), value]
  }
}

function* ofHandlers(
  inspection: Inspection,
  read: (handler: { readonly backlog: number; readonly dropped: number }) => number,
): Generator<Sample> {
  const informers = new Map(nodesOf(inspection, 'informer').map((informer) => [informer.id, informer]))
  for (const handler of nodesOf(inspection, 'handler')) {
    const informer = informers.get(handler.informer)
    if (informer) yield [{ ...labelsOf(inspection, informer), handler: handler.name }, read(handler)]
  }
}

function labelsOf({ name }: Inspection, informer: InspectedInformer): Record<string, string> {
  const { group, version, resource, projection } = informer
  return { name, group, version, resource, projection }
}
