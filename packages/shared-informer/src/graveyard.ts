import { compareResourceVersion, isComparableResourceVersion, type KubernetesObject } from '@rxkube/meta'

interface Grave {
  readonly uid: string
  readonly resourceVersion: string
}

// Two generations of this size are remembered: what a server repeats is what it has just sent.
const generationSize = 1000

/**
 * Remembers which objects were deleted lately, so that a server that repeats an old event cannot bring one back. A uid
 * never comes back by itself; only a relist may show it again.
 */
export class Graveyard {
  #young = new Map<string, Grave>()
  #old: ReadonlyMap<string, Grave> = new Map()

  /** An object was deleted, as of the version of its last state. */
  bury(key: string, { metadata }: KubernetesObject): void {
    const { uid = '', resourceVersion = '' } = metadata ?? {}
    if (uid === '' || !isComparableResourceVersion(resourceVersion)) return
    if (this.#young.size >= generationSize) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, { uid, resourceVersion })
  }

  /** Whether this is an old state of an object that was deleted since. */
  holds(key: string, { metadata }: KubernetesObject): boolean {
    const grave = this.#young.get(key) ?? this.#old.get(key)
    const { uid, resourceVersion = '' } = metadata ?? {}
    if (grave === undefined || grave.uid !== uid || !isComparableResourceVersion(resourceVersion))
      return false
    return compareResourceVersion(resourceVersion, grave.resourceVersion) <= 0
  }

  /** A relist says what there is. */
  clear(): void {
    this.#young.clear()
    this.#old = new Map()
  }
}
