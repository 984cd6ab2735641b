import type { Notification } from './notification.ts'
import type { Distributor } from './process-deltas.ts'
import type { Registration } from './registration.ts'

/**
 * Hands each notification to the mailboxes of those who are registered, and runs nobody's code.
 *
 * Unchanged objects go only to registrations that are due (`Registration.resync`). Upstream: `sharedProcessor`.
 */
export class Processor<T> implements Distributor<T> {
  readonly #registrations = new Set<Registration<T>>()
  readonly #leaving = new Set<Registration<T>>()
  #isOver = false

  get size(): number {
    return this.#registrations.size
  }

  [Symbol.iterator](): Iterator<Registration<T>> {
    return this.#registrations.values()
  }

  /** Nothing is handed to anybody any more. */
  get isOver(): boolean {
    return this.#isOver
  }

  add(registration: Registration<T>): void {
    this.#registrations.add(registration)
  }

  /** Those that ended and may still be in a call. */
  get leaving(): Iterable<Registration<T>> {
    return this.#leaving
  }

  /** Takes off a registration that ended; the call that it may be in is still waited for. */
  delete(registration: Registration<T>): void {
    this.#registrations.delete(registration)
    this.#leaving.add(registration)
    void registration.settled().then(() => this.#leaving.delete(registration))
  }

  distribute(notifications: Iterable<Notification<T>>): void | Promise<void> {
    // Who joins in between has a snapshot that shows these changes already.
    return hand(notifications, [...this.#registrations])
  }

  audience(): Distributor<T> {
    const present = [...this.#registrations]
    return { distribute: (notifications) => hand(notifications, present) }
  }

  /** Those who are due now, to be shown the whole cache, however long that takes. */
  resyncAudience(): Distributor<T> {
    const due = [...this.#registrations].filter(({ resync }) => resync.due)
    for (const { resync } of due) resync.served()
    return { distribute: (notifications) => hand(notifications, due, true) }
  }

  /** Everybody who was due was shown the whole cache. */
  resynced(): void {
    for (const { resync } of this.#registrations) resync.served()
  }

  /** The informer's clock ticked: says whether anybody wants to see the whole cache again. */
  tick(now: number): boolean {
    let due = false
    for (const { resync } of this.#registrations) due = resync.tick(now) || due
    return due
  }

  checkPeriodChanged(checkPeriod: number): void {
    for (const { resync } of this.#registrations) resync.checkPeriodChanged(checkPeriod)
  }

  upstreamHasSynced(): void {
    for (const registration of this.#registrations) registration.upstreamHasSynced()
  }

  /** Ends every registration, for good. */
  end(): void {
    this.#isOver = true
    for (const registration of this.#registrations) registration.end()
  }
}

function hand<T>(
  notifications: Iterable<Notification<T>>,
  registrations: readonly Registration<T>[],
  isResync = false,
): void | Promise<void> {
  for (const notification of notifications) {
    const unchanged = !isResync && notification.type === 'updated' && notification.sync
    for (const registration of registrations) {
      if (!unchanged || registration.resync.due) registration.push(notification)
    }
  }
  return room(registrations)
}

/** Undefined unless a mailbox that keeps everything is full; else a promise of room in all of them. */
function room<T>(registrations: readonly Registration<T>[]): void | Promise<void> {
  for (const registration of registrations) {
    const ready = registration.ready()
    if (ready) return ready.then(() => room(registrations))
  }
}
