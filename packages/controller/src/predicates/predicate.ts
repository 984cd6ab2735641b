import type { Cached } from '@rxkube/meta'

/** An object came to be, or was there when the watch began. */
export interface AddedEvent<T> {
  readonly type: 'added'
  readonly object: Cached<T>
  readonly initial: boolean
}

/** An object changed, or a resync shows it again. */
export interface UpdatedEvent<T> {
  readonly type: 'updated'
  /** As the controller saw it last. */
  readonly before: Cached<T>
  readonly object: Cached<T>
  readonly sync: boolean
  /** Another object of the same name: its uid differs. */
  readonly replaced: boolean
  /** All that lies between `before` and `object` are writes of this controller: nobody else's change is hidden in it. */
  readonly own: boolean
}

/** An object is gone. */
export interface DeletedEvent<T> {
  readonly type: 'deleted'
  /** As it was seen last. */
  readonly object: Cached<T>
  readonly finalStateUnknown: boolean
}

/** What a controller hears of the objects that it watches. */
export type WatchedEvent<T> = AddedEvent<T> | UpdatedEvent<T> | DeletedEvent<T>

/**
 * Which events matter; a method that is left out lets all of its events through. An object that is being deleted should
 * always matter. controller-runtime: `predicate.Predicate`.
 */
export interface Predicate<T> {
  added?(event: AddedEvent<T>): boolean
  updated?(event: UpdatedEvent<T>): boolean
  deleted?(event: DeletedEvent<T>): boolean
}

/** Whether the predicate lets the event through. */
export function matches<T>(predicate: Predicate<T>, event: WatchedEvent<T>): boolean {
  if (event.type === 'added') return predicate.added?.(event) ?? true
  if (event.type === 'updated') return predicate.updated?.(event) ?? true
  return predicate.deleted?.(event) ?? true
}

/** Lets through what all of them let through. controller-runtime: `predicate.And`. */
export function and<T>(...predicates: readonly Predicate<T>[]): Predicate<T> {
  return combined((event) => predicates.every((predicate) => matches(predicate, event)))
}

/** Lets through what any of them lets through. controller-runtime: `predicate.Or`. */
export function or<T>(...predicates: readonly Predicate<T>[]): Predicate<T> {
  return combined((event) => predicates.some((predicate) => matches(predicate, event)))
}

/** Lets through what the other holds back. controller-runtime: `predicate.Not`. */
export function not<T>(predicate: Predicate<T>): Predicate<T> {
  return combined((event) => !matches(predicate, event))
}

function combined<T>(test: (event: WatchedEvent<T>) => boolean): Predicate<T> {
  return { added: test, updated: test, deleted: test }
}
