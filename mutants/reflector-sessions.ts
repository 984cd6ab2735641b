import type { Mutant } from './mutant.ts'

const src = 'packages/reflector/src'

/** What ends a session of a reflector, what stops it, and famous ways to lose the truth. */
export const reflectorSessionMutants: readonly Mutant[] = [
  {
    row: 'FEAT-B18',
    breaks: 'nobody is told that a list failed',
    file: `${src}/step-listing.ts`,
    find: '{ retryAfter, handled: true }',
    replace: '{ retryAfter }',
  },
  {
    row: 'FEAT-B19',
    breaks: 'there is one resync and no more',
    file: `${src}/step-watching.ts`,
    find: "{ type: 'setTimer', timer: 'resyncDue', delay }],",
    replace: '],',
  },
  {
    row: 'FEAT-B19',
    breaks: 'a resync is told whether or not somebody wants it',
    file: `${src}/step-watching.ts`,
    find: "emitting<T>(wanted ? [{ type: 'resync' }] : [])",
    replace: "emitting<T>(wanted || !wanted ? [{ type: 'resync' }] : [])",
  },
  {
    row: 'FEAT-B20',
    breaks: 'objects of the snapshot are not changed',
    file: `${src}/modify.ts`,
    find: 'const objects = event.objects.flatMap((object) => apply(change, object, changed) ?? [])',
    replace: 'const { objects } = event',
  },
  {
    row: 'FEAT-B21',
    breaks: 'an object that cannot be read ends the stream as if nothing were',
    file: `${src}/reading.ts`,
    find: "if (event.type === 'ERROR') {\n      failure = failureOfStatus(statusOf(event.object))\n      break",
    replace:
      "if (event.type === 'ERROR') {\nconst status = statusOf(event.object)\n" +
      "if (status.reason !== 'StorageReadError') failure = failureOfStatus(status)\nbreak",
  },
  {
    row: 'FEAT-B22',
    breaks: 'a missing object is no difference',
    file: `${src}/consistency-check.ts`,
    find: 'missing: [...listed.keys()].filter((key) => !streamed.has(key))',
    replace: 'missing: []',
  },
  {
    row: 'FEAT-B23',
    breaks: 'a stop leaves the request open that is under way',
    file: `${src}/run.ts`,
    find: 'for (const effect of effects) this.#apply(effect)\n    this.#state = state',
    replace: 'void effects\nthis.#state = state',
  },
  {
    row: 'FEAT-B23',
    breaks: 'a stop leaves the timers running',
    file: `${src}/run.ts`,
    find: 'for (const timer of this.#timers.values()) timer.cancel()\n    this.#timers.clear()\n    for (const effect of effects) this.#apply(effect)',
    replace: "for (const effect of effects) if (effect.type !== 'cancelTimer') this.#apply(effect)",
  },
  {
    row: 'FEAT-B23',
    breaks: 'a stop does not wait for the delivery that is under way',
    file: `${src}/run.ts`,
    find: 'await this.#last\n',
    replace: '',
  },
  {
    row: 'FAULT-A2',
    breaks: 'an expired version is asked for again and again',
    file: `${src}/step-listing.ts`,
    find: "(kind === 'expired' || kind === 'tooLargeResourceVersion') && !state.retried",
    replace: "kind === 'tooLargeResourceVersion' && !state.retried",
  },
  {
    row: 'FAULT-A1',
    breaks: 'a list that is older than what was asked for replaces the cache',
    file: `${src}/step-listing.ts`,
    find: 'if (isOlder(resourceVersion, state.resourceVersion)) {',
    replace: 'if (isOlder(resourceVersion, resourceVersion)) {',
  },
  {
    row: 'FAULT-A14',
    breaks: 'a server that repeats old events takes the place to resume from back with it',
    file: `${src}/reading.ts`,
    find: 'if (isOlder(version, opened.from)) replayed++',
    replace: 'if (isOlder(version, version)) replayed++',
  },
  {
    row: 'FAULT-A16',
    breaks: 'a bookmark from before the last version is believed',
    file: `${src}/reading.ts`,
    find: 'if (isOlder(version, resourceVersion)) {',
    replace: 'if (isOlder(version, version)) {',
  },
  {
    row: 'FAULT-A18',
    breaks: 'pages that expired half-way are kept and added to',
    file: 'packages/client/src/pager.ts',
    find: "yield { type: 'restarted' }",
    replace: '',
  },
  {
    row: 'FAULT-A23',
    breaks: 'the end of the initial events is waited for without end',
    file: `${src}/transitions.ts`,
    find: "{ type: 'setTimer', timer: 'watchListTimedOut', delay: settings.watchListTimeout },",
    replace: '',
  },
  {
    row: 'FAULT-B3',
    breaks: 'the version moves past an event that could not be read',
    file: `${src}/failure.ts`,
    find: "return undecodable ? { ...failure, kind: 'undecodable' } : failure",
    replace: "return undecodable ? { ...failure, kind: 'tooManyRequests' } : failure",
  },
  {
    row: 'FAULT-B9',
    breaks: 'an event from before a bookmark is believed',
    file: `${src}/reading.ts`,
    find: 'if (isOlder(version, bookmark)) {',
    replace: 'if (isOlder(version, version)) {',
  },
  {
    row: 'FAULT-C8',
    breaks: 'Retry-After does not lengthen a pause',
    file: `${src}/transitions.ts`,
    find: 'const pause = Math.max(delay, retryAfter)',
    replace: 'const pause = delay + 0 * retryAfter',
  },
  {
    row: 'FAULT-C11',
    breaks: 'the old watch stays open when a new one is begun',
    file: `${src}/run.ts`,
    find: "case 'abortList':\n      case 'closeWatch':\n        this.#operation?.stop()",
    replace: "case 'abortList':\n      case 'closeWatch':",
  },
]
