import { coalesce } from './coalesce.ts'
import { MailboxOverflowError, type MailboxOptions, type OnOverflow } from './mailbox-options.ts'
import type { Notification } from './notification.ts'

/** The place of one change in line; empty once it was taken or given up. */
interface Slot<T> {
  notification: Notification<T> | undefined
  /** Where the change of the same key before this one stands, as long as it waits. */
  previous: Slot<T> | undefined
}

// Below this many dead places, tidying up costs more than it frees.
const fewSlots = 64

/**
 * The changes that wait for one handler, first in, first out; each operation takes constant time, amortised.
 *
 * Coalescing (the default) keeps one place a key and puts a later change of the key there. It never shows an update
 * before an add, and `before` is always what was taken last for that key. What it gives up is order between keys.
 */
export class Mailbox<T> {
  // Live places begin at #head: taking one moves the mark instead of the array.
  #slots: Slot<T>[] = []
  #head = 0
  #size = 0
  #initial = 0
  #dropped = 0
  /** The last place of each key that waits; unused when every change is kept. */
  readonly #last = new Map<string, Slot<T>>()
  readonly #coalesces: boolean
  readonly #annihilates: boolean
  readonly #highWaterMark: number
  readonly #onOverflow: OnOverflow
  #room: PromiseWithResolvers<void> | undefined

  constructor(options: MailboxOptions = {}) {
    this.#coalesces = options.mode !== 'every'
    this.#annihilates = options.mode !== 'every' && options.annihilate === true
    const { highWaterMark = 10_000, onOverflow = 'pause' } = options.mode === 'every' ? options : {}
    if (!(highWaterMark >= 1)) throw new RangeError(`highWaterMark is ${highWaterMark}; it must be 1 or more`)
    this.#highWaterMark = options.mode === 'every' ? highWaterMark : Infinity
    this.#onOverflow = onOverflow
  }

  /** The changes that wait. */
  get size(): number {
    return this.#size
  }

  /** Those of the first population among them. */
  get initial(): number {
    return this.#initial
  }

  /** The changes that were given up because the mailbox was full. */
  get dropped(): number {
    return this.#dropped
  }

  /**
   * Puts a change in line. Returns the change that was given up for it, if one was: the add that a delete undid, or
   * the oldest of a full mailbox. Throws MailboxOverflowError when the mailbox is full and was told to.
   */
  push(notification: Notification<T>): Notification<T> | undefined {
    return this.#coalesces ? this.#merge(notification) : this.#append(notification)
  }

  /** Takes the change at the head of the line; undefined when none waits. */
  take(): Notification<T> | undefined {
    while (this.#head < this.#slots.length) {
      const slot = this.#slots[this.#head++]
      const notification = slot?.notification
      if (slot === undefined || notification === undefined) continue
      this.#vacate(slot, notification)
      if (this.#last.get(notification.key) === slot) this.#last.delete(notification.key)
      this.#tidy()
      return notification
    }
    return undefined
  }

  /** Undefined while the informer may go on; in a full mailbox that pauses it, a promise of when it may. */
  ready(): Promise<void> | undefined {
    if (this.#onOverflow !== 'pause' || !this.#isFull()) return undefined
    this.#room ??= Promise.withResolvers()
    return this.#room.promise
  }

  /** Gives up everything that waits. */
  clear(): void {
    this.#slots = []
    this.#head = 0
    this.#size = 0
    this.#initial = 0
    this.#last.clear()
    this.#makeRoom()
  }

  #append(notification: Notification<T>): Notification<T> | undefined {
    const full = this.#isFull() && !isInitial(notification)
    if (full && this.#onOverflow === 'error') throw new MailboxOverflowError(this.#size, this.#highWaterMark)
    const givenUp = full && this.#onOverflow === 'dropOldest' ? this.take() : undefined
    if (givenUp) this.#dropped++
    this.#enqueue(notification, undefined)
    return givenUp
  }

  #merge(notification: Notification<T>): Notification<T> | undefined {
    const slot = this.#last.get(notification.key)
    const pending = slot?.notification
    if (slot === undefined || pending === undefined) {
      this.#last.set(notification.key, this.#enqueue(notification, undefined))
      return undefined
    }
    const merged = coalesce(pending, notification)
    if (merged) {
      slot.notification = merged
      return undefined
    }
    if (this.#annihilates && pending.type === 'added') return this.#annihilate(slot, pending)
    this.#last.set(notification.key, this.#enqueue(notification, slot))
    return undefined
  }

  #annihilate(slot: Slot<T>, added: Notification<T>): Notification<T> {
    const { previous } = slot
    if (previous?.notification) this.#last.set(added.key, previous)
    else this.#last.delete(added.key)
    this.#vacate(slot, added)
    this.#tidy()
    return added
  }

  #enqueue(notification: Notification<T>, previous: Slot<T> | undefined): Slot<T> {
    const slot: Slot<T> = { notification, previous }
    this.#slots.push(slot)
    this.#size++
    if (isInitial(notification)) this.#initial++
    return slot
  }

  #vacate(slot: Slot<T>, notification: Notification<T>): void {
    slot.notification = undefined
    slot.previous = undefined
    this.#size--
    if (isInitial(notification)) this.#initial--
    if (!this.#isFull()) this.#makeRoom()
  }

  /** Lets go of the array's dead part once it is the larger one. */
  #tidy(): void {
    if (this.#size === 0) {
      this.#slots = []
      this.#head = 0
    } else if (this.#slots.length > fewSlots && this.#slots.length > 2 * this.#size) {
      this.#slots = this.#slots.filter((slot) => slot.notification !== undefined)
      this.#head = 0
    }
  }

  #isFull(): boolean {
    return this.#size - this.#initial >= this.#highWaterMark
  }

  #makeRoom(): void {
    this.#room?.resolve()
    this.#room = undefined
  }
}

function isInitial<T>(notification: Notification<T>): boolean {
  return notification.type === 'added' && notification.initial
}
