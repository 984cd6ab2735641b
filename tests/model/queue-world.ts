import {
  FifoStorage,
  ItemExponentialFailureRateLimiter,
  PriorityStorage,
  RateLimitingQueue,
  type Queued,
  type QueueStorage,
  type WorkItem,
} from '@rxkube/workqueue'
import { moment, queueKeys, workers, type QueueAction } from './queue-action.ts'
import { QueueClock } from './queue-clock.ts'
import { ageing, priorityOf, QueueSpec, type QueueOrder, type WorkerState } from './queue-spec.ts'

/** Shows what is in another storage. */
class SeenStorage implements QueueStorage<string> {
  readonly #storage: QueueStorage<string>
  readonly content: Queued<string>[] = []

  constructor(storage: QueueStorage<string>) {
    this.#storage = storage
  }

  get size(): number {
    return this.#storage.size
  }

  push(queued: Queued<string>): void {
    this.content.push(queued)
    this.#storage.push(queued)
  }

  touch(queued: Queued<string>): void {
    this.#storage.touch(queued)
  }

  pop(): Queued<string> | undefined {
    const queued = this.#storage.pop()
    if (queued) this.content.splice(this.content.indexOf(queued), 1)
    return queued
  }
}

interface Worker {
  state: WorkerState
  work: WorkItem<string> | undefined
  giveUp: AbortController | undefined
}

// From what resolves a promise to who awaits it, over an async function that returns another promise.
const ticks = 6

/** The shipped queue, two workers, and what they should see. */
export class QueueWorld {
  readonly spec: QueueSpec
  readonly #order: QueueOrder
  readonly #clock = new QueueClock()
  readonly #storage: SeenStorage
  readonly #queue: RateLimitingQueue<string>
  readonly #workers: Worker[] = Array.from({ length: workers }, () => idle())
  /** Promises of the queue that have not settled. */
  #waiting = 0
  #drain: 'none' | 'waiting' | 'over' = 'none'

  /** `Queue`: the shipped one, or one with a bug, to see it found. */
  constructor(order: QueueOrder, Queue: typeof RateLimitingQueue = RateLimitingQueue) {
    this.#order = order
    this.spec = new QueueSpec(order)
    this.#storage = new SeenStorage(
      order === 'priorities' ? new PriorityStorage({ ageing }) : new FifoStorage(),
    )
    const clock = this.#clock
    this.#queue = new Queue({
      clock,
      storage: this.#storage,
      rateLimiter: new ItemExponentialFailureRateLimiter(1, 4, { clock }),
    })
  }

  /** What can be seen of the queue. */
  get seen() {
    const { depth, processing, delayed, shuttingDown } = this.#queue.stats
    return {
      depth,
      processing,
      delayed,
      shuttingDown,
      waiting: this.#storage.content.map(({ item }) => item),
      timers: this.#clock.timers,
      workers: this.#workers.map(({ state }) => state),
      requeues: queueKeys.map((key) => this.#queue.numRequeues(key)),
      drain: this.#drain,
    }
  }

  /** What tells this world from others. */
  get shape(): string {
    const { requeues, ...seen } = this.seen
    return JSON.stringify([this.#order, this.spec.shape, seen, requeues.map((count) => Math.min(count, 3))])
  }

  async run(action: QueueAction): Promise<void> {
    this.spec.apply(action)
    this.#act(action)
    // Nobody to be told of anything.
    if (this.#waiting === 0) return
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
  }

  #act(action: QueueAction): void {
    const queue = this.#queue
    switch (action.type) {
      case 'add':
        return queue.add(action.key, { priority: priorityOf(action.key) })
      case 'addAfter':
        return queue.addAfter(action.key, action.delay, { priority: priorityOf(action.key) })
      case 'addRateLimited':
        return queue.addRateLimited(action.key, { priority: priorityOf(action.key) })
      case 'forget':
        return queue.forget(action.key)
      case 'get':
        return this.#get(action.worker)
      case 'give up':
        return this.#workers[action.worker]?.giveUp?.abort()
      case 'done': {
        const worker = this.#workers[action.worker]
        this.#workers[action.worker] = idle()
        return worker?.work?.done()
      }
      case 'advance':
        return this.#clock.advance(moment)
      case 'shutDown':
        return queue.shutDown()
      case 'drain':
        return void this.#toDrain()
    }
  }

  #get(at: number): void {
    const worker = idle()
    worker.state = 'waiting'
    worker.giveUp = new AbortController()
    this.#waiting++
    this.#workers[at] = worker
    void this.#take(worker, worker.giveUp.signal)
  }

  async #take(worker: Worker, signal: AbortSignal): Promise<void> {
    try {
      worker.work = await this.#queue.get({ signal })
      worker.state = worker.work ? { key: worker.work.item } : 'ended'
    } catch {
      worker.state = 'idle'
    }
    this.#waiting--
  }

  async #toDrain(): Promise<void> {
    this.#drain = 'waiting'
    this.#waiting++
    await this.#queue.shutDownWithDrain()
    this.#drain = 'over'
    this.#waiting--
  }
}

function idle(): Worker {
  return { state: 'idle', work: undefined, giveUp: undefined }
}
