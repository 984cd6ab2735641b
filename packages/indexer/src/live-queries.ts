import { Observable, Subject, type Subscriber } from 'rxjs'
import type { Cached } from '@rxkube/meta'
import type { Admission } from './admission.ts'
import { KeyQuery } from './key-query.ts'
import type { LiveQuery } from './live-query.ts'
import { questionOf } from './question.ts'
import { type Route, Routes } from './routes.ts'
import type { Selection } from './selection.ts'
import { SetQuery } from './set-query.ts'
import type { World } from './world.ts'
import type { Write } from './write.ts'

/**
 * Everybody who follows one indexer. Writes are noted as they happen and told by `flush`, once the store and all
 * indices are as they should be; what a subscriber writes meanwhile is told after everybody was told of the first.
 */
export class LiveQueries<T> {
  readonly #world: () => World<T>
  readonly #admission: Admission<T>
  readonly #routes = new Routes<T>()
  readonly #due = new Set<LiveQuery<T>>()
  readonly #emitting = new Set<LiveQuery<T>>()
  readonly #writes$ = new Subject<readonly Write<T>[]>()
  #writes: Write<T>[] = []
  #flushing = false

  constructor(world: () => World<T>, admission: Admission<T>) {
    this.#world = world
    this.#admission = admission
  }

  /** Each batch of writes that were made in one turn. */
  readonly writes$ = new Observable<readonly Write<T>[]>((subscriber) => this.#writes$.subscribe(subscriber))

  observe$(key: string): Observable<Cached<T> | undefined> {
    return new Observable((subscriber) => {
      const query = new KeyQuery(key, this.#admission, subscriber)
      this.#follow(query, { by: 'keys', keys: new Set([key]) }, subscriber)
    })
  }

  select$(selection: Selection): Observable<readonly Cached<T>[]> {
    // An iterator can be read once, and subscribed may be any number of times.
    const asked = selection.keys === undefined ? selection : { ...selection, keys: new Set(selection.keys) }
    return new Observable((subscriber) => {
      const { question, route } = questionOf<T>(asked)
      this.#follow(new SetQuery(question, this.#admission, subscriber), route, subscriber)
    })
  }

  /** Notes whom `key` concerns as it is now; called before a write and after it. */
  touch(key: string): void {
    if (this.#routes.size === 0) return
    for (const query of this.#routes.concerned(key, this.#world())) {
      query.touch(key)
      this.#due.add(query)
    }
  }

  rebase(): void {
    for (const query of this.#routes.queries()) {
      query.rebase()
      this.#due.add(query)
    }
  }

  record(key: string, before: T | undefined, object: T | undefined): void {
    if (!this.#writes$.observed) return
    const write = this.#writeOf(key, before, object)
    if (write !== undefined) this.#writes.push(write)
  }

  recordReplace(before: ReadonlyMap<string, T>, resourceVersion: string): void {
    if (this.#writes$.observed) this.#writes.push({ type: 'replaced', before, resourceVersion })
  }

  flush(): void {
    if (this.#flushing) return
    this.#flushing = true
    try {
      do {
        this.#tellWrites()
        // What becomes due while this goes round is visited too: a set iterates over what is added.
        for (const query of this.#due) {
          if (this.#emitting.has(query)) continue
          this.#due.delete(query)
          this.#emit(query)
          this.#tellWrites()
        }
      } while (this.#writes.length > 0)
    } finally {
      this.#flushing = false
    }
  }

  #tellWrites(): void {
    while (this.#writes.length > 0) {
      const writes = this.#writes
      this.#writes = []
      this.#writes$.next(writes)
    }
  }

  #follow(query: LiveQuery<T>, route: Route, subscriber: Subscriber<never>): void {
    this.#routes.add(query, route)
    subscriber.add(() => {
      this.#routes.remove(query, route)
      this.#due.delete(query)
    })
    // The first answer is given within `subscribe`; a write made while receiving it is told when it was received.
    this.#emit(query)
    if (this.#due.size > 0) this.flush()
  }

  #emit(query: LiveQuery<T>): void {
    this.#emitting.add(query)
    try {
      query.emit(this.#world())
    } catch (error) {
      query.fail(error)
    } finally {
      this.#emitting.delete(query)
    }
  }

  #writeOf(key: string, before: T | undefined, object: T | undefined): Write<T> | undefined {
    const was = before === undefined ? undefined : this.#admission.read(before)
    const is = object === undefined ? undefined : this.#admission.read(object)
    if (is !== undefined && was !== undefined) return { type: 'updated', key, before: was, object: is }
    if (is !== undefined) return { type: 'added', key, object: is }
    return was === undefined ? undefined : { type: 'deleted', key, before: was }
  }
}
