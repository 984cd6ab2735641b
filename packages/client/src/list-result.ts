import type { ListMeta } from '@rxkube/meta'
import { InvalidListError } from './errors/errors.ts'
import type { ListPart } from './lister-watcher.ts'

/** A list, or a page of one. */
export interface ListResult<T> {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata: ListMeta
  readonly items: T[]
}

/** Puts the parts of one LIST together. Throws an `InvalidListError` when they have no end, or were a Table. */
export async function gatherList<T>(parts: AsyncIterable<ListPart<T>>): Promise<ListResult<T>> {
  const items: T[] = []
  for await (const part of parts) {
    if (part.type === 'items') {
      for (const item of part.items) items.push(item)
      continue
    }
    if (part.kind === 'Table') throw new InvalidListError('kind', 'its kind is "Table"', 0)
    const { apiVersion, kind, metadata } = part
    return {
      ...(apiVersion !== undefined && { apiVersion }),
      ...(kind !== undefined && { kind }),
      metadata,
      items,
    }
  }
  throw new InvalidListError('truncated', 'it has no end', 0)
}
