import type { ApiObject } from '../codec/json.ts'
import type { StoreEvent } from './history.ts'

export type Listener = (event: StoreEvent) => void

/** Which events a listener wants: those of a key, of a namespace (`ns/`) or of all (``), and of these those with a value. */
export interface Scope {
  readonly prefix: string
  /** Only events of objects that have this value, or had it before. What has the same `field` is read the same way. */
  readonly value?: {
    readonly field: string
    readonly read: (object: ApiObject) => string
    readonly is: string
  }
}

/** Those who want only events of objects with some value of one field, by that value. */
interface FieldListeners {
  readonly read: (object: ApiObject) => string
  readonly byValue: Map<string, Set<Listener>>
}

interface Group {
  /** Those who want every event under a prefix. */
  readonly every: Set<Listener>
  readonly byField: Map<string, FieldListeners>
}

/** Who wants to know of which writes. Telling costs as much as there are listeners who want the event. */
export class Listeners {
  readonly #groups = new Map<string, Group>()

  add({ prefix, value }: Scope, listener: Listener): () => void {
    const group: Group = this.#groups.get(prefix) ?? { every: new Set(), byField: new Map() }
    this.#groups.set(prefix, group)
    const set = value === undefined ? group.every : valueSet(group, value)
    set.add(listener)
    return () => {
      set.delete(listener)
      if (set.size > 0) return
      if (value !== undefined) {
        const values = group.byField.get(value.field)?.byValue
        if (values?.get(value.is) === set) values.delete(value.is)
        if (values?.size === 0) group.byField.delete(value.field)
      }
      const unused = group.every.size === 0 && group.byField.size === 0
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
    for (const { read, byValue } of group.byField.values()) {
      const now = read(event.object)
      const before = event.previous === undefined ? now : read(event.previous)
      for (const listener of byValue.get(now) ?? []) listener(event)
      if (before !== now) for (const listener of byValue.get(before) ?? []) listener(event)
    }
  }
}

function valueSet(group: Group, { field, read, is }: NonNullable<Scope['value']>): Set<Listener> {
  const { byValue } = group.byField.get(field) ?? { byValue: new Map<string, Set<Listener>>() }
  group.byField.set(field, { read, byValue })
  const set = byValue.get(is) ?? new Set()
  byValue.set(is, set)
  return set
}
