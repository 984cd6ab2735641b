import { deepEqual, type KubernetesObject } from '@rxkube/meta'

/** One write on the server. `object` is the state after it or, of a deletion, the last one. */
export interface ServerWrite {
  readonly type: string
  readonly key: string
  readonly object: KubernetesObject
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value | 0
}

const versionOf = (object: KubernetesObject) => object.metadata?.resourceVersion ?? ''

/** Everything the server ever held: each state of each key, and which sets of them were there at one time. */
export class ServerStates {
  readonly #states = new Map<string, Map<string, KubernetesObject>>()
  readonly #now = new Map<string, KubernetesObject>()
  readonly #pictures = new Set<string>()
  #low = 0
  #high = 0

  constructor() {
    this.#pictures.add(this.#picture)
  }

  /** The newest state of the server. */
  get now(): ReadonlyMap<string, KubernetesObject> {
    return this.#now
  }

  add({ type, key, object }: ServerWrite): void {
    const before = this.#now.get(key)
    if (before !== undefined) this.#toggle(key, versionOf(before))
    const states = this.#states.get(key) ?? new Map<string, KubernetesObject>()
    states.set(versionOf(object), object)
    this.#states.set(key, states)
    if (type === 'DELETED') this.#now.delete(key)
    else {
      this.#now.set(key, object)
      this.#toggle(key, versionOf(object))
    }
    this.#pictures.add(this.#picture)
  }

  /** Was this, deep down, ever the state of `key`? */
  has(key: string, object: KubernetesObject): boolean {
    const state = this.#states.get(key)?.get(versionOf(object))
    return state !== undefined && deepEqual(state, object)
  }

  /** Did the server ever hold exactly these, by key and version? */
  hadExactly(objects: ReadonlyMap<string, KubernetesObject>): boolean {
    let low = 0
    let high = 0
    for (const [key, object] of objects) {
      const entry = `${key}@${versionOf(object)}`
      low ^= hash(entry)
      high ^= hash(`${entry}#`)
    }
    return this.#pictures.has(`${low}/${high}/${objects.size}`)
  }

  get #picture(): string {
    return `${this.#low}/${this.#high}/${this.#now.size}`
  }

  #toggle(key: string, version: string): void {
    const entry = `${key}@${version}`
    this.#low ^= hash(entry)
    this.#high ^= hash(`${entry}#`)
  }
}
