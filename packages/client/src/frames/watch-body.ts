import type { Clock } from '@rxkube/clock'
import { FrameTooLargeError } from '../errors/errors.ts'
import type { WatchEvent } from '../lister-watcher.ts'
import { jsonDecoder, textOf, type Decoder } from './decoder.ts'
import { leanEventText, leanJsonDecoder } from './lean-json-decoder.ts'
import { LineSplitter } from './line-splitter.ts'
import { TimeSlice } from './time-slice.ts'
import { isWhitespace, ValueScanner } from './value-scanner.ts'

/** How a watch's body is read. */
export interface WatchBodyOptions<T> {
  readonly decode: Decoder<T>
  readonly clock: Clock
  readonly maxFrameBytes?: number | undefined
}

/**
 * The events of a watch in batches, one a chunk. A frame that cannot be decoded becomes an ERROR event and the end; a
 * frame that the end of the body cuts off is left out.
 */
export async function* watchBody<T>(
  body: AsyncIterable<Uint8Array>,
  { decode, clock, maxFrameBytes }: WatchBodyOptions<T>,
): AsyncGenerator<readonly WatchEvent<T>[], undefined> {
  const splitter = new LineSplitter(maxFrameBytes)
  const slice = new TimeSlice(clock)
  for await (const chunk of body) {
    let events: WatchEvent<T>[] = []
    slice.resume()
    try {
      for (const frame of splitter.push(chunk)) {
        if (isBlank(frame)) continue
        events.push(decodeEvent(frame, decode))
        if (!slice.isOver()) continue
        yield events
        events = []
        await slice.yield()
      }
    } catch (error) {
      yield [...events, undecodable(error)]
      return
    }
    // What the reader does with the events is work of this turn as well.
    if (events.length > 0) yield events
    slice.pause()
  }
  const last = wholeEvent(splitter.rest(), decode)
  if (last) yield [last]
}

/** A line of nothing but JSON's whitespace says nothing. */
function isBlank(frame: Buffer): boolean {
  return isWhitespace(frame[0] ?? 0) && frame.every(isWhitespace)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The last frame may lack its line end; one that was cut off is no JSON. */
function wholeEvent<T>(frame: Buffer, decode: Decoder<T>): WatchEvent<T> | undefined {
  try {
    return frame.length > 0 && !isBlank(frame) ? decodeEvent(frame, decode) : undefined
  } catch {
    return undefined
  }
}

function decodeEvent<T>(frame: Buffer, decode: Decoder<T>): WatchEvent<T> {
  const isLean = (decode as unknown) === leanJsonDecoder
  const isPlain = isLean || (decode as unknown) === jsonDecoder
  if (!isPlain) {
    const found = plainFrame.exec(frame.toString('latin1', 0, 40))
    const object = found && objectIn(frame, found[0].length)
    if (object) return { type: found[1] as 'ADDED', object: decode(object) }
  }
  const event = JSON.parse(isLean ? leanEventText(frame) : textOf(frame)) as {
    type?: unknown
    object?: unknown
  } | null
  if (typeof event?.type !== 'string' || !isObject(event.object)) {
    throw new TypeError('a watch event with a type and an object was expected')
  }
  const { type, object } = event
  if (type === 'BOOKMARK') return { type, object }
  if (type === 'ERROR') return { type, object }
  if (isPlain) return { type: type as 'ADDED', object: object as T }
  return { type: type as 'ADDED', object: decode(Buffer.from(JSON.stringify(object))) }
}

// How API servers write events; any other order of keys takes the way through JSON.parse.
const plainFrame = /^\{"type":"(ADDED|MODIFIED|DELETED)","object":(?=\{)/

/** The bytes of the object that begins at `from`, if the event ends with it. */
function objectIn(frame: Buffer, from: number): Buffer | undefined {
  const end = new ValueScanner().scan(frame, from)
  const rest = end < 0 ? '' : frame.toString('latin1', end).trim()
  return rest === '}' ? frame.subarray(from, end) : undefined
}

function undecodable<T>(error: unknown): WatchEvent<T> {
  // Only what names a size is repeated: the parser's message quotes the object.
  const why = error instanceof FrameTooLargeError ? error.message : 'the frame is no JSON of a watch event'
  const message = `unable to decode an event from the watch stream: ${why}`
  return {
    type: 'ERROR',
    object: {
      apiVersion: 'v1',
      kind: 'Status',
      status: 'Failure',
      message,
      reason: 'InternalError',
      code: 500,
      details: {
        causes: [
          { reason: 'UnexpectedServerResponse', message: why },
          { reason: 'ClientWatchDecoding', message: why },
        ],
      },
    },
  }
}
