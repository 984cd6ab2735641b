import { asString, getOwn, isObject, type JsonObject } from './json.ts'
import { schema, type FieldType, type Message } from './schema.ts'

const prefix = Buffer.from([0x6b, 0x38, 0x73, 0x00])
const empty = Buffer.alloc(0)

/** Writes an object as the body of an answer: `k8s\0` and a `runtime.Unknown` around the message. */
export function writeEnvelope(message: Message, object: JsonObject): Buffer {
  const type = Buffer.concat([text(1, asString(object['apiVersion'])), text(2, asString(object['kind']))])
  const unknown = [block(1, type), block(2, writeMessage(message, object)), block(3, empty), block(4, empty)]
  return Buffer.concat([prefix, ...unknown])
}

/**
 * Writes the JSON of a message as gogo's generated code does: fields by number, those that are no pointers also when they
 * are zero. Depth is bounded by what a body may nest.
 */
function writeMessage(message: Message, object: JsonObject): Buffer {
  const fields = [...message.byNumber.values()].toSorted((a, b) => a.number - b.number)
  const parts: Buffer[] = []
  for (const { name, number, type, inline } of fields) {
    const value = inline ? object : getOwn(object, name)
    parts.push(...field(number, type, value))
  }
  return Buffer.concat(parts)
}

function field(number: number, type: FieldType, value: unknown): readonly Buffer[] {
  switch (type.at) {
    case 'pointer':
      return value === undefined || value === null ? [] : field(number, type.of, value)
    case 'list':
      return (Array.isArray(value) ? value : []).flatMap((item) => single(number, type.of, item))
    case 'map': {
      const map = isObject(value) ? value : {}
      return Object.keys(map)
        .toSorted()
        .map((key) => block(number, Buffer.concat([text(1, key), ...single(2, type.of, map[key])])))
    }
    case 'bytes':
    case 'raw':
    case 'strings':
      return value === undefined || value === null ? [] : single(number, type, value)
    case 'message':
    case 'string':
    case 'bool':
    case 'int32':
    case 'int64':
    case 'float64':
    case 'quantity':
    case 'time':
    case 'micro-time':
    case 'duration':
    case 'int-or-string':
      break
  }
  return single(number, type, value)
}

function single(number: number, type: FieldType, value: unknown): readonly Buffer[] {
  switch (type.at) {
    case 'message':
      return [block(number, writeMessage(schema.message(type.index), isObject(value) ? value : {}))]
    case 'pointer':
      return single(number, type.of, value)
    case 'string':
      return [text(number, asString(value))]
    case 'bytes':
      return [block(number, Buffer.from(asString(value), 'base64'))]
    case 'bool':
      return [tag(number, 0), varint(value === true ? 1n : 0n)]
    case 'int32':
    case 'int64':
      return [tag(number, 0), varint(BigInt(typeof value === 'number' ? value : 0))]
    case 'float64': {
      const bytes = Buffer.alloc(8)
      bytes.writeDoubleLE(typeof value === 'number' ? value : 0)
      return [tag(number, 1), bytes]
    }
    case 'quantity':
      return [block(number, text(1, typeof value === 'number' ? `${value}` : asString(value)))]
    case 'time':
    case 'micro-time':
      return [block(number, instant(value))]
    case 'duration':
      return [block(number, integer(1, nanoseconds(asString(value))))]
    case 'int-or-string':
      return [block(number, intOrString(value))]
    case 'raw':
      return [block(number, text(1, JSON.stringify(value)))]
    case 'strings': {
      const items = Array.isArray(value) ? value : []
      return [block(number, Buffer.concat(items.map((item) => text(1, asString(item)))))]
    }
    case 'list':
    case 'map':
      break
  }
  throw new TypeError('a protobuf list cannot hold lists')
}

function intOrString(value: unknown): Buffer {
  const isText = typeof value === 'string'
  const number = typeof value === 'number' ? value : 0
  return Buffer.concat([integer(1, isText ? 1n : 0n), integer(2, BigInt(number)), text(3, asString(value))])
}

function instant(value: unknown): Buffer {
  const ms = Date.parse(asString(value))
  if (Number.isNaN(ms)) return empty
  const fraction = /\.(\d+)/.exec(asString(value))?.[1] ?? ''
  const nanos = BigInt(fraction.padEnd(9, '0').slice(0, 9))
  return Buffer.concat([integer(1, BigInt(Math.floor(ms / 1000))), integer(2, nanos)])
}

const units = new Map([
  ['h', 3_600_000_000_000],
  ['m', 60_000_000_000],
  ['s', 1_000_000_000],
  ['ms', 1_000_000],
])

/** Nanoseconds of a duration such as `1h2m0.5s`. */
function nanoseconds(duration: string): bigint {
  let total = 0
  for (const [, amount = '', unit = ''] of duration.matchAll(/([\d.]+)(ms|[hms])/g)) {
    total += Number(amount) * (units.get(unit) ?? 0)
  }
  return BigInt(Math.round(total))
}

function tag(number: number, type: number): Buffer {
  return varint(BigInt(number * 8 + type))
}

function varint(value: bigint): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  return Buffer.from([...bytes, Number(rest)])
}

function integer(number: number, value: bigint): Buffer {
  return Buffer.concat([tag(number, 0), varint(value)])
}

function block(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([tag(number, 2), varint(BigInt(bytes.length)), bytes])
}

function text(number: number, value: string): Buffer {
  return block(number, Buffer.from(value, 'utf8'))
}
