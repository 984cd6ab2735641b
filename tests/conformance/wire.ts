/** A field of a protobuf message whose type nobody knows: a number, eight or four bytes, text, or a message. */
export interface WireField {
  readonly number: number
  readonly value: bigint | Buffer | WireMessage
}

export type WireMessage = readonly WireField[]

interface Cursor {
  readonly bytes: Buffer
  at: number
}

/**
 * Reads a protobuf message by its shape alone: what reads as a message is one. A message that was cut off is read as far as
 * it goes, the field that was cut with what is left of it. Undefined for what is no message.
 */
export function readWire(bytes: Buffer, cut = false): WireMessage | undefined {
  const cursor: Cursor = { bytes, at: 0 }
  const fields: WireField[] = []
  while (cursor.at < bytes.length) {
    const tag = varint(cursor)
    if (tag === undefined) return cut ? fields : undefined
    const number = Number(tag >> 3n)
    if (number === 0 || number > 10_000) return undefined
    const value = valueOf(cursor, Number(tag & 7n), cut)
    if (value === undefined) return cut && cursor.at >= bytes.length ? fields : undefined
    fields.push({ number, value })
  }
  return fields
}

function valueOf(cursor: Cursor, type: number, cut: boolean): WireField['value'] | undefined {
  if (type === 0) return varint(cursor)
  if (type === 1 || type === 5) return take(cursor, type === 1 ? 8 : 4, false)?.bytes
  if (type !== 2) return undefined
  const length = varint(cursor)
  if (length === undefined || length > 10_000_000n) return undefined
  const taken = take(cursor, Number(length), cut)
  if (taken === undefined) return undefined
  const { bytes, short } = taken
  const inner = bytes.length > 0 && !isText(bytes) ? readWire(bytes, short) : undefined
  return inner ?? bytes
}

function take(cursor: Cursor, size: number, cut: boolean): { bytes: Buffer; short: boolean } | undefined {
  const short = cursor.at + size > cursor.bytes.length
  if (short && !cut) return undefined
  const bytes = cursor.bytes.subarray(cursor.at, cursor.at + size)
  cursor.at += size
  return { bytes, short }
}

function varint(cursor: Cursor): bigint | undefined {
  let value = 0n
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = cursor.bytes[cursor.at++]
    if (byte === undefined) return undefined
    value |= BigInt(byte & 0x7f) << shift
    if (byte < 0x80) return value
  }
  return undefined
}

/** Messages begin with a tag, which is below the space in all that are of interest here, or hold other such bytes. */
function isText(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 0x20 || byte === 0x0a) && (bytes[0] ?? 0) >= 0x20
}

/** The value of a field as a message; undefined for what is none. */
export function messageOf(field: WireField | undefined): WireMessage | undefined {
  const value = field?.value
  return value === undefined || typeof value === 'bigint' || Buffer.isBuffer(value) ? undefined : value
}

/** Writes a message as bytes again, lengths included. */
export function writeWire(message: WireMessage): Buffer {
  const parts: Buffer[] = []
  for (const { number, value } of message) {
    if (typeof value === 'bigint') parts.push(bytesOf(BigInt(number) << 3n), bytesOf(value))
    else {
      const inner = Buffer.isBuffer(value) ? value : writeWire(value)
      parts.push(bytesOf((BigInt(number) << 3n) | 2n), bytesOf(BigInt(inner.length)), inner)
    }
  }
  return Buffer.concat(parts)
}

function bytesOf(value: bigint): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  return Buffer.from([...bytes, Number(rest)])
}

/** The message with every text in it changed. */
export function mapTexts(message: WireMessage, change: (text: string) => string): WireMessage {
  return message.map(({ number, value }) => {
    if (typeof value === 'bigint') return { number, value }
    if (Buffer.isBuffer(value)) {
      const text = value.toString('utf8')
      const changed = change(text)
      return { number, value: changed === text ? value : Buffer.from(changed) }
    }
    return { number, value: mapTexts(value, change) }
  })
}

/** The message as JSON shows it best: lists of `[number, value]`, times as such. */
export function shownWire(message: WireMessage): unknown {
  return message.map(({ number, value }) => {
    if (typeof value === 'bigint') return [number, value > 1_500_000_000n ? '<time>' : Number(value)]
    if (!Buffer.isBuffer(value)) return [number, shownWire(value)]
    const text = value.toString('utf8')
    return [number, /^\d+$/.test(text) ? '<version>' : text]
  })
}
