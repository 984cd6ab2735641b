import type { Mutant } from './mutant.ts'

const src = 'packages/workqueue/src'

/** The work queues: group G. */
export const workqueueMutants: readonly Mutant[] = [
  {
    row: 'FEAT-G1',
    breaks: 'an item that is worked on is handed to a second worker',
    file: `${src}/work-queue.ts`,
    find: 'if (!this.#processing.has(key)) this.#storage.push(entry)',
    replace: 'this.#storage.push(entry)',
  },
  {
    row: 'FEAT-G1',
    breaks: 'what is added while it is worked on is forgotten',
    file: `${src}/work-queue.ts`,
    find: 'if (again) this.#storage.push(again)',
    replace: 'if (again) this.#dirty.delete(again.key)',
  },
  {
    row: 'FEAT-G1',
    breaks: 'objects are told apart by identity',
    file: `${src}/item-key.ts`,
    find: 'return objectMark + canonicalJson(item)',
    replace: 'return objectMark === canonicalJson(item) ? item : item',
  },
  {
    row: 'FEAT-G2',
    breaks: 'a queue that shuts down still takes items in',
    file: `${src}/work-queue.ts`,
    find: 'if (this.#shuttingDown) return\n    const key',
    replace: 'const key',
  },
  {
    row: 'FEAT-G2',
    breaks: 'what waits at shutdown is thrown away',
    file: `${src}/work-queue.ts`,
    find: 'if (next) return next\n    return this.#shuttingDown ? undefined',
    replace:
      'if (this.#shuttingDown) return undefined\nif (next) return next\nreturn this.#shuttingDown ? undefined',
  },
  {
    row: 'FEAT-G5',
    breaks: 'a later time shadows an earlier one',
    file: `${src}/delaying-queue.ts`,
    find: 'if (readyAt >= known.readyAt) return',
    replace: 'return',
  },
  {
    row: 'FEAT-G6',
    breaks: 'forget keeps the failures of an item',
    file: `${src}/rate-limiting-queue.ts`,
    find: 'this.#rateLimiter.forget(item)',
    replace: 'this.#rateLimiter.numRequeues(item)',
  },
  {
    row: 'FEAT-G10',
    breaks: 'a conflict that stays ends in another error',
    file: 'packages/client/src/retry.ts',
    find: 'if (--steps <= 0) throw failure',
    replace: "if (--steps <= 0) throw new Error('timed out')",
  },
  {
    row: 'FAULT-G1',
    breaks: 'an item that is handed out as the queue shuts down is with nobody',
    file: `${src}/work-queue.ts`,
    find: 'this.#getters.resolveFirst(work)\n    this.#begun(entry)',
    replace: 'this.#begun(entry)\nthis.#getters.resolveFirst(work)',
  },
  {
    row: 'FAULT-G2',
    breaks: 'metrics that throw keep an item from being added',
    file: `${src}/metrics-guard.ts`,
    find: 'this.#report(error)',
    replace: 'throw error',
  },
  {
    row: 'FAULT-G2',
    breaks: 'what metrics add as work ends is there twice',
    file: `${src}/work-queue.ts`,
    find: 'if (again) this.#storage.push(again)\n    this.metrics?.done(entry.key)',
    replace:
      'this.metrics?.done(entry.key)\nconst late = this.#dirty.get(entry.key)\nif (again ?? late) this.#storage.push((again ?? late) as never)',
  },
  {
    row: 'FAULT-G2',
    breaks: 'objects without fields of their own pass for one',
    file: `${src}/item-key.ts`,
    find: 'if (members.length === 0 && !isPlain(value))',
    replace: 'if (members.length < 0 && !isPlain(value))',
  },
  {
    row: 'FAULT-G12',
    breaks: 'a priority that is no number is taken',
    file: `${src}/work-queue-options.ts`,
    find: 'if (Number.isNaN(priority)) throw',
    replace: 'if (priority === -0.5) throw',
  },
  {
    row: 'FAULT-G3',
    breaks: 'an endless delay is none',
    file: `${src}/delaying-queue.ts`,
    find: 'if (wait <= 0) this.add(item, options)',
    replace: 'if (wait <= 0 || wait === Infinity) this.add(item, options)',
  },
  {
    row: 'FAULT-G4',
    breaks: 'failures are remembered for ever',
    file: `${src}/rate-limiters/failures.ts`,
    find: 'if (elapsed < this.#ttl) return',
    replace: 'if (elapsed >= 0) return',
  },
  {
    row: 'FAULT-G5',
    breaks: 'what was taken back comes all the same',
    file: `${src}/delaying-queue.ts`,
    find: '    this.#heap.remove(delayed)\n',
    replace: '',
  },
  {
    row: 'FAULT-G12',
    breaks: 'who waits behind higher priorities waits for ever',
    file: `${src}/priority-storage.ts`,
    find: 'priority * this.#ageing - addedAt',
    replace: 'priority * this.#ageing - addedAt / 1e9',
  },
]
