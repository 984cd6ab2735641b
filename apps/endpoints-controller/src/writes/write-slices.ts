import { isNotFound } from '@rxkube/client'
import { isNamespaceTerminating, requestKey, type Request } from '@rxkube/controller'
import { deepCopy, EndpointSlice, type Cached, type Service } from '@rxkube/meta'

import type { SliceWrites } from '../decide/slices/recycle.ts'
import type { Slice } from '../decide/slices/slice.ts'
import { withTriggerTime } from '../decide/trigger-time.ts'
import { SliceWriteError } from '../errors.ts'
import type { SliceTracker } from '../memory/slice-tracker.ts'
import type { EndpointSliceMetrics } from '../slice-metrics.ts'
import type { WritingClient } from './writing-client.ts'

/** What writing slices needs besides the plan. */
export interface SliceWriter {
  readonly request: Request
  readonly client: WritingClient
  readonly tracker: SliceTracker
  readonly metrics: EndpointSliceMetrics | undefined
  /** For the annotation, in milliseconds since 1970. */
  readonly triggerTime: number | undefined
}

/**
 * Creates, updates and deletes slices, in this order; the first error ends it, as a SliceWriteError. Nothing is created for
 * a Service that is being deleted, or the garbage collector's work would begin anew. Says whether all of it was done: a
 * namespace that is being deleted takes no new slices.
 */
export async function writeSlices(
  service: Cached<Service>,
  writes: SliceWrites,
  writer: SliceWriter,
): Promise<boolean> {
  const { request, client, tracker, metrics, triggerTime } = writer
  const key = requestKey(request)
  if (service.metadata.deletionTimestamp === undefined) {
    for (const slice of writes.create) {
      try {
        tracker.update(await client.create(EndpointSlice, annotated(slice, triggerTime)))
      } catch (error) {
        if (isNamespaceTerminating(error)) return false
        throw new SliceWriteError('create', '', key, error)
      }
      metrics?.change('create')
    }
  }
  for (const slice of writes.update) {
    try {
      tracker.update(await client.update(EndpointSlice, annotated(slice, triggerTime)))
    } catch (error) {
      throw new SliceWriteError('update', slice.metadata.name ?? '', key, error)
    }
    metrics?.change('update')
  }
  for (const slice of writes.delete) await deleteSlice(slice, writer)
  return true
}

/** Deletes a slice, which may be gone already. Throws a SliceWriteError. */
export async function deleteSlice(
  slice: Slice,
  { request, client, tracker, metrics }: SliceWriter,
): Promise<void> {
  const { namespace = '', name = '' } = slice.metadata
  try {
    await client.delete(EndpointSlice, { namespace, name })
  } catch (error) {
    if (isNotFound(error)) return
    throw new SliceWriteError('delete', name, requestKey(request), error)
  }
  tracker.expectDeletion(slice)
  metrics?.change('delete')
}

function annotated(slice: Slice, triggerTime: number | undefined): EndpointSlice {
  const copy = deepCopy(slice)
  copy.metadata.annotations = withTriggerTime(copy.metadata.annotations, triggerTime)
  return copy
}
