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

  /** Takes off a registration that ended; the call that it may be in is still waited for. */
  delete(registration: Registration<T>): void {
    this.#registrations.delete(registration)
    this.#leaving.add(registration)
    void registration.settled().then(() => this.#leaving.delete(registration))
  }

  distribute(notifications: Iterable<Notification<T>>): void | Promise<void> {
    return hand(notifications, this.#registrations)
  }

  audience(): Distributor<T> {
    const present = [...this.#registrations]
    return { distribute: (notifications) => hand(notifications, present) }
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

  /** Resolves when no call of a registration that ended is under way, but the one that may be asking. */
  async idle(): Promise<void> {
    await Promise.all([...this.#leaving].map((registration) => registration.idle()))
  }

  /** As `idle`, without an exception. */
  async settled(): Promise<void> {
    await Promise.all([...this.#leaving].map((registration) => registration.settled()))
  }
}

function hand<T>(
  notifications: Iterable<Notification<T>>,
  registrations: Iterable<Registration<T>>,
): void | Promise<void> {
  for (const notification of notifications) {
    const unchanged = notification.type === 'updated' && notification.sync
    for (const registration of registrations) {
      if (!unchanged || registration.resync.due) registration.push(notification)
    }
  }
  return room(registrations)
}

/** Undefined unless a mailbox that keeps everything is full; else a promise of room in all of them. */
function room<T>(registrations: Iterable<Registration<T>>): void | Promise<void> {
  for (const registration of registrations) {
    const ready = registration.ready()
    if (ready) return ready.then(() => room(registrations))
  }
}
