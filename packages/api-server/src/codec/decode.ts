import { isObject, setOwn, type JsonObject } from './json.ts'
import { schema, type Field, type FieldType, type Message } from './schema.ts'
import { microTime, timestamp } from './time.ts'

/** Thrown when a body does not fit the Go type of its kind; the message is Go's. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
  /** What upstream says where it converts from a map instead of reading JSON. */
  readonly conversion: string

  constructor(message: string, conversion = message) {
    super(message)
    this.conversion = conversion
  }
}

// Go's omitempty has no effect on a struct, and these are structs.
const structs = new Set(['message', 'time', 'micro-time', 'quantity', 'int-or-string', 'duration', 'raw'])

interface Context {
  readonly unknown: string[]
  /** Whether an empty list stays one, where a field that was not set is null. */
  readonly hollow: boolean
}

/**
 * Reads JSON as Go reads it into the struct of a kind and writes it as Go writes it: fields in the struct's order, zero
 * values left out or put in as its tags say, fields it does not have dropped and listed in `unknown`.
 */
export function decode(
  message: Message,
  value: unknown,
  hollow = false,
): { object: JsonObject; unknown: readonly string[] } {
  const context: Context = { unknown: [], hollow }
  return { object: struct(message, value, '', message, context), unknown: context.unknown }
}

function struct(
  message: Message,
  value: unknown,
  path: string,
  parent: Message,
  context: Context,
): JsonObject {
  const given = value ?? {}
  if (!isObject(given)) throw mismatch(given, parent, path, `v1.${message.name}`)
  const decoded = new Map<string, unknown>()
  for (const key of Object.keys(given)) {
    const field = message.fields.get(key)
    const at = path === '' ? key : `${path}.${key}`
    if (field === undefined) context.unknown.push(at)
    else if (given[key] !== null) decoded.set(key, read(field.type, given[key], at, message, context))
  }
  const object: JsonObject = {}
  for (const field of message.fields.values()) {
    const set = decoded.get(field.name)
    const always = !field.omitEmpty || structs.has(field.type.at)
    // What is stored as protobuf comes back without the difference between an empty list and none.
    const hollow = isHollow(field.type, set)
    // An empty list of managers is a request to forget them all.
    if (hollow && field.name === 'managedFields') setOwn(object, field.name, set)
    else if (set === undefined || hollow) {
      if (always) setOwn(object, field.name, hollow && context.hollow ? set : zeroOf(field))
    } else if (always || !isEmpty(field.type, set)) setOwn(object, field.name, set)
  }
  return object
}

function isHollow({ at }: FieldType, value: unknown): boolean {
  if (at === 'list') return Array.isArray(value) && value.length === 0
  return at === 'map' && isObject(value) && Object.keys(value).length === 0
}

/** What Go writes for a field that was not set. */
function zeroOf({ type }: Pick<Field, 'type'>): unknown {
  switch (type.at) {
    case 'message': {
      const message = schema.message(type.index)
      return struct(message, {}, '', message, { unknown: [], hollow: false })
    }
    case 'string':
      return ''
    case 'bool':
      return false
    case 'int32':
    case 'int64':
    case 'float64':
    case 'int-or-string':
      return 0
    case 'quantity':
      return '0'
    case 'duration':
      return '0s'
    case 'bytes':
    case 'time':
    case 'micro-time':
    case 'raw':
    case 'strings':
    case 'pointer':
    case 'list':
    case 'map':
      break
  }
  return null
}

function isEmpty(type: FieldType, value: unknown): boolean {
  if (type.at === 'pointer') return false
  if (Array.isArray(value)) return value.length === 0
  if (type.at === 'map') return Object.keys(value as JsonObject).length === 0
  return value === '' || value === 0 || value === false
}

function read(type: FieldType, value: unknown, path: string, parent: Message, context: Context): unknown {
  switch (type.at) {
    case 'pointer':
      return read(type.of, value, path, parent, context)
    case 'message':
      return struct(schema.message(type.index), value, path, parent, context)
    case 'list':
      if (!Array.isArray(value)) throw mismatch(value, parent, path, `[]${goName(type.of)}`)
      return value.map((item, at) => {
        const inside = `${path}[${at}]`
        return item === null ? zeroItem(type.of) : read(type.of, item, inside, parent, context)
      })
    case 'map': {
      if (!isObject(value)) throw mismatch(value, parent, path, `map[string]${goName(type.of)}`)
      const map: JsonObject = {}
      for (const key of Object.keys(value).toSorted()) {
        const item = value[key]
        const inside = type.of.at === 'message' ? `${path}.${key}` : path
        setOwn(map, key, item === null ? zeroItem(type.of) : read(type.of, item, inside, parent, context))
      }
      return map
    }
    case 'strings':
      if (!Array.isArray(value)) throw mismatch(value, parent, path, '[]string')
      return value
    case 'raw':
      return value
    case 'int-or-string':
      if (typeof value === 'number' || typeof value === 'string') return value
      throw mismatch(value, parent, path, 'intstr.IntOrString')
    case 'quantity':
      if (typeof value === 'number') return String(value)
      if (typeof value === 'string') return value
      throw mismatch(value, parent, path, 'resource.Quantity')
    case 'bool':
      if (typeof value === 'boolean') return value
      throw mismatch(value, parent, path, 'bool')
    case 'int32':
    case 'int64':
    case 'float64':
      if (typeof value !== 'number') throw mismatch(value, parent, path, type.at)
      if (type.at !== 'float64' && !holds(type.at, value)) {
        throw new DecodeError(
          `json: cannot unmarshal number ${value} into Go struct field ${parent.name}.${plainPath(path)} of type ${type.at}`,
        )
      }
      return value
    case 'string':
    case 'duration':
      if (typeof value === 'string') return value
      throw mismatch(value, parent, path, 'string')
    case 'bytes':
      if (typeof value !== 'string') throw mismatch(value, parent, path, '[]uint8')
      return base64(value)
    case 'time':
    case 'micro-time':
      break
  }
  if (typeof value !== 'string') throw mismatch(value, parent, path, 'string')
  return time(value, type.at)
}

/** Whether an integer type of Go has a value. What an int64 has and a double has not is taken as it comes. */
function holds(type: 'int32' | 'int64', value: number): boolean {
  const limit = type === 'int32' ? 2 ** 31 : 2 ** 63
  return Number.isInteger(value) && value >= -limit && value < limit
}

function zeroItem(type: FieldType): unknown {
  return type.at === 'pointer' ? null : zeroOf({ type })
}

function base64(value: string): string {
  const text = value.replaceAll(/[\r\n]/g, '')
  const bad = /[^A-Za-z0-9+/]/.exec(text.replace(/={1,2}$/, ''))
  if (bad !== null || text.length % 4 !== 0) {
    throw new DecodeError(`illegal base64 data at input byte ${bad?.index ?? text.length}`)
  }
  return text
}

function time(value: string, type: 'time' | 'micro-time'): string | null {
  if (value === '') return null
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : NaN
  if (Number.isNaN(ms)) {
    throw new DecodeError(
      `parsing time "${value}" as "2006-01-02T15:04:05Z07:00": cannot parse "${value}" as "2006"`,
    )
  }
  return type === 'time' ? timestamp(ms) : microTime(ms, value)
}

const plainPath = (path: string): string => path.replaceAll(/\[\d+\]/g, '')

function mismatch(value: unknown, parent: Message, path: string, type: string): DecodeError {
  const kind = Array.isArray(value) ? 'array' : isObject(value) ? 'object' : typeof value
  const json = kind === 'boolean' ? 'bool' : kind
  const where = path === '' ? '' : `Go struct field ${parent.name}.${plainPath(path)}`
  return new DecodeError(
    `json: cannot unmarshal ${json} into ${where || 'Go value'} of type ${type}`,
    unconvertible(json, type),
  )
}

function unconvertible(json: string, type: string): string {
  const types = new Map([
    ['number', 'int64'],
    ['object', 'map'],
    ['array', 'slice'],
  ])
  const given = types.get(json) ?? json
  if (type.startsWith('[]')) return `cannot restore slice from ${given}`
  if (type.startsWith('map[')) return `cannot restore map from ${given}`
  if (type.startsWith('v1.')) return `cannot restore struct from: ${given}`
  return json === 'number' ? `cannot convert int64 to ${type}` : `unrecognized type: ${type}`
}

function goName(type: FieldType): string {
  if (type.at === 'pointer') return `*${goName(type.of)}`
  if (type.at === 'list') return `[]${goName(type.of)}`
  if (type.at === 'map') return `map[string]${goName(type.of)}`
  if (type.at === 'message') return `v1.${schema.message(type.index).name}`
  return type.at === 'bytes' ? '[]uint8' : type.at
}
