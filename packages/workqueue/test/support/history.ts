import { TestClock } from '@rxkube/clock'
import {
  ItemExponentialFailureRateLimiter,
  PriorityStorage,
  RateLimitingQueue,
  type WorkItem,
} from '@rxkube/workqueue'
import fc from 'fast-check'

/** What is done to a queue. Numbers choose among what there is at that moment. */
export type Command =
  | { readonly type: 'add'; readonly key: string; readonly priority: number }
  | { readonly type: 'addAfter'; readonly key: string; readonly delay: number }
  | { readonly type: 'addRateLimited' | 'forget'; readonly key: string }
  | { readonly type: 'get' }
  | { readonly type: 'abort' | 'done'; readonly which: number }
  | { readonly type: 'advance'; readonly by: number }
  | { readonly type: 'shutDown' | 'drain' }

/** What happened to a queue, in order, with the time in ms. */
export type Event =
  | { readonly type: 'add'; readonly key: string; readonly at: number; readonly due: number }
  | { readonly type: 'start' | 'done'; readonly key: string; readonly at: number }
  | { readonly type: 'shutDown'; readonly at: number }

const key = fc.constantFrom('a', 'b', 'c')
const which = fc.nat(5)

const every = {
  add: fc.record({ type: fc.constant('add' as const), key, priority: fc.integer({ min: -2, max: 2 }) }),
  addAfter: fc.record({
    type: fc.constant('addAfter' as const),
    key,
    delay: fc.constantFrom(-1, 0, 1, 3, 10, 30, 2 ** 31 + 1, Infinity),
  }),
  addRateLimited: fc.record({ type: fc.constantFrom('addRateLimited' as const, 'forget' as const), key }),
  get: fc.record({ type: fc.constant('get' as const) }),
  abort: fc.record({ type: fc.constant('abort' as const), which }),
  done: fc.record({ type: fc.constant('done' as const), which }),
  advance: fc.record({ type: fc.constant('advance' as const), by: fc.nat(12) }),
  shutDown: fc.record({ type: fc.constantFrom('shutDown' as const, 'drain' as const) }),
}

/** Histories of these commands; `get` and `done` are often among them. */
export function histories(...names: readonly (keyof typeof every)[]): fc.Arbitrary<readonly Command[]> {
  const usual = [every.get, every.done, every.get, every.done]
  return fc.array(fc.oneof(...usual, ...names.map((name) => every[name])), { maxLength: 50, size: 'max' })
}

export const storages = fc.constantFrom('first in, first out', 'priorities')

/** A queue in virtual time, and what happened to it. */
export class History {
  readonly clock = new TestClock()
  readonly queue: RateLimitingQueue<string>
  readonly events: Event[] = []
  /** Those who wait for an item. */
  readonly getters = new Set<{ readonly abort: () => void }>()
  readonly working: WorkItem<string>[] = []
  /** How each get ended. */
  readonly ends = { got: 0, undefined: 0, aborted: 0 }
  /** Drains that have ended. */
  drained = 0
  drains = 0

  constructor(storage: string) {
    const { clock } = this
    this.queue = new RateLimitingQueue({
      clock,
      rateLimiter: new ItemExponentialFailureRateLimiter('1ms', '20ms', { clock }),
      ...(storage === 'priorities' && { storage: new PriorityStorage<string>({ ageing: 5 }) }),
    })
  }

  get now(): number {
    return this.clock.monotonic()
  }

  async run(commands: Iterable<Command>): Promise<this> {
    for (const command of commands) {
      this.#do(command)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await this.clock.advance(command.type === 'advance' ? command.by : 0)
    }
    return this
  }

  /** Works everything off that is left, with as many workers as it takes, and lets time pass. */
  async heal(): Promise<this> {
    for (const until of [this.now, this.now + 100, this.now + 2 ** 32]) {
      for (;;) {
        for (const work of this.working.splice(0)) this.#done(work)
        // oxlint-disable-next-line no-await-in-loop
        await this.clock.settle()
        if (this.queue.size === 0 && this.working.length === 0) break
        if (this.queue.size > 0) this.#get()
        // oxlint-disable-next-line no-await-in-loop
        await this.clock.settle()
      }
      // oxlint-disable-next-line no-await-in-loop
      await this.clock.advance(until - this.now)
    }
    for (const work of this.working.splice(0)) this.#done(work)
    while (this.queue.size > 0) {
      this.#get()
      // oxlint-disable-next-line no-await-in-loop
      await this.clock.settle()
      for (const work of this.working.splice(0)) this.#done(work)
    }
    await this.clock.settle()
    return this
  }

  #do(command: Command): void {
    const { queue, working } = this
    switch (command.type) {
      case 'add':
        this.#added(command.key, 0)
        return queue.add(command.key, { priority: command.priority })
      case 'addAfter':
        this.#added(command.key, command.delay)
        return queue.addAfter(command.key, command.delay)
      case 'addRateLimited':
        this.#added(command.key, Math.min(20, 2 ** queue.numRequeues(command.key)))
        return queue.addRateLimited(command.key)
      case 'forget':
        return queue.forget(command.key)
      case 'get':
        return this.#get()
      case 'abort':
        return [...this.getters][command.which % Math.max(1, this.getters.size)]?.abort()
      case 'done': {
        const [work] = working.splice(command.which % Math.max(1, working.length), 1)
        return work && this.#done(work)
      }
      case 'shutDown':
        this.events.push({ type: 'shutDown', at: this.now })
        return queue.shutDown()
      case 'drain':
        this.events.push({ type: 'shutDown', at: this.now })
        this.drains++
        return void queue.shutDownWithDrain().then(() => this.drained++)
      case 'advance':
    }
  }

  #added(name: string, delay: number): void {
    if (!this.queue.shuttingDown)
      this.events.push({ type: 'add', key: name, at: this.now, due: this.now + Math.max(0, delay) })
  }

  #done(work: WorkItem<string>): void {
    this.events.push({ type: 'done', key: work.item, at: this.now })
    work.done()
  }

  #get(): void {
    const gone = new AbortController()
    const getter = { abort: () => gone.abort('gone') }
    this.getters.add(getter)
    const end = (how: keyof History['ends']): void => {
      this.ends[how]++
      this.getters.delete(getter)
    }
    void this.#take(gone.signal).then(end)
  }

  async #take(signal: AbortSignal): Promise<keyof History['ends']> {
    try {
      const work = await this.queue.get({ signal })
      if (!work) return 'undefined'
      this.events.push({ type: 'start', key: work.item, at: this.now })
      this.working.push(work)
      return 'got'
    } catch {
      return 'aborted'
    }
  }
}
