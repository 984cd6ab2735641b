import type { Cached, Service } from '@rxkube/meta'

import { isOwnedByService, type Slice } from './slice.ts'

/** Slices to write and to delete. */
export interface SliceWrites {
  readonly create: readonly Slice[]
  readonly update: readonly Slice[]
  readonly delete: readonly Slice[]
}

/**
 * Lets new slices take the names of those that would be deleted: one write instead of two, and no gap. Slices that belong
 * to a former Service of the same name are left to the garbage collector's rivals, so only own ones are taken over.
 */
export function recycle(writes: SliceWrites, service: Cached<Service>): SliceWrites {
  const create = [...writes.create]
  const update = [...writes.update]
  const deletes: Slice[] = []
  for (const old of writes.delete) {
    const fresh = create.at(-1)
    const fits = fresh?.addressType === old.addressType && isOwnedByService(old, service.metadata.uid)
    if (fresh && fits) {
      create.pop()
      const { name } = old.metadata
      update.push({ ...fresh, metadata: { ...fresh.metadata, ...(name === undefined ? {} : { name }) } })
    } else deletes.push(old)
  }
  return { create, update, delete: deletes }
}
