import type { Mutant } from './mutant.ts'

const src = 'packages/workqueue/src'

/** The work queues: group G. */
export const workqueueMutants: readonly Mutant[] = [
  {
    row: 'FEAT-G1',
    breaks: 'an item that is worked on is handed to a second worker',
    file: `${src}/work-queue.ts`,
    find: 'if (!this.#processing.has(key)) this.#push(entry)',
    replace: 'this.#push(entry)',
  },
  {
    row: 'FEAT-G1',
    breaks: 'what is added while it is worked on is forgotten',
    file: `${src}/work-queue.ts`,
    find: 'if (again) this.#push(again)',
    replace: 'if (again) this.#dirty.delete(again.key)',
  },
  {
    row: 'FEAT-G1',
    breaks: 'objects are told apart by identity',
    file: `${src}/item-key.ts`,
    find: "return typeof item === 'object' && item !== null ? objectMark + canonicalJson(item) : item",
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
]
