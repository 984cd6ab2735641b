import type { Subscriber } from 'rxjs'
import type { Cached } from '@rxkube/meta'
import type { Admission } from './admission.ts'
import { type LiveQuery, sameState } from './live-query.ts'
import type { World } from './world.ts'

/** Follows the object of one key. */
export class KeyQuery<T> implements LiveQuery<T> {
  readonly #key: string
  readonly #admission: Admission<T>
  readonly #subscriber: Subscriber<Cached<T> | undefined>
  #last: T | undefined
  #begun = false
  #rebased = false

  constructor(key: string, admission: Admission<T>, subscriber: Subscriber<Cached<T> | undefined>) {
    this.#key = key
    this.#admission = admission
    this.#subscriber = subscriber
  }

  touch(): void {
    // What is there is looked up when it is emitted.
  }

  rebase(): void {
    this.#rebased = true
  }

  emit(world: World<T>): void {
    const object = world.items.get(this.#key)
    const same = this.#rebased ? sameState(this.#last, object) : this.#last === object
    this.#rebased = false
    this.#last = object
    if (same && this.#begun) return
    this.#begun = true
    this.#subscriber.next(object === undefined ? undefined : this.#admission.read(object))
  }

  fail(error: unknown): void {
    this.#subscriber.error(error)
  }
}
