import { isNotFound } from '@rxkube/client'
import { isNamespaceTerminating, requestKey, type EventRecorderLike, type Request } from '@rxkube/controller'
import { Endpoints, type Cached } from '@rxkube/meta'

import type { EndpointsPlan } from '../decide/endpoints/plan-endpoints.ts'
import { messageOf } from '../errors.ts'
import type { StaleEndpointsTracker } from '../memory/stale-endpoints.ts'
import type { WritingClient } from './writing-client.ts'

/** What writing Endpoints needs besides the plan. */
export interface EndpointsWriter {
  readonly client: WritingClient
  readonly recorder: EventRecorderLike
  readonly stale: StaleEndpointsTracker
}

/** Does the plan for the Endpoints of a Service. `current` are those that the plan was made from. */
export async function writeEndpoints(
  request: Request,
  plan: EndpointsPlan,
  current: Cached<Endpoints> | undefined,
  { client, recorder, stale }: EndpointsWriter,
): Promise<void> {
  if (plan.type === 'none') return
  const { type, endpoints } = plan
  try {
    if (type === 'create') await client.create(Endpoints, endpoints)
    else {
      const updated = await client.update(Endpoints, endpoints)
      // A server that found nothing to change answers with the same version, which the cache may well show for ever.
      if (current && updated.metadata.resourceVersion !== current.metadata.resourceVersion)
        stale.replaced(requestKey(request), current)
    }
  } catch (error) {
    if (type === 'create' && isNamespaceTerminating(error)) return
    const [reason, what] =
      type === 'create'
        ? ['FailedToCreateEndpoint', 'create endpoint for service']
        : ['FailedToUpdateEndpoint', 'update endpoint']
    const message = `Failed to ${what} ${requestKey(request)}: ${messageOf(error)}`
    recorder.recordEvent(endpoints, 'Warning', reason, message)
    throw error
  }
}

/** Deletes the Endpoints of a Service that is gone. */
export async function deleteEndpoints(request: Request, client: WritingClient): Promise<void> {
  try {
    await client.delete(Endpoints, request)
  } catch (error) {
    if (!isNotFound(error)) throw error
  }
}
