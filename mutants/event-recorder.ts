import type { Mutant } from './mutant.ts'

const src = 'packages/event-recorder/src'

/** The recorders of events: group I, and the faults that they met. */
export const eventRecorderMutants: readonly Mutant[] = [
  {
    row: 'FEAT-I2',
    breaks: 'an event that repeats is a new one each time',
    file: `${src}/event-log.ts`,
    find: 'if (!last || last.count <= 0)',
    replace: 'if (last || !last)',
  },
  {
    row: 'FEAT-I2',
    breaks: 'a count that the server forgot is lost',
    file: `${src}/write-event.ts`,
    find: 'if (!isNotFound(error)) throw error',
    replace: 'if (isNotFound(error)) throw error',
  },
  {
    row: 'FEAT-I2',
    breaks: 'what a patch no longer finds is created with the version of what was',
    file: `${src}/write-event.ts`,
    find: 'metadata: asNew(event.metadata)',
    replace: 'metadata: event.metadata ?? asNew(event.metadata)',
  },
  {
    row: 'FEAT-I3',
    breaks: 'similar events are never aggregated',
    file: `${src}/event-aggregator.ts`,
    find: 'if (record.localKeys.size < maxEvents) return undefined',
    replace: 'if (record.localKeys.size < Infinity) return undefined',
  },
  {
    row: 'FEAT-I3',
    breaks: 'the 11th similar event is the first to be aggregated',
    file: `${src}/event-aggregator.ts`,
    find: 'record.localKeys.size < maxEvents',
    replace: 'record.localKeys.size <= maxEvents',
  },
  {
    row: 'FEAT-I3',
    breaks: 'similar events of long ago count',
    file: `${src}/event-aggregator.ts`,
    find: 'known.lastSeen >= since',
    replace: 'known.lastSeen < Infinity',
  },
  {
    row: 'FEAT-I4',
    breaks: 'nothing is taken for spam',
    file: `${src}/spam-filter.ts`,
    find: 'if (budget.tokens < 1 - rounding) return true',
    replace: 'if (budget.tokens < -Infinity) return true',
  },
  {
    row: 'FEAT-I4',
    breaks: 'a budget that is used up stays used up',
    file: `${src}/spam-filter.ts`,
    find: '((elapsed - budget.updated) / 1000) * qps',
    replace: '0 * qps',
  },
  {
    row: 'FEAT-I4',
    breaks: 'what is held back is not counted',
    file: `${src}/event-correlator.ts`,
    find: `const { event: observed, patch } = this.#log.observe(aggregate?.event ?? event, key)
    if (this.#filter.isSpam(observed, elapsed)) return { skip: true }`,
    replace: `if (this.#filter.isSpam(aggregate?.event ?? event, elapsed)) return { skip: true }
    const { event: observed, patch } = this.#log.observe(aggregate?.event ?? event, key)`,
  },
  {
    row: 'FEAT-I1',
    breaks: 'a queue takes all that comes',
    file: `${src}/event-queue.ts`,
    find: '!this.#closed && this.#waiting < this.#options.limit',
    replace: '!this.#closed',
  },
  {
    row: 'FEAT-I7',
    breaks: 'each repeat of an event is sent',
    file: `${src}/series-cache.ts`,
    find: 'if (series) return undefined',
    replace: 'if (series) return entry.event',
  },
  {
    row: 'FAULT-I3',
    breaks: 'recording after the shutdown throws',
    file: `${src}/broadcaster.ts`,
    find: "if (this.closing.aborted) this.#refuse('shutDown')",
    replace: "if (this.closing.aborted) throw new BroadcasterShutDownError('recording')",
  },
  {
    row: 'FAULT-I4',
    breaks: 'a sink that does not answer is asked for ever',
    file: `${src}/deliver.ts`,
    find: 'if (tries >= maxTries)',
    replace: 'if (tries >= maxTries * Infinity)',
  },
  {
    row: 'FAULT-I5',
    breaks: 'keys are joined without anything between their parts',
    file: `${src}/tuple-key.ts`,
    find: '`${part.length}:${part}`',
    replace: 'part',
  },
  {
    row: 'INV-E5',
    breaks: 'what the queue has no room for is not counted',
    file: `${src}/broadcaster.ts`,
    find: "if (isSink) this.drop('queueFull')",
    replace: "if (isSink) this.reports.dropped('queueFull', 1)",
  },
]
