import { parseJson } from './scan-json.ts'
import { setOwn, type JsonObject } from './json.ts'
import { schema, type FieldType, type Message } from './schema.ts'
import { microTime, timestamp } from './time.ts'

const prefix = Buffer.from([0x6b, 0x38, 0x73, 0x00])

/** Thrown when bytes are not a protobuf message of the expected type. */
export class ProtobufError extends Error {
  override readonly name = 'ProtobufError'
}

/** A `runtime.Unknown`: what kind of object a protobuf body holds, and its bytes. */
export interface ProtobufBody {
  readonly apiVersion: string
  readonly kind: string
  readonly raw: Buffer
}

/** Reads the envelope of a Kubernetes protobuf body: `k8s\0` and a `runtime.Unknown`. */
export function readEnvelope(bytes: Uint8Array): ProtobufBody {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!buffer.subarray(0, 4).equals(prefix)) {
    throw new ProtobufError(
      'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]',
    )
  }
  let apiVersion = ''
  let kind = ''
  let raw = Buffer.alloc(0)
  for (const { number, value } of wire(buffer.subarray(4))) {
    if (!Buffer.isBuffer(value)) continue
    if (number === 2) raw = Buffer.from(value)
    if (number !== 1) continue
    for (const inner of wire(value)) {
      if (inner.number === 1) apiVersion = String(inner.value)
      if (inner.number === 2) kind = String(inner.value)
    }
  }
  return { apiVersion, kind, raw }
}

/** How deep messages may hold each other: only schemas do, and a level of them takes more stack than one of JSON. */
const maxDepth = 250

/** Reads a message into the JSON that it stands for; zero values are still in it. Throws a ProtobufError. */
export function readMessage(message: Message, bytes: Buffer, depth = 0): JsonObject {
  if (depth > maxDepth) throw new ProtobufError(`protobuf: exceeded max depth ${maxDepth}`)
  const object: JsonObject = {}
  for (const { number, value } of wire(bytes)) {
    const field = message.byNumber.get(number)
    if (field === undefined) continue
    if (field.inline && field.type.at === 'message') {
      Object.assign(object, readMessage(schema.message(field.type.index), block(value), depth + 1))
    } else put(object, field.name, field.type, value, depth + 1)
  }
  return object
}

type WireValue = bigint | Buffer

function* wire(bytes: Buffer): Generator<{ number: number; value: WireValue }> {
  let at = 0
  const varint = (): bigint => {
    let value = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++]
      if (byte === undefined) throw new ProtobufError('unexpected end of a protobuf message')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
    throw new ProtobufError('a protobuf number is longer than 64 bits')
  }
  const take = (size: number): Buffer => {
    if (at + size > bytes.length) throw new ProtobufError('unexpected end of a protobuf message')
    at += size
    return bytes.subarray(at - size, at)
  }
  while (at < bytes.length) {
    const tag = Number(varint())
    const number = Math.floor(tag / 8)
    const type = tag % 8
    if (type === 0) yield { number, value: varint() }
    else if (type === 1) yield { number, value: take(8) }
    else if (type === 2) yield { number, value: take(Number(varint())) }
    else if (type === 5) yield { number, value: take(4) }
    else throw new ProtobufError(`unknown protobuf wire type ${type}`)
  }
}

function put(object: JsonObject, name: string, type: FieldType, value: WireValue, depth: number): void {
  if (type.at === 'pointer') put(object, name, type.of, value, depth)
  else if (type.at === 'list') {
    const list = (Object.hasOwn(object, name) ? object[name] : []) as unknown[]
    list.push(single(type.of, value, depth))
    setOwn(object, name, list)
  } else if (type.at === 'map') {
    const map = (Object.hasOwn(object, name) ? object[name] : {}) as JsonObject
    let key = ''
    let item: unknown = type.of.at === 'message' ? {} : undefined
    for (const entry of wire(block(value))) {
      if (entry.number === 1) key = String(entry.value)
      if (entry.number === 2) item = single(type.of, entry.value, depth)
    }
    setOwn(map, key, item ?? (type.of.at === 'string' ? '' : null))
    setOwn(object, name, map)
  } else setOwn(object, name, single(type, value, depth))
}

function single(type: FieldType, value: WireValue, depth: number): unknown {
  switch (type.at) {
    case 'message':
      return readMessage(schema.message(type.index), block(value), depth)
    case 'pointer':
      return single(type.of, value, depth)
    case 'string':
      return block(value).toString('utf8')
    case 'bytes':
      return block(value).toString('base64')
    case 'bool':
      return value === 1n
    case 'int32':
    case 'int64':
      return typeof value === 'bigint' ? Number(BigInt.asIntN(64, value)) : 0
    case 'float64':
      return double(block(value))
    case 'quantity':
      return text(value, 1)
    case 'time':
    case 'micro-time':
      return instant(type.at, block(value))
    case 'duration':
      return `${Number(integer(value, 1)) / 1e9}s`
    case 'int-or-string':
      return integer(value, 1) === 1n ? text(value, 3) : Number(BigInt.asIntN(64, integer(value, 2)))
    case 'raw':
      return parseJson(text(value, 1) || 'null')
    case 'strings':
      return [...wire(block(value))].map((item) => String(item.value))
    case 'list':
    case 'map':
      break
  }
  throw new ProtobufError('a protobuf list cannot hold lists')
}

function block(value: WireValue): Buffer {
  if (typeof value === 'bigint') throw new ProtobufError('a protobuf number where a message is expected')
  return value
}

function double(bytes: Buffer): number {
  const value = bytes.length === 8 ? bytes.readDoubleLE(0) : NaN
  if (!Number.isFinite(value)) throw new ProtobufError('a protobuf number that JSON does not have')
  return value
}

function text(value: WireValue, field: number): string {
  for (const item of wire(block(value))) if (item.number === field) return String(item.value)
  return ''
}

function integer(value: WireValue, field: number): bigint {
  for (const item of wire(block(value))) {
    if (item.number === field && typeof item.value === 'bigint') return item.value
  }
  return 0n
}

const firstYear = Date.UTC(-1, 12)
const afterLastYear = Date.UTC(10_000, 0)

function instant(type: 'time' | 'micro-time', value: Buffer): string | null {
  if (value.length === 0) return null
  const seconds = BigInt.asIntN(64, integer(value, 1))
  const nanos = Number(integer(value, 2))
  // Go's zero time, which is how an unset time travels.
  if (seconds === -62_135_596_800n) return null
  const ms = Number(seconds) * 1000 + Math.floor(nanos / 1e6)
  if (!(ms >= firstYear && ms < afterLastYear))
    throw new ProtobufError('Time.MarshalJSON: year outside of range [0,9999]')
  if (type === 'time') return timestamp(ms)
  return microTime(ms, `.${String(nanos).padStart(9, '0')}`)
}
