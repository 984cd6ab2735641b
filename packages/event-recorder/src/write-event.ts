import { isNotFound } from '@rxkube/client'
import type { KubernetesObject, ObjectMeta } from '@rxkube/meta'
import type { EventSink } from './event-sink.ts'

/** Patches an event that is there already, or creates it: also when the server has forgotten it meanwhile. */
export async function writeEvent<T extends KubernetesObject>(
  sink: EventSink<T>,
  event: T,
  patch: object | undefined,
  signal: AbortSignal,
): Promise<T> {
  if (patch) {
    try {
      return await sink.patch(event, patch, { signal })
    } catch (error) {
      if (!isNotFound(error)) throw error
    }
  }
  return sink.create({ ...event, metadata: asNew(event.metadata) }, { signal })
}

/** Without what a server sets: an object with a version is no new one. */
function asNew({ name, namespace, labels, annotations }: ObjectMeta = {}): ObjectMeta {
  return {
    ...(name !== undefined && { name }),
    ...(namespace !== undefined && { namespace }),
    ...(labels && { labels }),
    ...(annotations && { annotations }),
  }
}
