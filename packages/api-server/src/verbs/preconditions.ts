import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { conflict } from '../status.ts'
import type { DeleteOptions } from './delete-options.ts'

/** Throws a 409 when an object is not the one that a deletion means. */
export function checkPreconditions(
  resource: ServedResource,
  { metadata }: ApiObject,
  { preconditions }: DeleteOptions,
): void {
  const { name = '', uid = '', resourceVersion = '' } = metadata
  if (preconditions.uid !== undefined && preconditions.uid !== uid) {
    const why = `the UID in the precondition (${preconditions.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`
    throw conflict(resource, name, why, resource.kind)
  }
  if (preconditions.resourceVersion !== undefined && preconditions.resourceVersion !== resourceVersion) {
    const asked = preconditions.resourceVersion
    const why = `the ResourceVersion in the precondition (${asked}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`
    throw conflict(resource, name, why, resource.kind)
  }
}
