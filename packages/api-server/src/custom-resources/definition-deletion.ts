import { collectionOf, nowOf, type Backend } from '../backend.ts'
import { asObject, type ApiObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import type { ServedResource } from '../registry/resource.ts'
import { withCondition } from './definition-conditions.ts'
import { cleanupFinalizer } from './definition.ts'

/** Marks a definition as terminating: it goes once its resources have. What is terminating already stays as it is. */
export function terminateDefinition(
  backend: Backend,
  resource: ServedResource,
  object: ApiObject,
  dryRun: boolean,
): ApiObject {
  const { metadata } = object
  if (metadata.deletionTimestamp !== undefined) return object
  const now = nowOf(backend)
  const finalizers = metadata.finalizers ?? []
  const after: ApiObject = {
    ...object,
    metadata: arrange({
      ...metadata,
      deletionTimestamp: now,
      finalizers: finalizers.includes(cleanupFinalizer) ? [...finalizers] : [...finalizers, cleanupFinalizer],
    }),
    status: withCondition(
      asObject(object['status']),
      {
        type: 'Terminating',
        status: 'True',
        reason: 'InstanceDeletionPending',
        message: 'CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon',
      },
      now,
    ),
  }
  return dryRun ? after : collectionOf(backend, resource).set(metadata.name ?? '', after)
}
