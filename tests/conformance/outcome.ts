import { gunzipSync } from 'node:zlib'
import type { Correspondence } from './correspondence.ts'
import { differences } from './differences.ts'
import type { Exchange } from './exchange.ts'
import { normalForm, normalText } from './normal-form.ts'
import { pythonBytes } from './python-bytes.ts'
import type { Answer, OpenWatch } from './target.ts'
import { readWire, shownWire } from './wire.ts'

/** What became of one recorded exchange. */
export interface Outcome {
  readonly id: string
  readonly title: string
  readonly request: string
  /** Where the answer differs from the recorded one; none when they agree. */
  readonly differences: readonly string[]
  /** True when descriptions of columns were recorded, which this server has none of. */
  readonly described: boolean
  /** Where its managedFields differ; undefined when the recording shows none. */
  readonly managedFields: readonly string[] | undefined
}

const compared = ['content-type', 'warning', 'retry-after', 'allow', 'location', 'content-encoding']
// Not every recording kept these.
const known = new Set(['content-type', 'content-encoding'])

/** Holds an answer against the recorded one, and learns what stands for what. */
export function outcomeOf(exchange: Exchange, answer: Answer, names: Correspondence): Outcome {
  const found: string[] = []
  if (answer.status !== exchange.status) {
    found.push(`status: expected ${exchange.status}, got ${answer.status}`)
  }
  for (const name of compared) {
    const expected = exchange.answerHeaders[name]
    // Recordings leave out headers that go without saying; what is there counts.
    if (expected === undefined && (known.has(name) || exchange.traffic === true)) continue
    const lines = (value: string | readonly string[] | undefined) => [value ?? []].flat()
    const [before, after] = [lines(expected), lines(answer.headers[name])]
    found.push(...differences(before, after).map((each) => `${name}${each}`))
  }
  names.learnTag(exchange.answerHeaders['etag'], answer.headers['etag'])
  const expected = json(exchange.answer)
  const actual = json(answer.text)
  const bytes = pythonBytes(exchange.answer)
  let managedFields: readonly string[] | undefined
  if (exchange.traffic === true && exchange.answer === '') names.learn({}, {})
  else if (bytes !== undefined) found.push(...binary(exchange, bytes, Buffer.from(answer.bytes)))
  else if (exchange.cut || expected === undefined || actual === undefined) {
    found.push(...beginning(exchange, answer.text))
  } else {
    found.push(...versions(expected, actual, names))
    names.learn(expected, actual)
    const before = normalForm(expected)
    const after = normalForm(actual)
    found.push(...differences(before.value, after.value))
    if (before.managedFields.length > 0 || after.managedFields.length > 0) {
      managedFields = differences(before.managedFields, after.managedFields)
    }
  }
  return { ...headOf(exchange), differences: found, managedFields }
}

/** Holds the events of a watch against the recorded ones. */
export function outcomeOfWatch(exchange: Exchange, watch: OpenWatch, names: Correspondence): Outcome {
  const found: string[] = []
  if (watch.status !== exchange.status) found.push(`status: expected ${exchange.status}, got ${watch.status}`)
  const lines = (text: string) => text.split('\n').filter((line) => line !== '')
  const expected = lines(exchange.answer)
  const actual = lines(watch.text())
  if (expected.length !== actual.length) {
    const kinds = (texts: readonly string[]) => texts.map((text) => /"type": ?"(\w+)"/.exec(text)?.[1] ?? '?')
    found.push(
      `events: expected ${expected.length} (${kinds(expected).join(' ')}), got ${actual.length} (${kinds(actual).join(' ')})`,
    )
  }
  const managed: string[] = []
  for (const [at, line] of expected.slice(0, actual.length).entries()) {
    const before = json(line)
    const after = json(actual[at] ?? '')
    if (before === undefined) {
      found.push(...shortened(line, after).map((each) => `event ${at + 1} ${each}`))
      continue
    }
    names.learn(before, after)
    const [one, other] = [normalForm(before), normalForm(after)]
    found.push(...differences(one.value, other.value).map((each) => `event ${at + 1}${each}`))
    managed.push(...differences(one.managedFields, other.managedFields))
  }
  const ended = exchange.watch?.ended !== undefined
  if (ended !== watch.ended()) found.push(`end: expected ${ended ? 'by the server' : 'none'}`)
  return { ...headOf(exchange), differences: found.slice(0, 8), managedFields: managed.slice(0, 6) }
}

/** What an outcome says of its exchange. */
export function headOf(exchange: Exchange): Pick<Outcome, 'id' | 'title' | 'request' | 'described'> {
  const { id, title, method, path, answer } = exchange
  const described = /"columnDefinitions".*"description": ?"[^"]/s.test(answer)
  return { id, title, described, request: `${method} ${path.length > 160 ? `${path.slice(0, 160)}…` : path}` }
}

const gzip = Buffer.from([0x1f, 0x8b, 0x08])

/** Compressed answers are read, protobuf is compared field by field. */
function binary({ cut }: Exchange, recorded: Buffer, answer: Buffer): readonly string[] {
  if (recorded.subarray(0, 3).equals(gzip)) {
    // Some transports have read what was compressed already.
    const list = (answer.subarray(0, 3).equals(gzip) ? gunzipSync(answer) : answer).toString('utf8')
    return json(list) === undefined ? ['body: expected compressed JSON'] : []
  }
  const show = (bytes: Buffer) => shownWire(readWire(bytes.subarray(4), cut) ?? [])
  const expected = normalForm(show(recorded)).value
  const actual = normalForm(show(answer.subarray(0, cut ? recorded.length : answer.length))).value
  return differences(expected, actual)
}

/** A write that changed nothing has to answer with the version that was there, any other with a new one. */
function versions(expected: unknown, actual: unknown, names: Correspondence): readonly string[] {
  const [recorded, here] = [versionOf(expected), versionOf(actual)]
  if (recorded === undefined || here === undefined) return []
  const before = names.learned(recorded)
  if (before === undefined || before === here) return []
  return [`.metadata.resourceVersion: expected ${before} (recorded as ${recorded}), got ${here}`]
}

function versionOf(value: unknown): string | undefined {
  const { metadata } = value as { metadata?: { uid?: string; resourceVersion?: string } }
  return metadata?.uid === undefined ? undefined : metadata.resourceVersion
}

/** Of an answer that is no JSON, or of which only the beginning was recorded, the texts are compared. */
function beginning({ answer: recorded, cut }: Exchange, text: string): readonly string[] {
  const strip = (whole: string) => normalText(whole.trimEnd()).replace(/"managedFields":.*$/, '')
  const expected = strip(recorded)
  const actual = strip(text)
  const same = cut ? prefixAgrees(expected, actual) : expected === actual
  if (same) return []
  let at = 0
  while (at < expected.length && expected[at] === actual[at]) at++
  const around = (whole: string) => JSON.stringify(whole.slice(Math.max(0, at - 40), at + 120))
  return [`body at ${at}: expected ${around(expected)}, got ${around(actual)}`]
}

/** Events of watches were recorded up to some length, in the spacing of another language. */
function shortened(recorded: string, event: unknown): readonly string[] {
  const expected = normalText(recorded).replace(/"managedFields":.*$/, '')
  const actual = normalText(spaced(event)).replace(/"managedFields":.*$/, '')
  if (prefixAgrees(expected, actual)) return []
  let at = 0
  while (at < expected.length && expected[at] === actual[at]) at++
  const around = (whole: string) => JSON.stringify(whole.slice(Math.max(0, at - 40), at + 120))
  return [`at ${at}: expected ${around(expected)}, got ${around(actual)}`]
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => spaced(each)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${spaced(each)}`)
    .join(', ')}}`
}

/** What was cut off may have been cut inside of a uid or a time. */
function prefixAgrees(expected: string, actual: string): boolean {
  return actual.startsWith(expected.slice(0, Math.max(0, expected.length - 40)))
}

function json(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
