import {
  compareResourceVersion,
  deepEqual,
  isComparableResourceVersion,
  type KubernetesObject,
} from '@rxkube/meta'
import type { ServerStates } from './server-states.ts'
import type { ViolationLog } from './violation-log.ts'

const versionOf = (object: KubernetesObject) => object.metadata?.resourceVersion ?? ''

/** Follows what one cache holds, by what is read from it. */
export class CacheMonitor {
  readonly #log: ViolationLog
  readonly #states: ServerStates
  readonly #seen = new Map<string, KubernetesObject>()
  readonly #sealed = new Map<KubernetesObject, string>()
  #synced = false

  constructor(log: ViolationLog, states: ServerStates) {
    this.#log = log
    this.#states = states
  }

  /** A list of the whole cache, at any moment. */
  snapshot(objects: ReadonlyMap<string, KubernetesObject>): void {
    for (const [key, object] of objects) this.#read(key, object)
    this.#log.check('I8', objects.size === 0 || this.#states.hadExactly(objects), '', () => {
      const held = [...objects].map(([key, object]) => `${key}@${versionOf(object)}`)
      return `the cache lists [${held.join(' ')}], which was never the state of the server`
    })
  }

  /** A consistent list was applied: versions may have gone back. */
  epoch(): void {
    this.#seen.clear()
  }

  /** The answer of an index beside the filter that it stands for. */
  index(name: string, answered: readonly KubernetesObject[], filtered: readonly KubernetesObject[]): void {
    const same = answered.length === filtered.length && new Set(answered).isSubsetOf(new Set(filtered))
    this.#log.check(
      'I7',
      same,
      name,
      () => `${answered.length} by the index, ${filtered.length} by the filter`,
    )
  }

  /** `hasSynced()` as it is now, beside what is in the cache. */
  synced(hasSynced: boolean, objects: ReadonlyMap<string, KubernetesObject>): void {
    if (hasSynced && !this.#synced) {
      this.#log.check('I9', this.#states.hadExactly(objects), '', () => {
        return `synced with ${objects.size} objects that are no state of the server`
      })
    }
    if (this.#synced) this.#log.check('I9', hasSynced, '', () => 'synced, and later not any more')
    this.#synced = hasSynced
  }

  /** Remembers what an object looks like; `unseal` and `quiet` compare. */
  seal(object: KubernetesObject): void {
    if (!this.#sealed.has(object)) this.#sealed.set(object, JSON.stringify(object))
  }

  /** The transform saw `received` objects for `calls` calls. */
  transformed(received: number, calls: number): void {
    this.#log.check('I18', received === calls, '', () => `${received} objects received, ${calls} calls`)
  }

  /** To be called after heal, when nothing is under way: the cache must be what the server has. */
  quiet(
    objects: ReadonlyMap<string, KubernetesObject>,
    expected: ReadonlyMap<string, KubernetesObject>,
  ): void {
    for (const key of new Set([...objects.keys(), ...expected.keys()])) {
      const [has, should] = [objects.get(key), expected.get(key)]
      this.#log.check('I12', has !== undefined && should !== undefined && deepEqual(has, should), key, () => {
        return `the cache has ${has === undefined ? 'nothing' : versionOf(has)}, the server ${should === undefined ? 'nothing' : versionOf(should)}`
      })
    }
    this.#log.check('I12', objects.size === expected.size, '', () => {
      return `the cache has ${objects.size} objects, the server ${expected.size}`
    })
    for (const [object, text] of this.#sealed) {
      this.#log.check('I19', JSON.stringify(object) === text, versionOf(object), () => 'it was mutated')
    }
  }

  #read(key: string, object: KubernetesObject): void {
    this.#log.check('I1', this.#states.has(key, object), key, () => {
      return `the cache holds ${versionOf(object)}, which the server never had`
    })
    const last = this.#seen.get(key)
    this.#seen.set(key, object)
    if (last === undefined || last.metadata?.uid !== object.metadata?.uid) return
    if (!isComparableResourceVersion(versionOf(last)) || !isComparableResourceVersion(versionOf(object)))
      return
    this.#log.check('I2', compareResourceVersion(versionOf(object), versionOf(last)) >= 0, key, () => {
      return `the cache went from ${versionOf(last)} back to ${versionOf(object)}`
    })
  }
}
