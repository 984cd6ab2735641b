import { parseDuration } from '@rxkube/clock'
import { utf8 } from '../verbs/encode.ts'
import type { ApiResponse } from '../verbs/request.ts'
import { WatchStream } from '../verbs/watch-stream.ts'
import { ConnectionError } from './connection-error.ts'
import type { BodyEnd, WatchBehaviour } from './effect.ts'
import { statusOf, type FaultAnswer } from './fault-answer.ts'

/** Waits so many milliseconds, or for ever; less when the fault is removed. Rejects when the connection is gone. */
export type Pause = (delay: number) => Promise<void>

const bookmark = Buffer.from('{"type":"BOOKMARK"')
const lineFeed = 10

/** The frames of a watch as a fault has them. */
export class FaultyBody implements AsyncIterableIterator<Uint8Array> {
  readonly #source: AsyncIterator<Uint8Array>
  readonly #behaviour: WatchBehaviour
  readonly #pause: Pause
  readonly #pace: number
  #ready: Uint8Array[] = []
  #end: BodyEnd | 'hang' | undefined
  /** What came after the event that a silence begins with. */
  #rest: Uint8Array = new Uint8Array()
  #events = 0
  #done = false

  constructor(source: AsyncIterable<Uint8Array>, behaviour: WatchBehaviour, pause: Pause) {
    this.#source = source[Symbol.asyncIterator]()
    this.#behaviour = behaviour
    this.#pause = pause
    this.#pace = parseDuration(behaviour.pace ?? 0)
    this.#reach()
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    while (!this.#done) {
      const chunk = this.#take()
      // Each turn of the loop is a wait for the next frame.
      // oxlint-disable no-await-in-loop
      if (chunk !== undefined) {
        if (this.#pace > 0) await this.#pause(this.#pace)
        return { done: false, value: chunk }
      }
      if (this.#end !== undefined) {
        await this.#finish(this.#end)
        continue
      }
      const result = await this.#source.next()
      // oxlint-enable no-await-in-loop
      if (result.done === true) this.#done = true
      else this.#receive(result.value)
    }
    return { done: true, value: undefined }
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#done = true
    this.#ready = []
    await this.#source.return?.()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  /** The next chunk of what is ready. */
  #take(): Uint8Array | undefined {
    const [first] = this.#ready
    if (first === undefined) return undefined
    const { chunk } = this.#behaviour
    if (chunk === undefined) {
      const all = this.#ready.length === 1 ? first : Buffer.concat(this.#ready)
      this.#ready = []
      return all
    }
    if (this.#ready.length > 1) this.#ready = [Buffer.concat(this.#ready)]
    const [whole = first] = this.#ready
    const size = Math.max(1, chunk)
    this.#ready = whole.length > size ? [whole.subarray(size)] : []
    return whole.subarray(0, size)
  }

  /** Frames come whole: a chunk ends with the end of a line. */
  #receive(bytes: Uint8Array, isRewritten = false): void {
    const { end: how, skipBookmarks = false, after = 0, rewrite } = this.#behaviour
    if (rewrite !== undefined && !isRewritten) {
      this.#receive(rewrittenLines(bytes, rewrite), true)
      return
    }
    if (how === undefined && !skipBookmarks) {
      this.#ready.push(bytes)
      return
    }
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(lineFeed, start)
      const line = bytes.subarray(start, end === -1 ? bytes.length : end + 1)
      start += line.length
      const isBookmark = bookmark.equals(line.subarray(0, bookmark.length))
      if (isBookmark && skipBookmarks) continue
      if (!isBookmark && how === 'cut' && this.#events === after && this.#end === undefined) {
        this.#ready.push(line.subarray(0, Math.max(1, line.length >> 1)))
        this.#end = 'cut'
        return
      }
      this.#ready.push(line)
      if (isBookmark) continue
      this.#events++
      this.#reach()
      if (this.#end === undefined) continue
      this.#rest = bytes.subarray(start)
      return
    }
  }

  /** Ends it when the events that were asked for have come; a cut waits for the next, to have what to cut. */
  #reach(): void {
    const { end, after = 0 } = this.#behaviour
    if (end !== undefined && end !== 'cut' && this.#events === after) this.#end = end
  }

  async #finish(end: BodyEnd | 'hang'): Promise<void> {
    this.#end = undefined
    if (end === 'hang') {
      await this.#pause(Infinity)
      const rest = this.#rest
      this.#rest = new Uint8Array()
      this.#receive(rest, true)
      return
    }
    await this.#source.return?.()
    if (end === 'close') this.#done = true
    else if (typeof end === 'string') throw new ConnectionError(end)
    else {
      this.#ready.push(errorFrame(end))
      this.#end = 'close'
    }
  }
}

function rewrittenLines(bytes: Uint8Array, rewrite: NonNullable<WatchBehaviour['rewrite']>): Uint8Array {
  const lines = Buffer.from(bytes).toString('utf8').split('\n')
  const frames = lines.filter((line) => line !== '').flatMap((line) => rewrite(line))
  return utf8(frames.map((frame) => `${frame}\n`).join(''))
}

/** A body as a fault words it; a watch stays as it is. */
export async function rewritten(
  body: ApiResponse['body'],
  rewrite: (body: string) => string,
): Promise<ApiResponse['body']> {
  if (typeof body === 'string') return rewrite(body)
  if (body instanceof WatchStream) return body
  const bytes = Buffer.concat(await Array.fromAsync(body))
  return rewrite(bytes.toString('utf8'))
}

/** The last line of a watch that failed. */
export function errorFrame(answer: FaultAnswer): Uint8Array {
  return utf8(`${JSON.stringify({ type: 'ERROR', object: statusOf(answer) })}\n`)
}

/** The first bytes of a body, and then the end of the connection. */
export async function* truncated(
  body: string | AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  let left = bytes
  for await (const chunk of typeof body === 'string' ? [utf8(body)] : body) {
    if (left > 0) yield chunk.subarray(0, left)
    left -= chunk.length
    if (left < 0) break
  }
  throw new ConnectionError('cut')
}
