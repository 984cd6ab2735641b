import type { OwnerReference } from '@rxkube/meta'
import type { ApiObject } from '../codec/json.ts'
import type { StoreEvent } from '../store/history.ts'

/** Where an object is: its collection and its key in it. */
export interface Place {
  readonly collection: string
  readonly key: string
}

export const placeText = ({ collection, key }: Place): string => `${collection} ${key}`

export function placeOf(text: string): Place {
  const space = text.indexOf(' ')
  return { collection: text.slice(0, space), key: text.slice(space + 1) }
}

/** Which objects name which uid as an owner of theirs. */
export class DependencyGraph {
  readonly #dependents = new Map<string, Set<string>>()

  /** Follows a write. */
  apply(collection: string, { type, key, object, previous }: StoreEvent): void {
    const place = placeText({ collection, key })
    const now = new Set(type === 'DELETED' ? [] : owners(object).map(({ uid }) => uid))
    for (const { uid } of owners(previous)) if (!now.has(uid)) this.#remove(uid, place)
    for (const uid of now) this.#add(uid, place)
  }

  /** Those that name a uid as an owner. */
  dependents(uid: string): readonly Place[] {
    return [...(this.#dependents.get(uid) ?? [])].map(placeOf)
  }

  #add(uid: string, place: string): void {
    const places = this.#dependents.get(uid) ?? new Set()
    this.#dependents.set(uid, places)
    places.add(place)
  }

  #remove(uid: string, place: string): void {
    const places = this.#dependents.get(uid)
    places?.delete(place)
    if (places?.size === 0) this.#dependents.delete(uid)
  }
}

export function owners(object: ApiObject | undefined): readonly OwnerReference[] {
  return object?.metadata.ownerReferences ?? []
}
