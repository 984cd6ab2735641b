import type { Mutant } from './mutant.ts'

const src = 'packages/client/src'

/** Requests, lists and watches: group A. */
export const clientMutants: readonly Mutant[] = [
  {
    row: 'FEAT-A1',
    breaks: 'the tweak is applied to lists alone',
    file: `${src}/list-watch.ts`,
    find: 'client.watch(resource, { ...tweak({ ...asked, ...fixed }),',
    replace: 'client.watch(resource, { ...asked, ...fixed,',
  },
  {
    row: 'FEAT-A1',
    breaks: 'the tweak is applied to watches alone',
    file: `${src}/list-watch.ts`,
    find: 'client.listParts(resource, { ...tweak({ ...asked, ...fixed }),',
    replace: 'client.listParts(resource, { ...asked, ...fixed,',
  },
  {
    row: 'FEAT-A3',
    breaks: 'causes of errors are not looked at',
    file: `${src}/errors/error-chain.ts`,
    find: "if ('cause' in next) pending.push(next.cause)",
    replace: '',
  },
  {
    row: 'FEAT-A3',
    breaks: 'a version that is too large is known by its cause alone, which old servers do not send',
    file: `${src}/errors/classification.ts`,
    find: '|| each.statusMessage.includes(tooLarge)',
    replace: '',
  },
  {
    row: 'FEAT-A4',
    breaks: 'Retry-After is for servers with errors, not for those that are busy',
    file: `${src}/request/requester.ts`,
    find: '(code === 429 || code >= 500)',
    replace: 'code >= 500',
  },
  {
    row: 'FEAT-A4',
    breaks: 'a request is repeated twenty times',
    file: `${src}/request/requester.ts`,
    find: 'const mostRetries = 10',
    replace: 'const mostRetries = 20',
  },
  {
    row: 'FEAT-A6',
    breaks: 'silence has no end',
    file: `${src}/request/idle-deadline.ts`,
    find: 'clock.setTimer(after, () => {',
    replace: 'clock.setTimer(Infinity, () => {',
  },
  {
    row: 'FEAT-A6',
    breaks: 'a PING may stay unanswered',
    file: `${src}/http/http2-session.ts`,
    find: 'this.#timer = this.#clock.setTimer(pingTimeout, () => {',
    replace: 'this.#timer = this.#clock.setTimer(Infinity, () => {',
  },
  {
    row: 'FEAT-A7',
    breaks: 'a watch is cut after 30 s of silence',
    file: `${src}/collections.ts`,
    find: 'idleAfter: (timeoutSeconds + idleMargin) * 1000',
    replace: 'idleAfter: 30_000',
  },
  {
    row: 'FEAT-A7',
    breaks: 'the deadline of silence is counted from the beginning of the watch',
    file: `${src}/request/idle-deadline.ts`,
    find: 'for (;;) {\n      const { promise: silence, reject } = Promise.withResolvers<never>()\n      const timer = clock.setTimer(after, () => {',
    replace:
      'const until = clock.monotonic() + after\nfor (;;) {\n' +
      'const { promise: silence, reject } = Promise.withResolvers<never>()\n' +
      'const timer = clock.setTimer(until - clock.monotonic(), () => {',
  },
  {
    row: 'FEAT-A8',
    breaks: 'each page names the version beside its token',
    file: `${src}/pager.ts`,
    find: 'const { resourceVersion: _, resourceVersionMatch: __, ...rest } = this.#sized(options)',
    replace: 'const rest = this.#sized(options)',
  },
  {
    row: 'FEAT-A8',
    breaks: 'the first page is taken for all there is',
    file: `${src}/pager.ts`,
    find: 'const whole = token ? yield* this.#further(options, token, signal) : undefined',
    replace: 'const whole = undefined',
  },
  {
    row: 'FEAT-A9',
    breaks: 'a page that expired fails the whole list',
    file: `${src}/pager.ts`,
    find: 'if (!this.#fullListIfExpired || !isExpired(error) || signal.aborted) throw error',
    replace: 'throw error',
  },
  {
    row: 'FEAT-A9',
    breaks: 'after an expired page the list is asked for in pages again',
    file: `${src}/pager.ts`,
    find: 'const { limit: _, continue: __, ...whole } = options',
    replace: 'const whole = this.#sized(options)',
  },
  {
    row: 'FEAT-A10',
    breaks: 'pages are fetched however many wait',
    file: `${src}/page-buffer.ts`,
    find: 'while (!this.#ended && this.#parked.length >= this.#size + (this.#waiting ? 1 : 0))\n      await this.#changed.promise',
    replace: '',
  },
  {
    row: 'FAULT-A20',
    breaks: 'what is no list, such as a login page, counts as an empty one',
    file: `${src}/frames/list-body.ts`,
    find: 'export async function* listBody<T>(',
    replace:
      'export async function* listBody<T>(...given: Parameters<typeof strictly<T>>): AsyncGenerator<ListPart<T>, undefined> {\n' +
      "try {\nyield* strictly<T>(...given)\n} catch {\nyield { type: 'end', metadata: { resourceVersion: '999999999' } }\n}\n}\n" +
      'async function* strictly<T>(',
  },
  {
    row: 'FAULT-A21',
    breaks: 'a list without a version is a list',
    file: `${src}/frames/list-body.ts`,
    find: "if (typeof metadata?.resourceVersion !== 'string' || metadata.resourceVersion === '') {",
    replace: 'if (!metadata) {',
  },
  {
    row: 'FAULT-B1',
    breaks: 'lines are made text piece by piece',
    file: `${src}/frames/byte-buffer.ts`,
    find: 'this.#bytes.set(piece, this.#length)',
    replace: "this.#bytes.write(Buffer.from(piece).toString('utf8'), this.#length)",
  },
  {
    row: 'FAULT-B11',
    breaks: 'a line without end is kept without end',
    file: `${src}/frames/byte-buffer.ts`,
    find: 'if (length > this.#limit) throw new FrameTooLargeError(length, this.#limit)',
    replace: 'if (length > 1e6) throw new FrameTooLargeError(length, this.#limit)',
  },
  {
    row: 'FAULT-C7',
    breaks: 'a pause before the next attempt does not end with the signal',
    file: `${src}/request/requester.ts`,
    find: '(signal) => sleep(clock, pause, { signal })',
    replace: '() => sleep(clock, pause)',
  },
  {
    row: 'FAULT-D2',
    breaks: 'a token file that is empty for a moment empties the token',
    file: `${src}/credentials/token-file.ts`,
    find: "if (token === '') return\n    this.#token = token",
    replace: 'this.#token = token',
  },
]
