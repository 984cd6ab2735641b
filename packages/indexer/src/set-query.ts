import type { Subscriber } from 'rxjs'
import type { Cached } from '@rxkube/meta'
import type { Admission } from './admission.ts'
import { type LiveQuery, sameState } from './live-query.ts'
import { merge } from './sorted-keys.ts'
import type { World } from './world.ts'

/** What a set of objects is asked for: where to look, and what belongs. */
export interface Question<T> {
  candidates(world: World<T>): Iterable<string>
  belongs(key: string, object: T, world: World<T>): boolean
}

// Objects that were parsed anew are compared through and through. Of more than these, telling an answer once too often
// costs less than the turn of the event loop that comparing takes. Informers keep what is unchanged: nothing to compare.
const mostCompared = 1000

/** Follows the objects that a question is about; a write costs it the objects written, an emission the answer. */
export class SetQuery<T> implements LiveQuery<T> {
  readonly #question: Question<T>
  readonly #admission: Admission<T>
  readonly #subscriber: Subscriber<readonly Cached<T>[]>
  readonly #touched = new Set<string>()
  #members = new Map<string, T>()
  #order: readonly string[] = []
  #begun = false
  #stale = true

  constructor(question: Question<T>, admission: Admission<T>, subscriber: Subscriber<readonly Cached<T>[]>) {
    this.#question = question
    this.#admission = admission
    this.#subscriber = subscriber
  }

  touch(key: string): void {
    if (!this.#stale) this.#touched.add(key)
  }

  rebase(): void {
    this.#stale = true
    this.#touched.clear()
  }

  emit(world: World<T>): void {
    const changed = this.#stale ? this.#recompute(world) : this.#update(world)
    this.#stale = false
    this.#touched.clear()
    if (!changed && this.#begun) return
    this.#begun = true
    const answer: Cached<T>[] = []
    for (const key of this.#order) {
      const object = this.#members.get(key)
      if (object !== undefined) answer.push(this.#admission.read(object))
    }
    this.#subscriber.next(answer)
  }

  fail(error: unknown): void {
    this.#subscriber.error(error)
  }

  #recompute(world: World<T>): boolean {
    const members = new Map<string, T>()
    let kept = 0
    let compared = 0
    for (const key of this.#question.candidates(world)) {
      const object = world.items.get(key)
      if (object === undefined || !this.#question.belongs(key, object, world)) continue
      members.set(key, object)
      const before = this.#members.get(key)
      if (before === undefined) continue
      if (before === object || (++compared <= mostCompared && sameState(before, object))) kept++
    }
    const changed = kept !== members.size || kept !== this.#members.size
    // Taken even when it says the same, to let go of the objects of the world before.
    this.#members = members
    if (changed) this.#order = [...members.keys()].toSorted()
    return changed
  }

  #update(world: World<T>): boolean {
    const added: string[] = []
    let changed = false
    let left = false
    for (const key of this.#touched) {
      const before = this.#members.get(key)
      const object = world.items.get(key)
      if (object !== undefined && this.#question.belongs(key, object, world)) {
        this.#members.set(key, object)
        if (before === undefined) added.push(key)
        changed ||= before !== object
      } else if (this.#members.delete(key)) {
        changed = left = true
      }
    }
    if (left || added.length > 0) this.#order = merge(this.#order, added, (key) => this.#members.has(key))
    return changed
  }
}
