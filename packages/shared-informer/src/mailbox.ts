import { coalesce } from './coalesce.ts'
import { MailboxOverflowError, type MailboxOptions, type OnOverflow } from './mailbox-options.ts'
import type { Notification } from './notification.ts'

/** The place of one change in line; empty once it was taken or given up. */
interface Slot<T> {
  notification: Notification<T> | undefined
  /**
   * Where another change of the same key waits, if one does: the one before this if the mailbox coalesces, the one
   * after this if it drops the oldest.
   */
  neighbour: Slot<T> | undefined
}

// Below this many dead places, tidying up costs more than it frees.
const fewSlots = 64

/**
 * The changes that wait for one handler, first in, first out; each operation takes constant time, amortised.
 *
 * Coalescing (the default) keeps one place a key and puts a later change of the key there. It never shows an update
 * before an add, and `before` is always what was taken last for that key. What it gives up is order between keys.
 *
 * Dropping the oldest holds to the same: what is given up is made up for by the next change of its key. An update whose
 * add was given up is an add, and the delete of what was never shown is given up as well. The first population, and
 * the deletes of what was shown, are never given up.
 */
export class Mailbox<T> {
  // Live places begin at #head: taking one moves the mark instead of the array.
  #slots: Slot<T>[] = []
  #head = 0
  #size = 0
  #initial = 0
  #dropped = 0
  /** The last place of each key that waits; unused when every change is kept in order, whatever it costs. */
  readonly #last = new Map<string, Slot<T>>()
  /** What was given up last of each key, if nothing came since: at most one for each object there is. */
  readonly #givenUp = new Map<string, Notification<T>>()
  // Nothing before this place can be given up.
  #oldest = 0
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
   * Puts a change in line. Returns the change that was given up for it, if one was: the add that a delete undid, the
   * oldest of a full mailbox, or the change itself. Throws MailboxOverflowError when the mailbox is full and was told to.
   */
  push(notification: Notification<T>): Notification<T> | undefined {
    if (this.#coalesces) return this.#merge(notification)
    return this.#onOverflow === 'dropOldest' ? this.#squeeze(notification) : this.#append(notification)
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
    this.#oldest = 0
    this.#last.clear()
    this.#givenUp.clear()
    this.#makeRoom()
  }

  #append(notification: Notification<T>): Notification<T> | undefined {
    const full = this.#isFull() && !isInitial(notification)
    if (full && this.#onOverflow === 'error') throw new MailboxOverflowError(this.#size, this.#highWaterMark)
    this.#enqueue(notification, undefined)
    return undefined
  }

  #squeeze(incoming: Notification<T>): Notification<T> | undefined {
    const { key } = incoming
    const missed = this.#givenUp.get(key)
    this.#givenUp.delete(key)
    const notification = missed ? coalesce(missed, incoming) : incoming
    // It came and went unheard.
    if (notification === undefined) return this.#countDropped(incoming)
    const before = this.#last.get(key)
    const slot = this.#enqueue(notification, undefined)
    if (before) before.neighbour = slot
    this.#last.set(key, slot)
    return this.#size - this.#initial > this.#highWaterMark ? this.#giveUpOldest() : undefined
  }

  #giveUpOldest(): Notification<T> | undefined {
    this.#oldest = Math.max(this.#oldest, this.#head)
    while (this.#oldest < this.#slots.length) {
      const slot = this.#slots[this.#oldest++]
      const notification = slot?.notification
      if (slot && notification && notification.type !== 'deleted' && !isInitial(notification))
        return this.#giveUp(slot, notification)
    }
    return undefined
  }

  #giveUp(slot: Slot<T>, notification: Notification<T>): Notification<T> {
    const { key } = notification
    const next = slot.neighbour
    const later = next?.notification
    this.#vacate(slot, notification)
    if (next === undefined || later === undefined) {
      this.#last.delete(key)
      this.#givenUp.set(key, notification)
    } else {
      const merged = coalesce(notification, later)
      if (merged === undefined) {
        if (this.#last.get(key) === next) this.#last.delete(key)
        this.#vacate(next, later)
        this.#countDropped(later)
      } else next.notification = merged
    }
    this.#tidy()
    return this.#countDropped(notification)
  }

  #countDropped(notification: Notification<T>): Notification<T> {
    this.#dropped++
    return notification
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
    const { neighbour } = slot
    if (neighbour?.notification) this.#last.set(added.key, neighbour)
    else this.#last.delete(added.key)
    this.#vacate(slot, added)
    this.#tidy()
    return added
  }

  #enqueue(notification: Notification<T>, neighbour: Slot<T> | undefined): Slot<T> {
    const slot: Slot<T> = { notification, neighbour }
    this.#slots.push(slot)
    this.#size++
    if (isInitial(notification)) this.#initial++
    return slot
  }

  #vacate(slot: Slot<T>, notification: Notification<T>): void {
    slot.notification = undefined
    slot.neighbour = undefined
    this.#size--
    if (isInitial(notification)) this.#initial--
    if (!this.#isFull()) this.#makeRoom()
  }

  /** Lets go of the array's dead part once it is the larger one. */
  #tidy(): void {
    if (this.#size === 0) {
      this.#slots = []
      this.#head = 0
      this.#oldest = 0
    } else if (this.#slots.length > fewSlots && this.#slots.length > 2 * this.#size) {
      let oldest = 0
      this.#slots = this.#slots.filter((slot, index) => {
        const waits = slot.notification !== undefined
        if (waits && index < this.#oldest) oldest++
        return waits
      })
      this.#head = 0
      this.#oldest = oldest
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
