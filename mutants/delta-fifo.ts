import type { Mutant } from './mutant.ts'

const src = 'packages/delta-fifo/src'

/** The queues: group D, as far as it is not about what is done with deltas. */
export const deltaFifoMutants: readonly Mutant[] = [
  {
    row: 'FEAT-D1',
    breaks: 'the in-order queue leaves out a change of a key that waits already',
    file: `${src}/real-fifo.ts`,
    find: '#change(delta: Delta<T>): void {\n    this.#items.push(delta)',
    replace:
      '#change(delta: Delta<T>): void {\n' +
      'const keyIn = (one: Delta<T>) => (isObjectDelta(one) ? keyOf(this.#keyFunc, one.object) : undefined)\n' +
      'if (![...this.#items].some((one) => keyIn(one) === keyIn(delta))) this.#items.push(delta)',
  },
  {
    row: 'FEAT-D2',
    breaks: 'a relist throws away what waits',
    file: `${src}/real-fifo.ts`,
    find: 'if (this.#known) this.#replaceOneByOne(objects, this.#known)',
    replace: 'this.#items.clear()\nif (this.#known) this.#replaceOneByOne(objects, this.#known)',
  },
  {
    row: 'FEAT-D3',
    breaks: 'what only the cache knows is not deleted at a relist',
    file: `${src}/reconcile.ts`,
    find: 'if (keys.has(key) || newest.has(key)) continue',
    replace: 'continue',
  },
  {
    row: 'FEAT-D3',
    breaks: 'a tombstone carries the oldest queued state',
    file: `${src}/reconcile.ts`,
    find: 'if (isObjectDelta(delta)) newest.set(keyOf(keyFunc, delta.object), delta)',
    replace:
      'if (isObjectDelta(delta) && !newest.has(keyOf(keyFunc, delta.object)))\n' +
      'newest.set(keyOf(keyFunc, delta.object), delta)',
  },
  {
    row: 'FEAT-D3',
    breaks: 'a relist adds before it deletes',
    file: `${src}/real-fifo.ts`,
    find: 'replaced.push({',
    replace: 'this.#items.push({',
  },
  {
    row: 'FEAT-D4',
    breaks: 'a batch has a key twice',
    file: `${src}/batch.ts`,
    find: 'if (keys.has(key)) break',
    replace: '',
  },
  {
    row: 'FEAT-D4',
    breaks: 'a batch crosses the end of the initial list',
    file: `${src}/batch.ts`,
    find: 'initial > 0 ? Math.min(size, initial) : size',
    replace: 'size',
  },
  {
    row: 'FEAT-D5',
    breaks: 'a queue grows without holding its producer',
    file: `${src}/outlet.ts`,
    find: 'return size() >= highWaterMark || (holdWhileProcessing && this.#processing)',
    replace: 'return holdWhileProcessing && this.#processing',
  },
  {
    row: 'FEAT-D6',
    breaks: 'a queue has synced when the last initial delta was popped, not when it was worked off',
    file: `${src}/outlet.ts`,
    find: 'this.population.taken(count)',
    replace: 'this.population.taken(count)\nthis.population.finished()',
  },
  {
    row: 'FEAT-D6',
    breaks: 'an empty list never syncs',
    file: `${src}/population.ts`,
    find: 'this.#populated = true\n    this.#remaining = count\n    this.#check()',
    replace: 'this.#populated = true\nthis.#remaining = count',
  },
  {
    row: 'FEAT-D7',
    breaks: 'the deletion of what nobody knows is queued',
    file: `${src}/delta-fifo.ts`,
    find: 'if (this.#exists(key)) {',
    replace: 'if (true) {',
  },
  {
    row: 'FEAT-D7',
    breaks: 'deletions in a row stay two',
    file: `${src}/compress.ts`,
    find: "if (last?.type !== 'Deleted' || delta.type !== 'Deleted') {",
    replace: 'if (last) {',
  },
  {
    row: 'FEAT-D7',
    breaks: 'the plain queue keeps the first object of a key',
    file: `${src}/fifo.ts`,
    find: 'this.#items.set(key, delta)\n    if (this.#inOrder.has(key)) return',
    replace: 'if (this.#inOrder.has(key)) return\nthis.#items.set(key, delta)',
  },
  {
    row: 'FEAT-D8',
    breaks: 'DeltaFIFO: a resync brings back what a pending change takes away',
    file: `${src}/delta-fifo.ts`,
    find: 'if (this.#items.has(key)) continue\n      const newest',
    replace: 'const newest',
  },
  {
    row: 'FEAT-D8',
    breaks: 'RealFIFO: a resync brings back what a pending change takes away',
    file: `${src}/real-fifo.ts`,
    find: 'if (queued.has(key)) continue',
    replace: '',
  },
  {
    row: 'FEAT-D11',
    breaks: 'closing a queue does not wake who waits for it',
    file: `${src}/outlet.ts`,
    find: 'this.#closed = true\n    this.#changed.wake()',
    replace: 'this.#closed = true',
  },
  {
    row: 'FEAT-D11',
    breaks: 'a closed queue gives up what is left in it',
    file: `${src}/outlet.ts`,
    find: 'while (this.#processing || this.#options.size() === 0) {\n      if (this.#closed && this.#options.size() === 0) throw new QueueClosedError()',
    replace:
      'if (this.#closed) throw new QueueClosedError()\nwhile (this.#processing || this.#options.size() === 0) {\n' +
      'if (this.#closed) throw new QueueClosedError()',
  },
  {
    row: 'FEAT-D12',
    breaks: 'everything that is popped counts as initial',
    file: `${src}/outlet.ts`,
    find: 'pick(!this.population.hasSynced)',
    replace: 'pick(true)',
  },
  {
    row: 'FAULT-A7',
    breaks: 'a relist drops the pending deletion of what it brings back',
    file: `${src}/delta-fifo.ts`,
    find: 'for (const [key, object] of list) this.#push(key, { type: this.#replaced, object })',
    replace:
      'for (const [key, object] of list) {\nconst pending = this.#items.get(key)\n' +
      "if (pending?.at(-1)?.type !== 'Deleted') this.#push(key, { type: this.#replaced, object })\n}",
  },
  {
    row: 'FAULT-A6',
    breaks: 'what is only in the queue is not deleted at a relist',
    file: `${src}/reconcile.ts`,
    find: "if (keys.has(key) || delta.type === 'Deleted') continue",
    replace: 'continue',
  },
  {
    row: 'FAULT-A10',
    breaks: 'the key function is given a tombstone',
    file: `${src}/key-of.ts`,
    find: 'if (item instanceof DeletedFinalStateUnknown) return item.key\n  try {\n    return keyFunc(item)',
    replace: 'try {\nreturn keyFunc(item as T)',
  },
  {
    row: 'FAULT-F11',
    breaks: 'resyncs pile up while nobody works them off',
    file: `${src}/real-fifo.ts`,
    find: 'this.#syncAllWaits = true',
    replace: '',
  },
]
