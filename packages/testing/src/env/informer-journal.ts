import type { Cached, KubernetesObject } from '@rxkube/meta'

/** What a journal needs of an informer. */
export interface JournaledInformer<T> {
  addEventHandler(handler: {
    added(object: Cached<T>): void
    updated(before: Cached<T>, object: Cached<T>): void
    deleted(object: Cached<T>): void
  }): unknown
}

/** Thrown when what a handler was told does not fit together, or does not lead to what the server holds. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
  readonly key: string

  constructor(key: string, what: string) {
    super(`${key}: ${what}`)
    this.key = key
  }
}

/**
 * Follows an informer as a handler and holds what it was told against the rules: an object is added once, changes while
 * it is there from what was last told, and is deleted once.
 */
export class InformerJournal<T extends KubernetesObject> {
  readonly #known = new Map<string, Cached<T>>()
  #broken: JournalError | undefined
  #told = 0

  constructor(informer: JournaledInformer<T>) {
    informer.addEventHandler({
      added: (object) => {
        if (this.#known.has(this.#hears(object))) this.#break(object, 'added twice')
        this.#known.set(keyOf(object), object)
      },
      updated: (before, object) => {
        const known = this.#known.get(this.#hears(object))
        if (!known) this.#break(object, 'updated before it was added, or after it was deleted')
        else if (known !== before) this.#break(object, 'updated from a state that was not the last one told')
        this.#known.set(keyOf(object), object)
      },
      deleted: (object) => {
        if (!this.#known.delete(this.#hears(object))) this.#break(object, 'deleted, and was not there')
      },
    })
  }

  /** How many changes were told. */
  get told(): number {
    return this.#told
  }

  /** Throws a JournalError when the rules were broken. */
  verify(): void {
    if (this.#broken) throw this.#broken
  }

  /** Throws a JournalError when what was told does not add up to these objects, by key, uid and version. */
  verifyHolds(objects: Iterable<KubernetesObject>): void {
    this.verify()
    const missing = new Map(this.#known)
    for (const object of objects) {
      const key = keyOf(object)
      const known = missing.get(key)
      if (!known) throw new JournalError(key, 'is on the server, and nobody was told')
      if (versionOf(known) !== versionOf(object)) {
        throw new JournalError(key, `was last told as ${versionOf(known)} and is ${versionOf(object)}`)
      }
      missing.delete(key)
    }
    for (const [key, object] of missing) {
      throw new JournalError(key, `is gone, and nobody was told: last seen as ${versionOf(object)}`)
    }
  }

  #hears(object: Cached<T>): string {
    this.#told++
    return keyOf(object)
  }

  #break(object: Cached<T>, what: string): void {
    this.#broken ??= new JournalError(keyOf(object), `${what} (${versionOf(object)})`)
  }
}

type AnyObject = {
  readonly metadata?: {
    readonly namespace?: string
    readonly name?: string
    readonly uid?: string
    readonly resourceVersion?: string
  }
}

function keyOf(object: unknown): string {
  const { namespace = '', name = '' } = (object as AnyObject).metadata ?? {}
  return namespace === '' ? name : `${namespace}/${name}`
}

function versionOf(object: unknown): string {
  const { uid = '', resourceVersion = '' } = (object as AnyObject).metadata ?? {}
  return `version ${resourceVersion} of ${uid}`
}
