import { requestKey, type EventRecorderLike, type Reconciler } from '@rxkube/controller'
import { EndpointSlice, Node, Pod, type Cached, type Service } from '@rxkube/meta'

import { hintsModeOf } from './decide/hints/plan-hints.ts'
import type { AddressTypePlan } from './decide/slices/plan-address-type.ts'
import { planSlices, type SlicesPlan } from './decide/slices/plan-slices.ts'
import { isManaged } from './decide/services.ts'
import { aggregate, messageOf, MissingNodeError, StaleCacheError } from './errors.ts'
import type { SliceMemory } from './memory/slice-memory.ts'
import type { EndpointSliceMetrics } from './slice-metrics.ts'
import { selectedPods, serviceIndex } from './watches/caches.ts'
import { deleteSlice, writeSlices, type SliceWriter } from './writes/write-slices.ts'

/** What syncs share. */
export interface SliceSyncParts {
  readonly memory: SliceMemory
  readonly recorder: EventRecorderLike
  readonly metrics: EndpointSliceMetrics | undefined
  readonly maxEndpointsPerSlice: number
}

/** Brings the slices of one Service to where its pods are. */
export function syncSlices(parts: SliceSyncParts): Reconciler<Service> {
  const { memory, metrics, recorder } = parts
  return async (request, context) => {
    const { object: service, client } = context
    const key = requestKey(request)
    if (!service) {
      // The slices are left to the garbage collector: they are owned by what is gone.
      memory.deleteService(key)
      metrics?.totals(memory.counts.totals)
      return
    }
    if (!isManaged(service)) return
    const slices = context.lister(EndpointSlice).byIndex(serviceIndex, key)
    if (memory.tracker.isStale(key, slices)) {
      metrics?.sync('stale')
      memory.tracker.waitFor(key)
      throw new StaleCacheError('endpointslices', key)
    }
    const pods = selectedPods(context.lister(Pod), service)
    const nodes = context.lister(Node)
    const plan = planSlices({
      service,
      pods,
      existing: slices.filter(({ metadata }) => metadata.deletionTimestamp === undefined),
      nodeOf: (name) => nodes.getByKey(name),
      maxEndpointsPerSlice: parts.maxEndpointsPerSlice,
      topology: memory.topology.topologyFor(key),
    })
    const triggerTime = memory.triggerTimes.next(key, service, pods)
    const { tracker } = memory
    const failure = await write(service, plan, parts, { request, client, tracker, metrics, triggerTime })
    metrics?.sync(failure ? 'error' : 'success')
    if (!failure) return
    const message = `Error updating Endpoint Slices for Service ${key}: ${messageOf(failure)}`
    recorder.recordEvent(reference(service), 'Warning', 'FailedToUpdateEndpointSlices', message)
    throw failure
  }
}

/** Does all of the plan that can be done, and gives what went wrong. */
async function write(
  service: Cached<Service>,
  { types, unsupported }: SlicesPlan,
  { memory, recorder, metrics }: SliceSyncParts,
  writer: SliceWriter,
): Promise<Error | undefined> {
  const key = requestKey(writer.request)
  const mode = hintsModeOf(service)
  const groups = types.flatMap((type) => type.groups)
  memory.counts.update(key, groups, mode === 'PreferClose' ? mode : undefined)
  metrics?.totals(memory.counts.totals)
  const failures: Error[] = []
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      failures.push(error instanceof Error ? error : new Error(messageOf(error), { cause: error }))
    }
  }
  for (const { addressType } of unsupported) memory.topology.remember(key, addressType, undefined)
  for (const plan of types) {
    failures.push(...plan.missing.map(({ pod, node }) => new MissingNodeError(pod, node, key)))
    memory.topology.remember(key, plan.addressType, plan.hints)
    metrics?.endpointsAdded(plan.added)
    metrics?.endpointsRemoved(plan.removed)
    await attempt(async () => {
      if (!(await writeSlices(service, plan, writer))) return
      metrics?.slicesChanged(changes(plan), {
        topology: mode === 'Auto' ? 'Auto' : 'Disabled',
        trafficDistribution: mode === 'PreferClose' ? mode : '',
      })
    })
    for (const { type, reason, message } of plan.events)
      recorder.recordEvent(reference(service), type, reason, message)
  }
  for (const slice of unsupported) await attempt(() => deleteSlice(slice, writer))
  return aggregate(failures)
}

function changes(plan: AddressTypePlan): number {
  return plan.create.length + plan.update.length + plan.delete.length
}

/** The Service as events refer to it; objects of a cache do not say their kind. */
function reference({ metadata }: Cached<Service>): Cached<Service> {
  return { apiVersion: 'v1', kind: 'Service', metadata }
}
