import { type Clock, type Duration, parseDuration, systemClock } from '@rxkube/clock'
import type { Cached, DeletedFinalStateUnknown, KeyFunc, KubernetesObject } from '@rxkube/meta'
import { metaNamespaceKey } from '@rxkube/meta'
import { keyOf } from './keys.ts'
import { matcher, type Selector } from './selector.ts'
import type { Replacement, Store } from './store.ts'

/** Says whether an object that was stored `age` milliseconds ago is to be forgotten. Upstream: `ExpirationPolicy`. */
export type ExpirationPolicy<T> = (object: Cached<T>, age: number) => boolean

/** What an expiration cache is made with. */
export interface ExpirationCacheOptions<T> {
  readonly policy: ExpirationPolicy<T>
  /** Key of an object; by default `namespace/name`, or `name` alone in cluster scope. */
  readonly keyFunc?: KeyFunc<T>
  readonly clock?: Clock
}

interface Entry<T> {
  readonly object: T
  readonly since: number
}

/**
 * A store that forgets what its policy says, when somebody looks: no timers. `getByKey`, `get` and `list` expire what
 * they come across; `listKeys` does not. Upstream: `ExpirationCache`.
 */
export class ExpirationCache<T extends KubernetesObject = KubernetesObject> implements Store<T> {
  readonly #policy: ExpirationPolicy<T>
  readonly #keyFunc: KeyFunc<T>
  readonly #clock: Clock
  #entries = new Map<string, Entry<T>>()

  constructor(options: ExpirationCacheOptions<T>) {
    this.#policy = options.policy
    this.#keyFunc = options.keyFunc ?? metaNamespaceKey
    this.#clock = options.clock ?? systemClock
  }

  /** Stores `object`; its age is 0 again. Throws `KeyError`. */
  add(object: T): void {
    this.#entries.set(keyOf(this.#keyFunc, object), { object, since: this.#clock.monotonic() })
  }

  update(object: T): void {
    this.add(object)
  }

  delete(object: T | DeletedFinalStateUnknown<T>): void {
    this.#entries.delete(keyOf(this.#keyFunc, object))
  }

  get(object: T): Cached<T> | undefined {
    return this.getByKey(keyOf(this.#keyFunc, object))
  }

  getByKey(key: string): Cached<T> | undefined {
    const entry = this.#entries.get(key)
    return entry === undefined ? undefined : this.#alive(key, entry, this.#clock.monotonic())
  }

  list(selector?: Selector): Cached<T>[] {
    const matches = matcher(selector)
    const now = this.#clock.monotonic()
    const found: Cached<T>[] = []
    for (const [key, entry] of this.#entries) {
      const object = this.#alive(key, entry, now)
      if (object !== undefined && matches(object)) found.push(object)
    }
    return found
  }

  listKeys(): string[] {
    return [...this.#entries.keys()]
  }

  replace(objects: Replacement<T>): void {
    const since = this.#clock.monotonic()
    const entries = new Map<string, Entry<T>>()
    if (objects instanceof Map) for (const [key, object] of objects) entries.set(key, { object, since })
    else for (const object of objects) entries.set(keyOf(this.#keyFunc, object), { object, since })
    this.#entries = entries
  }

  resync(): void {
    // A store has nothing to send again.
  }

  #alive(key: string, entry: Entry<T>, now: number): Cached<T> | undefined {
    const object = entry.object as Cached<T>
    if (!this.#policy(object, now - entry.since)) return object
    // The policy is the user's, and may have stored the object anew.
    if (this.#entries.get(key) === entry) this.#entries.delete(key)
    return undefined
  }
}

/** Forgets objects that are older than `ttl`; at exactly `ttl` they live, and with a `ttl` of 0 for ever. */
export function ttlPolicy(ttl: Duration): (object: unknown, age: number) => boolean {
  const limit = parseDuration(ttl)
  return (_object, age) => limit > 0 && age > limit
}

/** An expiration cache with `ttlPolicy`. Upstream: `NewTTLStore`. */
export function ttlStore<T extends KubernetesObject = KubernetesObject>(
  options: Omit<ExpirationCacheOptions<T>, 'policy'> & { readonly ttl: Duration },
): ExpirationCache<T> {
  return new ExpirationCache<T>({ ...options, policy: ttlPolicy(options.ttl) })
}
