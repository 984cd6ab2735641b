import type { ApiObject } from '../codec/json.ts'
import type { StoreEvent } from './history.ts'

export type Listener = (event: StoreEvent) => void

/** Which events a listener wants: those of a key, of a namespace (`ns/`) or of all (``), and of these those with a value. */
export interface Scope {
  readonly prefix: string
  /** Only events of objects that have this value, or had it before. The same `read` is shared by those who share a field. */
  readonly value?: { readonly read: (object: ApiObject) => string; readonly is: string }
}

interface Group {
  /** Those who want every event under a prefix. */
  readonly every: Set<Listener>
  /** Those who want only events of objects with some value, by what reads it and by the value. */
  readonly byValue: Map<(object: ApiObject) => string, Map<string, Set<Listener>>>
}

/** Who wants to know of which writes. Telling costs as much as there are listeners who want the event. */
export class Listeners {
  readonly #groups = new Map<string, Group>()

  add({ prefix, value }: Scope, listener: Listener): () => void {
    const group: Group = this.#groups.get(prefix) ?? { every: new Set(), byValue: new Map() }
    this.#groups.set(prefix, group)
    const set = value === undefined ? group.every : valueSet(group, value)
    set.add(listener)
    return () => {
      set.delete(listener)
      if (set.size > 0) return
      if (value !== undefined) {
        const values = group.byValue.get(value.read)
        if (values?.get(value.is) === set) values.delete(value.is)
        if (values?.size === 0) group.byValue.delete(value.read)
      }
      const unused = group.every.size === 0 && group.byValue.size === 0
      if (unused && this.#groups.get(prefix) === group) this.#groups.delete(prefix)
    }
  }

  tell(event: StoreEvent): void {
    const { key } = event
    this.#tell('', event)
    const slash = key.indexOf('/')
    if (slash !== -1) this.#tell(key.slice(0, slash + 1), event)
    this.#tell(key, event)
  }

  #tell(prefix: string, event: StoreEvent): void {
    const group = this.#groups.get(prefix)
    if (group === undefined) return
    for (const listener of group.every) listener(event)
    for (const [read, values] of group.byValue) {
      const now = read(event.object)
      const before = event.previous === undefined ? now : read(event.previous)
      for (const listener of values.get(now) ?? []) listener(event)
      if (before !== now) for (const listener of values.get(before) ?? []) listener(event)
    }
  }
}

function valueSet(group: Group, { read, is }: NonNullable<Scope['value']>): Set<Listener> {
  const values = group.byValue.get(read) ?? new Map<string, Set<Listener>>()
  group.byValue.set(read, values)
  const set = values.get(is) ?? new Set()
  values.set(is, set)
  return set
}
