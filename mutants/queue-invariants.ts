import type { Mutant } from './mutant.ts'

const src = 'packages/workqueue/src'

/** Each breaks an invariant of queues: by a bug that queues of this kind had. */
const broken: readonly (Omit<Mutant, 'row'> & { readonly invariant: string })[] = [
  {
    invariant: 'Q1',
    breaks: 'a key is pushed again while it is worked on',
    file: `${src}/work-queue.ts`,
    find: 'if (!this.#processing.has(key)) this.#storage.push(entry)',
    replace: 'this.#storage.push(entry)',
  },
  {
    invariant: 'Q2',
    breaks: 'an add during a run is lost',
    file: `${src}/work-queue.ts`,
    find: 'if (again) this.#storage.push(again)',
    replace: 'if (again) this.#dirty.delete(again.key)',
  },
  {
    invariant: 'Q2',
    breaks: 'whoever waits is not woken',
    file: `${src}/work-queue.ts`,
    find: 'if (!this.#getters.waiting) return',
    replace: 'if (!this.#getters.waiting || this.#storage.size === 1) return',
  },
  {
    invariant: 'Q3',
    breaks: 'each add makes a run',
    file: `${src}/work-queue.ts`,
    find: 'if (waiting) {',
    replace: 'if (waiting && this.#processing.has(key)) {',
  },
  {
    invariant: 'Q4',
    breaks: 'a later time shadows an earlier one',
    file: `${src}/delaying-queue.ts`,
    find: 'if (readyAt >= known.readyAt) return',
    replace: 'return',
  },
  {
    invariant: 'Q4',
    breaks: 'what is due soon comes with what is due now',
    file: `${src}/delaying-queue.ts`,
    find: 'if (!first || first.readyAt > now) break',
    replace: 'if (!first || first.readyAt > now + 2) break',
  },
  {
    invariant: 'Q5',
    breaks: 'those who wait are not told of the shutdown',
    file: `${src}/work-queue.ts`,
    find: '    this.#getters.resolveAll(undefined)\n',
    replace: '',
  },
  {
    invariant: 'Q5',
    breaks: 'a drain ends while something is left',
    file: `${src}/work-queue.ts`,
    find: 'if (!this.#shuttingDown || this.#processing.size > 0 || this.size > 0) return',
    replace: 'if (!this.#shuttingDown || this.#processing.size > 0) return',
  },
  {
    invariant: 'Q6',
    breaks: 'who came last is served first',
    file: `${src}/fifo-storage.ts`,
    find: 'this.#outgoing = this.#incoming.toReversed()',
    replace: 'this.#outgoing = this.#incoming',
  },
  {
    invariant: 'Q7',
    breaks: 'a shutdown lets nobody be done',
    file: `${src}/work-queue.ts`,
    find: 'this.#processing.delete(entry.key)',
    replace: 'if (!this.#shuttingDown) this.#processing.delete(entry.key)',
  },
  {
    invariant: 'Q8',
    breaks: 'forget keeps the failures',
    file: `${src}/rate-limiters/item-exponential-failure-rate-limiter.ts`,
    find: 'this.#failures.forget(item)',
    replace: 'this.#failures.of(item)',
  },
  {
    invariant: 'Q8',
    breaks: 'delays grow past their maximum',
    file: `${src}/rate-limiters/item-exponential-failure-rate-limiter.ts`,
    find: 'return Math.min(delay, this.#max)',
    replace: 'return delay',
  },
]

/** What the property tests of the invariants find, and the exhaustive model of the queue as well. */
export const queueInvariantMutants: readonly Mutant[] = broken.flatMap(({ invariant, ...mutant }) => [
  { row: `INV-${invariant}`, ...mutant },
  { row: 'MODEL-Q1', ...mutant },
])
