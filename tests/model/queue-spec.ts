import { moment, queueKeys, workers, type QueueAction } from './queue-action.ts'

/** How items are handed out: as they came, or those of higher priority first, each ms of waiting counting for half a step. */
export type QueueOrder = 'first in, first out' | 'priorities'

/** What `PriorityStorage` is told: a step of priority is worth so many ms. */
export const ageing = 2
const longestDelay = 4

/** b matters more than a, where that counts. */
export function priorityOf(key: string): number {
  return key === 'b' ? 1 : 0
}

interface Waiting {
  readonly key: string
  readonly since: number
  readonly order: number
}

/** What a worker does: the key that it works on, or one of these. */
export type WorkerState = 'idle' | 'waiting' | 'ended' | { readonly key: string }

/** What a queue should do, in the plainest way: lists, and no thought of cost. */
export class QueueSpec {
  readonly #order: QueueOrder
  #now = 0
  #pushed = 0
  #waiting: Waiting[] = []
  /** Added while they are worked on, and when. */
  readonly #again = new Map<string, number>()
  readonly #due = new Map<string, number>()
  readonly #failures = new Map<string, number>()
  readonly #workers: WorkerState[] = Array.from({ length: workers }, () => 'idle')
  /** Those who wait, who came first first. */
  #getters: number[] = []
  isShutDown = false
  /** Whether somebody waits for the queue to be drained. */
  drain: 'none' | 'waiting' | 'over' = 'none'

  constructor(order: QueueOrder) {
    this.#order = order
  }

  /** The keys that wait to be handed out, the next one first. */
  get waiting(): readonly string[] {
    return this.#waiting.map(({ key }) => key)
  }

  /** How many are to be worked on, now or after what is worked on. */
  get depth(): number {
    return this.#waiting.length + this.#again.size
  }

  /** In how many ms the next key is due, and how many are not yet. */
  get due(): { readonly next: number | undefined; readonly size: number } {
    const all = [...this.#due.values()].toSorted((a, b) => a - b)
    return { next: all[0] === undefined ? undefined : all[0] - this.#now, size: all.length }
  }

  /** Whether anything is different a moment later. */
  get waitsForTime(): boolean {
    return this.#due.size > 0 || (this.#order === 'priorities' && this.#waiting.length > 0)
  }

  isDueLater(key: string): boolean {
    return this.#due.has(key)
  }

  failuresOf(key: string): number {
    return this.#failures.get(key) ?? 0
  }

  stateOf(worker: number): WorkerState {
    return this.#workers[worker] ?? 'idle'
  }

  /** All that matters of it, times as seen from now. */
  get shape(): unknown {
    const age = (since: number): number => (this.#order === 'priorities' ? this.#now - since : 0)
    return [
      this.#waiting.map(({ key, since }) => [key, age(since)]),
      [...this.#again].map(([key, since]) => [key, age(since)]),
      queueKeys.map((key) => (this.#due.get(key) ?? Infinity) - this.#now),
      // More failures make no longer delays.
      queueKeys.map((key) => Math.min(this.failuresOf(key), 3)),
      this.#workers,
      this.#getters,
      this.isShutDown,
      this.drain,
    ]
  }

  apply(action: QueueAction): void {
    switch (action.type) {
      case 'add':
        return this.#add(action.key)
      case 'addAfter':
        return this.#addAt(action.key, this.#now + action.delay)
      case 'addRateLimited': {
        const failures = this.failuresOf(action.key)
        this.#failures.set(action.key, failures + 1)
        return this.#addAt(action.key, this.#now + Math.min(longestDelay, 2 ** failures))
      }
      case 'forget':
        return void this.#failures.delete(action.key)
      case 'get':
        return this.#get(action.worker)
      case 'give up':
        this.#getters = this.#getters.filter((worker) => worker !== action.worker)
        this.#workers[action.worker] = 'idle'
        return
      case 'done':
        return this.#done(action.worker)
      case 'advance':
        return this.#advance()
      case 'shutDown':
        this.#stop()
        if (this.drain === 'waiting') this.drain = 'over'
        return
      case 'drain':
        this.#stop()
        this.drain = this.#isWorking() ? 'waiting' : 'over'
    }
  }

  #add(key: string): void {
    if (this.isShutDown || this.#again.has(key) || this.waiting.includes(key)) return
    if (this.#isWorkedOn(key)) this.#again.set(key, this.#now)
    else this.#push(key, this.#now)
  }

  #addAt(key: string, at: number): void {
    if (!this.isShutDown) this.#due.set(key, Math.min(this.#due.get(key) ?? Infinity, at))
  }

  #push(key: string, since: number): void {
    this.#waiting.push({ key, since, order: this.#pushed++ })
    const rank = (each: Waiting): number => priorityOf(each.key) * ageing - each.since
    if (this.#order === 'priorities') this.#waiting.sort((a, b) => rank(b) - rank(a) || a.order - b.order)
    const [first, ...rest] = this.#getters
    if (first === undefined) return
    this.#getters = rest
    this.#get(first)
  }

  #get(worker: number): void {
    const [next, ...rest] = this.#waiting
    this.#waiting = rest
    if (next) this.#workers[worker] = { key: next.key }
    else if (this.isShutDown) this.#workers[worker] = 'ended'
    else {
      this.#workers[worker] = 'waiting'
      this.#getters.push(worker)
    }
  }

  #done(worker: number): void {
    const state = this.stateOf(worker)
    if (typeof state === 'string') return
    this.#workers[worker] = 'idle'
    const since = this.#again.get(state.key)
    this.#again.delete(state.key)
    if (since !== undefined) this.#push(state.key, since)
    if (this.drain === 'waiting' && !this.#isWorking() && this.depth === 0) this.drain = 'over'
  }

  #advance(): void {
    this.#now += moment
    for (const [key] of [...this.#due]
      .filter(([, at]) => at <= this.#now)
      .toSorted(([, a], [, b]) => a - b)) {
      this.#due.delete(key)
      this.#add(key)
    }
  }

  #stop(): void {
    this.isShutDown = true
    this.#due.clear()
    for (const worker of this.#getters) this.#workers[worker] = 'ended'
    this.#getters = []
  }

  #isWorkedOn(key: string): boolean {
    return this.#workers.some((state) => typeof state !== 'string' && state.key === key)
  }

  #isWorking(): boolean {
    return this.#workers.some((state) => typeof state !== 'string')
  }
}
