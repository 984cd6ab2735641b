import type { Duration } from '@rxkube/clock'
import type { AddedEvent, DeletedEvent, UpdatedEvent } from '../predicates/predicate.ts'
import type { Request } from '../request.ts'

/** Where an event handler puts the requests that an event is about. */
export interface RequestQueue {
  /** Asks for a look at the request; while it waits, more of the same change nothing. */
  add(request: Request): void
  /** The same, not before the time has passed. */
  addAfter(request: Request, delay: Duration): void
  /** The requests about the controller's own objects that an index of theirs has under the value. */
  requestsByIndex(index: string, value: string): readonly Request[]
}

/**
 * What requests follow from an event. A method may be async: events of its source wait for it, and what it rejects with
 * is tried again five times, after 1, 2, 4, 8 and 16 s, before it is given up. That, and what it throws at once, is told by
 * `error$` of the manager, and the event is lost. controller-runtime: `handler.EventHandler`.
 */
export interface EventHandler<T> {
  added?(event: AddedEvent<T>, queue: RequestQueue): void | Promise<void>
  updated?(event: UpdatedEvent<T>, queue: RequestQueue): void | Promise<void>
  deleted?(event: DeletedEvent<T>, queue: RequestQueue): void | Promise<void>
}
