import { decode, DecodeError } from '../codec/decode.ts'
import { asObject, asString, isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import { duplicateFields } from '../codec/scan-json.ts'
import { parseYaml } from '../codec/yaml.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest, invalid, unsupportedMediaType } from '../status.ts'
import { jsonObject, mediaType, type Decoded } from '../verbs/body.ts'
import type { WriteOptions } from '../verbs/options.ts'
import type { ApiRequest } from '../verbs/request.ts'
import type { CustomKind } from './custom-kind.ts'
import { metadataMessage, withEmbeddedMetadata } from './embedded-resources.ts'
import { fieldError } from './field-errors.ts'
import { pruned } from './prune.ts'
import { withDefaults } from './set-defaults.ts'

/** Patches may make an object deeper than any body is. */
const maxDepth = 1000

/** Reads the body of a create or update of a custom resource. Throws the 400, 415 or 422 that a real server answers. */
export function decodeCustomBody(
  request: ApiRequest,
  resource: ServedResource,
  custom: CustomKind,
  options: WriteOptions,
): Decoded {
  const type = mediaType(request)
  const text = Buffer.from(request.body).toString('utf8')
  if (type === 'application/yaml') {
    const value = asObject(parseYaml(text))
    checkCustomType(resource, value, text)
    return decodeCustom(resource, custom, value, options, [])
  }
  if (type !== 'application/json' && type !== '') {
    const types = 'application/json, application/yaml'
    throw unsupportedMediaType(
      `the body of the request was in an unknown format - accepted media types include: ${types}`,
    )
  }
  const value = jsonObject(text, resource.kind)
  checkCustomType(resource, value, text)
  const duplicates = options.fieldValidation === 'Ignore' ? [] : duplicateFields(text)
  return decodeCustom(resource, custom, value, options, duplicates)
}

/** Throws unless a body names the kind and the version of the resource; `text` is the body. */
export function checkCustomType(resource: ServedResource, value: JsonObject, text: string): void {
  const kind = asString(value['kind'])
  const apiVersion = asString(value['apiVersion'])
  const missing = kind === '' ? 'Kind' : apiVersion === '' ? 'apiVersion' : ''
  if (missing !== '') {
    const short = text.length > 30 ? `${text.slice(0, 30)} ...` : text
    throw badRequest(
      `the object provided is unrecognized (must be of type ${resource.kind}): Object '${missing}' is missing in '${text}' (${short})`,
    )
  }
  if (apiVersion !== resource.apiVersion) {
    throw badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${resource.apiVersion})`,
    )
  }
  if (kind === resource.kind) return
  const name = asString(asObject(value['metadata'])['name'])
  throw invalid({ group: resource.group, kind }, name, [
    fieldError.invalid('kind', kind, `must be ${resource.kind}`),
  ])
}

/** Prunes and defaults a custom resource; what it has too much is a warning, or a 400 when the client is strict. */
export function decodeCustom(
  resource: ServedResource,
  custom: CustomKind,
  value: JsonObject,
  { fieldValidation }: WriteOptions,
  duplicates: readonly string[],
): Decoded {
  if (isDeeper(value, maxDepth)) throw badRequest(`json: exceeded max depth ${maxDepth}`)
  const { kind: _kind, apiVersion: _version, metadata: given, ...rest } = value
  const metadata = readMetadata(given)
  const unknown: string[] = []
  const kept = pruned(rest, custom.schema, unknown)
  unknown.sort()
  const content = withDefaults(kept, custom.schema)
  const embedded: string[] = []
  const complete = withEmbeddedMetadata(content, custom.schema, embedded) as JsonObject
  const problems = [
    ...duplicates.map((field) => `duplicate field "${field}"`),
    ...metadata.unknown.map((field) => `unknown field "metadata.${field}"`),
    ...[...unknown, ...embedded].map((field) => `unknown field "${field}"`),
  ]
  if (fieldValidation === 'Strict' && problems.length > 0) {
    const head = `${resource.kind} in version "${resource.version}" cannot be handled as a ${resource.kind}`
    throw badRequest(`${head}: strict decoding error: ${problems.join(', ')}`)
  }
  const object = custom.arranged({ ...complete, metadata: metadata.object })
  return { object, warnings: fieldValidation === 'Warn' ? problems : [] }
}

function readMetadata(value: unknown): { object: ApiObject['metadata']; unknown: readonly string[] } {
  try {
    const { object, unknown } = decode(metadataMessage(), value)
    return { object, unknown }
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    throw Object.assign(badRequest(error.message), { cause: error })
  }
}

function isDeeper(value: unknown, limit: number): boolean {
  const stack: [unknown, number][] = [[value, 0]]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [each, depth] = top
    if (depth > limit) return true
    const inner = Array.isArray(each) ? each : isObject(each) ? Object.values(each) : []
    for (const item of inner) if (typeof item === 'object' && item !== null) stack.push([item, depth + 1])
  }
  return false
}
