import type { Clock } from '@rxkube/clock'
import { distinctUntilChanged, Observable, Subject } from 'rxjs'
import type { HandlerStatus, InformerStatus } from './informer-status.ts'

/** Tells a status that is read when somebody asks, at most once a turn of the event loop. */
export class StatusSource {
  readonly status$: Observable<InformerStatus>
  readonly #read: () => InformerStatus
  readonly #clock: Clock
  readonly #changes = new Subject<InformerStatus>()
  #due = false

  constructor(read: () => InformerStatus, clock: Clock) {
    this.#read = read
    this.#clock = clock
    this.status$ = new Observable<InformerStatus>((subscriber) => {
      subscriber.next(read())
      // The subject completes those who come after the end.
      return this.#changes.subscribe(subscriber)
    }).pipe(distinctUntilChanged(sameStatus))
  }

  /** Something may have changed. */
  changed(): void {
    if (this.#due || !this.#changes.observed) return
    this.#due = true
    void this.#tellLater()
  }

  /** Nothing changes any more: tells how it ended, and completes. */
  end(): void {
    if (this.#changes.observed) this.#changes.next(this.#read())
    this.#changes.complete()
  }

  async #tellLater(): Promise<void> {
    await this.#clock.yield()
    this.#due = false
    this.#changes.next(this.#read())
  }
}

function sameStatus(a: InformerStatus, b: InformerStatus): boolean {
  const { resourceVersion, handlers, ...rest } = a
  const sameHandlers =
    handlers.length === b.handlers.length &&
    handlers.every((handler, index) => sameFields(handler, b.handlers[index] as HandlerStatus))
  return sameHandlers && sameFields(resourceVersion, b.resourceVersion) && sameFields(rest, b)
}

/** Whether `b` has what `a` has. */
function sameFields<A extends object>(a: A, b: A): boolean {
  return (Object.keys(a) as (keyof A)[]).every((field) => a[field] === b[field])
}
