import type { ListMeta, Status } from '@rxkube/meta'
import { InvalidListError } from '../errors/errors.ts'
import { asBuffer, ByteBuffer } from './byte-buffer.ts'
import { textOf } from './decoder.ts'
import { defaultMaxFrameBytes } from './line-splitter.ts'
import { isWhitespace, ValueScanner } from './value-scanner.ts'

/** What a list says of itself besides its items. */
export interface ListEnvelope {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ListMeta
  /** The body was no list but this. */
  readonly status?: Status
}

type Place =
  | 'start'
  | 'key-or-end'
  | 'key'
  | 'colon'
  | 'value'
  | 'comma-or-end'
  | 'item-or-end'
  | 'item'
  | 'comma-or-items-end'
  | 'done'

// What is wanted of a list besides its items. Of the rest all is checked but a Table's rows, the one thing that is large.
const kept = new Set(['apiVersion', 'kind', 'metadata', 'status', 'message', 'reason', 'code', 'details'])

/**
 * Cuts the body of a LIST into the bytes of its items as they arrive: in any chunks, with keys in any order. Never
 * holds more than one item.
 */
export class ListSplitter {
  readonly #scanner = new ValueScanner()
  readonly #partial: ByteBuffer
  readonly #fields = new Map<string, unknown>()
  #place: Place = 'start'
  #capturing: 'key' | 'value' | 'item' | 'skipped' | undefined
  #key = ''
  #sawItems = false
  #bytes = 0

  constructor(maxItemBytes: number = defaultMaxFrameBytes) {
    this.#partial = new ByteBuffer(maxItemBytes)
  }

  /** Bytes taken in so far. */
  get bytes(): number {
    return this.#bytes
  }

  /** The kind of the list, once it was read: servers send it first. */
  get kind(): string | undefined {
    const kind = this.#fields.get('kind')
    return typeof kind === 'string' ? kind : undefined
  }

  /**
   * The items that `chunk` completes; their bytes may share memory with `chunk`. Throws an `InvalidListError` at the
   * first byte that no list can have there, and a `FrameTooLargeError`. Has to be read to its end before the next one.
   */
  *push(chunk: Uint8Array): Generator<Buffer, undefined> {
    const bytes = asBuffer(chunk)
    let at = 0
    while (at < bytes.length) {
      if (this.#capturing) {
        const end = this.#scanner.scan(bytes, at)
        const piece = bytes.subarray(at, end < 0 ? bytes.length : end)
        if (end < 0) {
          if (this.#capturing !== 'skipped') this.#partial.append(piece)
          break
        }
        at = end
        const item = this.#captured(piece)
        if (item) yield item
        continue
      }
      const byte = bytes[at] ?? 0
      if (isWhitespace(byte)) at++
      else if (this.#step(byte)) at++
    }
    this.#bytes += bytes.length
  }

  /** What the list says of itself. Throws an `InvalidListError` unless the body was one whole object with items, or a Status. */
  end(): ListEnvelope {
    if (this.#bytes === 0) throw this.#invalid('truncated', 'the body is empty')
    if (this.#place !== 'done' || this.#capturing) throw this.#invalid('truncated', 'the body ends too early')
    const { kind, apiVersion, metadata } = Object.fromEntries(this.#fields)
    const envelope = {
      ...(typeof kind === 'string' && { kind }),
      ...(typeof apiVersion === 'string' && { apiVersion }),
      ...(typeof metadata === 'object' && metadata !== null && { metadata: metadata as ListMeta }),
    }
    if (kind === 'Status') return { ...envelope, status: Object.fromEntries(this.#fields) }
    if (!this.#sawItems && kind !== 'Table') {
      throw this.#invalid('items', `it has no items (kind ${shown(kind)})`)
    }
    return envelope
  }

  /** Takes one byte outside of values; false leaves the byte for the capture that it begins. */
  #step(byte: number): boolean {
    const character = String.fromCharCode(byte)
    switch (this.#place) {
      case 'start':
        if (character === '<') throw this.#invalid('html', 'it is an HTML page')
        if (character === '[' || character === '"') throw this.#invalid('not-an-object', 'it is no object')
        if (character !== '{') throw this.#invalid('not-json', 'it is no JSON')
        return this.#go('key-or-end')
      case 'key-or-end':
        if (character === '}') return this.#go('done')
        return this.#beginKey(character)
      case 'key':
        return this.#beginKey(character)
      case 'colon':
        if (character !== ':') throw this.#malformed(character)
        return this.#go('value')
      case 'value':
        return this.#beginValue(character)
      case 'comma-or-end':
        if (character === ',') return this.#go('key')
        if (character === '}') return this.#go('done')
        throw this.#malformed(character)
      case 'item-or-end':
        if (character === ']') return this.#go('comma-or-end')
        return this.#begin('item', character)
      case 'item':
        return this.#begin('item', character)
      case 'comma-or-items-end':
        if (character === ',') return this.#go('item')
        if (character === ']') return this.#go('comma-or-end')
        throw this.#malformed(character)
      case 'done':
        throw this.#invalid('malformed', 'something follows after its end')
      default:
        return this.#place satisfies never
    }
  }

  #go(place: Place): true {
    this.#place = place
    return true
  }

  #beginKey(character: string): false {
    if (character !== '"') throw this.#malformed(character)
    return this.#begin('key', character)
  }

  #beginValue(character: string): boolean {
    if (this.#key === 'items') {
      if (this.#sawItems) throw this.#invalid('items', 'it has items twice')
      this.#sawItems = true
      if (character === '[') return this.#go('item-or-end')
      if (character !== 'n') throw this.#invalid('items', 'its items are no array')
    }
    return this.#begin(character === '[' && this.#key === 'rows' ? 'skipped' : 'value', character)
  }

  #begin(what: 'key' | 'value' | 'item' | 'skipped', character: string): false {
    if (',:]}'.includes(character)) throw this.#malformed(character)
    if (what === 'item' && character !== '{') throw this.#invalid('items', 'one of its items is no object')
    this.#scanner.reset()
    this.#capturing = what
    return false
  }

  #captured(piece: Buffer): Buffer | undefined {
    const what = this.#capturing
    this.#capturing = undefined
    if (what === 'skipped') {
      this.#place = 'comma-or-end'
      return undefined
    }
    // The limit holds for items that came in one piece too.
    this.#partial.checkRoom(piece.length)
    let whole = piece
    if (this.#partial.length > 0) {
      this.#partial.append(piece)
      whole = this.#partial.take()
    }
    if (what === 'item') {
      this.#place = 'comma-or-items-end'
      return whole
    }
    const value = this.#parse(whole)
    if (what === 'key') {
      this.#key = String(value)
      this.#place = 'colon'
    } else {
      if (this.#key === 'items' && value !== null) throw this.#invalid('items', 'its items are no array')
      if (kept.has(this.#key)) this.#fields.set(this.#key, value)
      this.#place = 'comma-or-end'
    }
    return undefined
  }

  #parse(bytes: Buffer): unknown {
    try {
      return JSON.parse(textOf(bytes))
    } catch (error) {
      // Neither the parser's message, which quotes the body, nor a key of what may be anything is repeated.
      const what = this.#capturedIn(bytes)
      throw this.#invalid('malformed', `${what} is no JSON`, new Error((error as Error).name))
    }
  }

  #capturedIn(bytes: Buffer): string {
    const where = kept.has(this.#key) ? `its ${this.#key}` : 'one of its fields'
    return `${where} (${bytes.length} bytes)`
  }

  #malformed(character: string): InvalidListError {
    return this.#invalid('malformed', `${JSON.stringify(character)} has no place there`)
  }

  #invalid(problem: InvalidListError['problem'], what: string, cause?: unknown): InvalidListError {
    return new InvalidListError(problem, what, this.#bytes, cause)
  }
}

/** A value for a message: short, whatever was sent. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'undefined' : JSON.stringify(value)
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
