import { decode, DecodeError } from '../codec/decode.ts'
import { asObject, isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import { ProtobufError, readEnvelope, readMessage } from '../codec/protobuf.ts'
import { duplicateFields, parseJson } from '../codec/scan-json.ts'
import { schema, type Message } from '../codec/schema.ts'
import { parseYaml } from '../codec/yaml.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest, unsupportedMediaType } from '../status.ts'
import type { WriteOptions } from './options.ts'
import type { ApiRequest } from './request.ts'

const accepted = 'application/json, application/yaml, application/vnd.kubernetes.protobuf'
const goStruct = String.raw`struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }`

/** What a body decoded to, with what the client should be warned of. */
export interface Decoded {
  readonly object: ApiObject
  readonly warnings: readonly string[]
}

/** The media type of a body, without parameters. */
export function mediaType(request: ApiRequest): string {
  const given = request.headers['content-type'] ?? ''
  return given.trim() === '' ? 'application/json' : (given.split(';')[0]?.trim().toLowerCase() ?? '')
}

/** Reads the body of a create or update. Throws the 400 or 415 that a real server answers. */
export function decodeBody(request: ApiRequest, resource: ServedResource, options: WriteOptions): Decoded {
  if (resource.custom !== undefined) return resource.custom.decodeBody(request, resource, options)
  const type = mediaType(request)
  if (type === 'application/vnd.kubernetes.protobuf') {
    const { apiVersion, kind, value } = fromProtobuf(request.body, resource.apiVersion, resource.kind)
    checkKind(resource, apiVersion, kind)
    return decodeObject(resource, value, options, [])
  }
  if (type === 'application/yaml') {
    const value = asObject(parseYaml(Buffer.from(request.body).toString('utf8')))
    checkKind(resource, value['apiVersion'], value['kind'])
    return decodeObject(resource, value, options, [])
  }
  if (type !== 'application/json') {
    const message = `the body of the request was in an unknown format - accepted media types include: ${accepted}`
    throw unsupportedMediaType(message)
  }
  const text = Buffer.from(request.body).toString('utf8')
  const value = jsonObject(text, resource.kind)
  checkKind(resource, value['apiVersion'], value['kind'])
  const duplicates = options.fieldValidation === 'Ignore' ? [] : duplicateFields(text)
  return decodeObject(resource, value, options, duplicates)
}

/** Reads a protobuf body of any built-in kind. */
export function fromProtobuf(
  body: Uint8Array,
  apiVersion: string,
  kind: string,
): { readonly apiVersion: string; readonly kind: string; readonly value: JsonObject } {
  try {
    const envelope = readEnvelope(body)
    const message = schema.root(envelope.apiVersion || apiVersion, envelope.kind || kind)
    if (message === undefined) return { ...envelope, value: {} }
    return { ...envelope, value: readMessage(message, envelope.raw) }
  } catch (error) {
    if (!(error instanceof ProtobufError) && !(error instanceof SyntaxError)) throw error
    const head = `the object provided is unrecognized (must be of type ${kind})`
    throw Object.assign(badRequest(`${head}: ${error.message} (${summary(body)})`), { cause: error })
  }
}

/** The beginning of a body, as errors show it. */
function summary(body: Uint8Array): string {
  const most = 30
  if (body.length === 0) return '<empty>'
  const start = Buffer.from(body.subarray(0, most))
  return `${start.toString(start[0] === 0x7b ? 'utf8' : 'hex')}${body.length > most ? ' ...' : ''}`
}

/** Reads a body that has to be a JSON object. Throws the 400 that a real server answers. */
export function jsonObject(text: string, kind: string): JsonObject {
  const unrecognized = (why: string, shown: string) =>
    badRequest(
      `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; json parse error: ${why} (${shown})`,
    )
  let value: unknown
  try {
    value = parseJson(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw unrecognized(error.message, summary(Buffer.from(text)))
  }
  if (value === null) return {}
  if (isObject(value)) return value
  const json = Array.isArray(value) ? 'array' : typeof value
  const why = `json: cannot unmarshal ${json} into Go value of type ${goStruct}`
  throw unrecognized(why, summary(Buffer.from(text)))
}

function checkKind(resource: ServedResource, apiVersion: unknown, kind: unknown): void {
  const version = typeof apiVersion === 'string' && apiVersion !== '' ? apiVersion : resource.apiVersion
  const given = typeof kind === 'string' && kind !== '' ? kind : resource.kind
  if (version === resource.apiVersion && given === resource.kind) return
  const short = version.slice(version.indexOf('/') + 1)
  const head = `${given} in version "${short}" cannot be handled as a ${resource.kind}`
  if (schema.has(version, given)) {
    const into = `${resource.group === '' ? 'core' : resource.group.replace(/\..*/, '')}.${resource.kind}`
    throw badRequest(`${head}: converting (${short}.${given}) to (${into}): unknown conversion`)
  }
  const where = 'k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30'
  throw badRequest(`${head}: no kind "${given}" is registered for version "${version}" in scheme "${where}"`)
}

/** Checks a JSON value against the type of a resource and fills in its defaults. */
export function decodeObject(
  resource: ServedResource,
  value: JsonObject,
  options: WriteOptions,
  duplicates: readonly string[],
): Decoded {
  if (resource.custom !== undefined) {
    return resource.custom.decode(resource, value, options, duplicates)
  }
  const { fieldValidation } = options
  const { kind, version } = resource
  const message = schema.root(resource.apiVersion, kind)
  const { object, unknown } = message === undefined ? untyped(value) : typed(message, value, resource)
  const problems = [
    ...[...unknown, ...(resource.strategy.unknownFields?.(value) ?? [])].map(
      (field) => `unknown field "${field}"`,
    ),
    ...duplicates.map((field) => `duplicate field "${field}"`),
  ]
  if (fieldValidation === 'Strict' && problems.length > 0) {
    const head = `${kind} in version "${version}" cannot be handled as a ${kind}`
    throw badRequest(`${head}: strict decoding error: ${problems.join(', ')}`)
  }
  const stored = resource.conversion === undefined ? object : resource.conversion.toStorage(object)
  const warnings = fieldValidation === 'Warn' ? problems : []
  return { object: stored, warnings: [...warnings, ...(resource.strategy.warnings?.(object) ?? [])] }
}

function typed(message: Message, value: JsonObject, resource: ServedResource) {
  try {
    const { object, unknown } = decode(message, value, true)
    resource.strategy.defaults?.(object)
    delete object['kind']
    delete object['apiVersion']
    return { object: object as ApiObject, unknown }
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    const head = `${resource.kind} in version "${resource.version}" cannot be handled as a ${resource.kind}`
    throw Object.assign(badRequest(`${head}: ${error.message}`), { cause: error })
  }
}

/** An object whose fields were set by hand, brought into the form that decoding gives: order and zero values. */
export function settled(resource: ServedResource, object: ApiObject): ApiObject {
  if (resource.custom !== undefined) return resource.custom.arranged(object)
  const message =
    resource.conversion === undefined ? schema.root(resource.apiVersion, resource.kind) : undefined
  if (message === undefined) return object
  const { metadata: _metadata, ...rest } = object
  const complete = decode(message, rest).object
  delete complete['kind']
  delete complete['apiVersion']
  return { ...complete, metadata: object.metadata }
}

/** Kinds without a type keep every field. */
function untyped({ kind: _kind, apiVersion: _version, ...rest }: JsonObject) {
  return { object: { ...rest, metadata: asObject(rest['metadata']) } as ApiObject, unknown: [] }
}
