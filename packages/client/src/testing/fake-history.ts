import { deepCopy, type KubernetesObject } from '@rxkube/meta'

/** One write as the model keeps it. `broadcast` is false for writes that open streams do not hear of. */
export interface FakeWrite<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly revision: number
  readonly key: string
  readonly object: T
  readonly before: T | undefined
  readonly broadcast: boolean
}

/** The key of an object in the model: `namespace/name`, or `name` alone. */
export function fakeKey(object: KubernetesObject): string {
  const { namespace, name = '' } = object.metadata ?? {}
  return namespace === undefined || namespace === '' ? name : `${namespace}/${name}`
}

/** Everything ever written to one collection: a counter, the state and the log of writes, as etcd has them. */
export class FakeHistory<T extends KubernetesObject> {
  #log: FakeWrite<T>[] = []
  #state = new Map<string, T>()
  #revision: number
  #compacted: number
  #uids = 0
  #snapshot: { readonly revision: number; readonly objects: readonly T[] } | undefined

  constructor(revision: number) {
    this.#revision = revision
    this.#compacted = revision
  }

  /** The revision of the newest write. */
  get revision(): number {
    return this.#revision
  }

  /** Watches from below this revision are too old. */
  get compacted(): number {
    return this.#compacted
  }

  get state(): ReadonlyMap<string, T> {
    return this.#state
  }

  write(type: FakeWrite<T>['type'], given: T, broadcast: boolean): FakeWrite<T> {
    this.#revision += 1
    const key = fakeKey(given)
    const before = this.#state.get(key)
    const object = deepCopy(given)
    const uid = object.metadata?.uid ?? (type === 'ADDED' ? undefined : before?.metadata?.uid)
    object.metadata = {
      ...object.metadata,
      uid: uid ?? `uid-${(this.#uids += 1)}`,
      resourceVersion: String(this.#revision),
    }
    if (type === 'DELETED') this.#state.delete(key)
    else this.#state.set(key, object)
    const write = { type, revision: this.#revision, key, object, before, broadcast }
    this.#log.push(write)
    return write
  }

  /** The writes after `revision` and up to `to`, oldest first. */
  between(revision: number, to: number): FakeWrite<T>[] {
    let low = 0
    let high = this.#log.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#log[middle]?.revision ?? 0) > revision) high = middle
      else low = middle + 1
    }
    const found: FakeWrite<T>[] = []
    for (; low < this.#log.length; low += 1) {
      const write = this.#log[low]
      if (write === undefined || write.revision > to) break
      found.push(write)
    }
    return found
  }

  /** The state as of `revision`, in the order of keys. */
  at(revision: number): readonly T[] {
    if (this.#snapshot?.revision === revision) return this.#snapshot.objects
    const state = new Map(revision >= this.#revision ? this.#state : [])
    if (revision < this.#revision) {
      for (const write of this.#log) {
        if (write.revision > revision) break
        if (write.type === 'DELETED') state.delete(write.key)
        else state.set(write.key, write.object)
      }
    }
    const keys = [...state.keys()].toSorted()
    const objects = keys.map((key) => state.get(key) as T)
    this.#snapshot = { revision, objects }
    return objects
  }

  /** Forgets how states before `revision` came about; they can still be listed by a view that lags. */
  compact(revision: number): void {
    this.#compacted = Math.max(this.#compacted, Math.min(revision, this.#revision))
  }

  /** Goes back to an earlier revision, as an etcd that was restored from a backup. */
  restore(revision: number): void {
    this.#snapshot = undefined
    this.#state = new Map(this.at(revision).map((object) => [fakeKey(object), object]))
    this.#log = this.between(0, revision)
    this.#revision = revision
    this.#compacted = Math.min(this.#compacted, revision)
    this.#snapshot = undefined
  }
}
