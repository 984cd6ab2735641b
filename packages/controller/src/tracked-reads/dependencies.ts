import type { Cached, KubernetesObject, LabelSelector } from '@rxkube/meta'

/** What a run has read: one object, a list, or what an index has under a value. */
export type Read =
  | { readonly by: 'key'; readonly key: string }
  | { readonly by: 'list'; readonly namespace: string; readonly selector: LabelSelector | undefined }
  | { readonly by: 'index'; readonly index: string; readonly value: string }

/** A change of an object: what it was, if it was, and what it is, if it is. */
export interface ObjectChange {
  readonly key: string
  readonly before: Cached<KubernetesObject> | undefined
  readonly object: Cached<KubernetesObject> | undefined
}

/** The values that an index has for an object. */
export type IndexValues = (index: string, object: Cached<KubernetesObject>) => readonly string[]

interface Entry {
  readonly read: Read
  readonly requests: Set<string>
}

/** Which requests have read what of one cache, found by what changes there. */
export class Dependencies {
  readonly #byId = new Map<string, Entry>()
  readonly #lists = new Set<Entry>()
  readonly #indices = new Set<string>()

  /** A request has read this; returns what `remove` wants. */
  add(request: string, read: Read): string {
    const id = idOf(read)
    let entry = this.#byId.get(id)
    if (!entry) {
      entry = { read, requests: new Set() }
      this.#byId.set(id, entry)
      if (read.by === 'list') this.#lists.add(entry)
      if (read.by === 'index') this.#indices.add(read.index)
    }
    entry.requests.add(request)
    return id
  }

  /** The request does not read it any more. */
  remove(request: string, id: string): void {
    const entry = this.#byId.get(id)
    if (!entry) return
    entry.requests.delete(request)
    if (entry.requests.size > 0) return
    this.#byId.delete(id)
    this.#lists.delete(entry)
  }

  /** The requests whose reads would have another answer now. */
  touchedBy(change: ObjectChange, valuesOf: IndexValues): ReadonlySet<string> {
    const touched = new Set<string>()
    const take = (entry: Entry | undefined) => {
      for (const request of entry?.requests ?? []) touched.add(request)
    }
    take(this.#byId.get(idOf({ by: 'key', key: change.key })))
    for (const object of [change.before, change.object]) {
      if (!object) continue
      for (const entry of this.#lists)
        if (entry.read.by === 'list' && contains(entry.read, object)) take(entry)
      for (const index of this.#indices) {
        for (const value of valuesOf(index, object)) take(this.#byId.get(idOf({ by: 'index', index, value })))
      }
    }
    return touched
  }
}

function contains(
  { namespace, selector }: Extract<Read, { by: 'list' }>,
  object: Cached<KubernetesObject>,
): boolean {
  if (namespace !== '' && object.metadata?.namespace !== namespace) return false
  return selector?.matches(object.metadata?.labels) ?? true
}

function idOf(read: Read): string {
  if (read.by === 'key') return `key ${read.key}`
  if (read.by === 'list') return `list ${read.namespace} ${read.selector?.toString() ?? ''}`
  return JSON.stringify([read.index, read.value])
}
