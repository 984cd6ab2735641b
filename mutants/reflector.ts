import type { Mutant } from './mutant.ts'

const src = 'packages/reflector/src'

/** Lists and watches as a reflector asks for them: group B. */
export const reflectorMutants: readonly Mutant[] = [
  {
    row: 'FEAT-A2',
    breaks: 'a client that says it knows no WatchList is asked for it all the same',
    file: `${src}/options.ts`,
    find: '(options.useWatchList ?? true) && !watchListUnsupported',
    replace: '(options.useWatchList ?? true) || watchListUnsupported',
  },
  {
    row: 'FEAT-A5',
    breaks: 'a frame that could not be read is passed over',
    file: `${src}/reading.ts`,
    find: "if (event.type === 'ERROR') {\n      failure = failureOfStatus(statusOf(event.object))\n      break",
    replace:
      "if (event.type === 'ERROR') {\nfailure = failureOfStatus(statusOf(event.object))\n" +
      "if (failure.kind !== 'undecodable') break\nfailure = undefined\ncontinue",
  },
  {
    row: 'FEAT-B1',
    breaks: 'every list is asked for at "0", so that a lagging server takes the cache back',
    file: `${src}/transitions.ts`,
    find: "return resourceVersion === '' ? '0' : resourceVersion",
    replace: "return '0'",
  },
  {
    row: 'FEAT-B1',
    breaks: 'every relist is a read from the database',
    file: `${src}/transitions.ts`,
    find: "return resourceVersion === '' ? '0' : resourceVersion",
    replace: "return resourceVersion === '' ? '0' : ''",
  },
  {
    row: 'FEAT-B2',
    breaks: 'a version that is too large is asked for again after a pause',
    file: `${src}/step-listing.ts`,
    find: "(kind === 'expired' || kind === 'tooLargeResourceVersion') && !state.retried",
    replace: "kind === 'expired' && !state.retried",
  },
  {
    row: 'FEAT-B3',
    breaks: 'a list at a known version comes in pages, which a watch cache does not serve',
    file: `${src}/transitions.ts`,
    find: 'if (memory.paginated || isUnset(resourceVersion)) return defaultPageSize\n  return 0',
    replace: 'void memory\nvoid isUnset(resourceVersion)\nreturn defaultPageSize',
  },
  {
    row: 'FEAT-B3',
    breaks: 'pages of a list with "" are taken for a sign that there is no watch cache',
    file: `${src}/step-listing.ts`,
    find: "(state.resourceVersion === '0' && input.paginated)",
    replace: 'input.paginated',
  },
  {
    row: 'FEAT-B4',
    breaks: 'any bookmark ends the initial events',
    file: `${src}/reading.ts`,
    find: "event.type === 'BOOKMARK' && event.object.metadata?.annotations?.[initialEventsEnd] === 'true'",
    replace: "event.type === 'BOOKMARK'",
  },
  {
    row: 'FEAT-B4',
    breaks: 'the annotation counts by its presence',
    file: `${src}/reading.ts`,
    find: "?.[initialEventsEnd] === 'true'",
    replace: '?.[initialEventsEnd] !== undefined',
  },
  {
    row: 'FEAT-B5',
    breaks: 'a deletion among the initial events is passed over',
    file: `${src}/initial-reading.ts`,
    find: "emit.push({ type: 'initDelete', object: event.object })",
    replace: '',
  },
  {
    row: 'FEAT-B5',
    breaks: 'a stream that is asked for again goes on with what the broken one brought',
    file: `${src}/transitions.ts`,
    find: "...emitting([...before, init(memory)]),\n      {\n        type: 'openWatch',",
    replace: "...emitting(broken > 0 ? before : [...before, init(memory)]),\n{\ntype: 'openWatch',",
  },
  {
    row: 'FEAT-B6',
    breaks: 'after the initial events another watch is opened',
    file: `${src}/step-streaming.ts`,
    find: "...effects,\n      ...cancelTimers,\n      { type: 'report', report: { type: 'synced', resourceVersion, by: 'watchList' } },",
    replace:
      "...effects,\n{ type: 'closeWatch' },\n{ type: 'openWatch', options: { resourceVersion, allowWatchBookmarks: true } },\n" +
      "...cancelTimers,\n{ type: 'report', report: { type: 'synced', resourceVersion, by: 'watchList' } },",
  },
  {
    row: 'FEAT-B7',
    breaks: 'a server that knows no WatchList is asked for it again and again',
    file: `${src}/step-streaming.ts`,
    find: 'return fallBack(state, error, before)\n}\n\nfunction timedOut',
    replace:
      "const [waiting, retryIn, timer] = wait<T>(state, moment, 'watchList', { broken: state.broken })\n" +
      "const events = [...before, { type: 'error' as const, error, retryIn }]\n" +
      "return [waiting, [{ type: 'emit', events }, { type: 'closeWatch' }, ...cancelTimers, timer]]\n}\n\nfunction timedOut",
  },
  {
    row: 'FEAT-B7',
    breaks: 'one refusal is taken for the end of WatchList',
    file: `${src}/step-streaming.ts`,
    find: 'watchListsGivenUp: state.memory.watchListsGivenUp + 1',
    replace: 'watchListsGivenUp: 99',
  },
  {
    row: 'FEAT-B8',
    breaks: 'no bookmarks are asked for',
    file: `${src}/transitions.ts`,
    find: 'resourceVersion: memory.resourceVersion,\n    allowWatchBookmarks: true,',
    replace: 'resourceVersion: memory.resourceVersion,',
  },
  {
    row: 'FEAT-B8',
    breaks: 'bookmarks do not move the version',
    file: `${src}/reading.ts`,
    find: "else if (publishes && version !== '') resourceVersion = version",
    replace: "else if (publishes && version !== '' && event.type !== 'BOOKMARK') resourceVersion = version",
  },
  {
    row: 'FEAT-B9',
    breaks: 'a watch is resumed from made-up events that are in no order',
    file: `${src}/reading.ts`,
    find: 'publishes: !isUnset(from)',
    replace: 'publishes: true',
  },
  {
    row: 'FEAT-B10',
    breaks: 'a watch may be asked to end after a second',
    file: `${src}/options.ts`,
    find: 'minWatchTimeout: Math.max(shortestWatch, parseDuration(options.minWatchTimeout ?? shortestWatch))',
    replace: 'minWatchTimeout: parseDuration(options.minWatchTimeout ?? shortestWatch)',
  },
  {
    row: 'FEAT-B10',
    breaks: 'all watches are asked to end at the same time',
    file: `${src}/transitions.ts`,
    find: 'return Math.floor(seconds + random * seconds)',
    replace: 'void random\nreturn Math.floor(seconds)',
  },
  {
    row: 'FEAT-B11',
    breaks: 'the end of a watch after minutes leads to a list',
    file: `${src}/step-watching.ts`,
    find: 'if (lasted >= veryShort) {\n',
    replace:
      'if (lasted >= veryShort) {\n' +
      'return relist(state, moment, new VeryShortWatchError(lasted), { cleanUp: endSession })\n',
  },
  {
    row: 'FEAT-B11',
    breaks: 'a watch that ends after events soon leads to a list',
    file: `${src}/step-watching.ts`,
    find: 'if (stream.events === 0) return relist(state, moment, error, { cleanUp: endSession })',
    replace: 'return relist(state, moment, error, { cleanUp: endSession })',
  },
  {
    row: 'FEAT-B12',
    breaks: 'a watch that ends at once is opened again at once',
    file: `${src}/step-watching.ts`,
    find: 'if (stream.events === 0) return relist(state, moment, error, { cleanUp: endSession })',
    replace: 'void error',
  },
  {
    row: 'FEAT-B13',
    breaks: 'a 429 on opening leads to a list, which makes it worse',
    file: `${src}/step-watching.ts`,
    find: "if (kind === 'tooManyRequests' || kind === 'connectionRefused') {",
    replace: "if (kind === 'connectionRefused') {",
  },
  {
    row: 'FEAT-B13',
    breaks: 'a refused connection leads to a list',
    file: `${src}/step-watching.ts`,
    find: "if (kind === 'tooManyRequests' || kind === 'connectionRefused') {",
    replace: "if (kind === 'tooManyRequests') {",
  },
  {
    row: 'FEAT-B13',
    breaks: 'a 429 in the stream leads to a list',
    file: `${src}/step-watching.ts`,
    find: "if (kind === 'tooManyRequests') {\n    return reopenLater(state, moment,",
    replace: 'if (moment.at < 0) {\n    return reopenLater(state, moment,',
  },
  {
    row: 'FEAT-B14',
    breaks: 'the handler is told of what ends a stream',
    file: `${src}/step-watching.ts`,
    find: 'return relist(state, moment, error, { before, cleanUp: [...effects, ...closeSession], retryAfter })',
    replace:
      'return relist(state, moment, error, { before, cleanUp: [...effects, ...closeSession], retryAfter, handled: true })',
  },
  {
    row: 'FEAT-B14',
    breaks: 'the handler is not told that a watch was refused',
    file: `${src}/step-watching.ts`,
    find: '{ cleanUp: endSession, retryAfter, handled: true }',
    replace: '{ cleanUp: endSession, retryAfter }',
  },
  {
    row: 'FEAT-B14',
    breaks: 'a watch whose version expired is opened again at that version',
    file: `${src}/step-watching.ts`,
    find: "if (kind === 'tooManyRequests') {\n    return reopenLater(state, moment,",
    replace: "if (kind === 'tooManyRequests' || kind === 'expired') {\n    return reopenLater(state, moment,",
  },
  {
    row: 'FEAT-B15',
    breaks: 'an internal error is answered by a new watch for ever',
    file: `${src}/retry-with-deadline.ts`,
    find: 'return window !== undefined && now - window.first <= maxDuration ? [true, window] : [false, undefined]',
    replace: 'return [true, window]',
  },
  {
    row: 'FEAT-B15',
    breaks: 'an internal error is answered by a new watch without being told to',
    file: `${src}/retry-with-deadline.ts`,
    find: 'if (maxDuration <= 0) return [false, window]',
    replace: '',
  },
  {
    row: 'FEAT-B16',
    breaks: 'pauses have no jitter',
    file: `${src}/backoff.ts`,
    find: '(1 + jitter * random)',
    replace: '(1 + 0 * jitter * random)',
  },
  {
    row: 'FEAT-B17',
    breaks: 'objects of another kind come in',
    file: `${src}/expected-type.ts`,
    find: 'if (expected?.kind && kind && kind !== expected.kind) return `it is a ${kind}, not a ${expected.kind}`',
    replace: '',
  },
  {
    row: 'FEAT-B17',
    breaks: 'a Table comes in',
    file: `${src}/expected-type.ts`,
    find: "if (isTable({ apiVersion, kind })) return 'it is a Table'",
    replace: '',
  },
  {
    row: 'FEAT-B17',
    breaks: 'what does not belong ends the batch that it came in',
    file: `${src}/reading.ts`,
    find: "emit.push({ type: 'error', error, retryIn: 0 })\n      continue",
    replace: "emit.push({ type: 'error', error, retryIn: 0 })\nbreak",
  },
]
