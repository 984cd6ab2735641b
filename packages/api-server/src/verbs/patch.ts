import { decode, DecodeError } from '../codec/decode.ts'
import { asObject, asString, isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import { parseJson } from '../codec/scan-json.ts'
import { schema } from '../codec/schema.ts'
import { checkCustomType } from '../custom-resources/decode-custom.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest, invalid, StatusError, unsupportedMediaType } from '../status.ts'
import { decodeObject, mediaType, type Decoded } from './body.ts'
import { encodeObject } from './encode.ts'
import { applyJsonPatch, JsonPatchError } from './json-patch.ts'
import { applyMergePatch } from './merge-patch.ts'
import type { WriteOptions } from './options.ts'
import type { ApiRequest } from './request.ts'
import { goText } from './strategic-merge-errors.ts'
import { applyStrategicMerge } from './strategic-merge.ts'

/** What a patch makes of an object, decoded and defaulted. Throws the 400, 409, 415 or 422 that refuses it. */
export function patched(
  request: ApiRequest,
  resource: ServedResource,
  before: ApiObject,
  options: WriteOptions,
): Decoded {
  const { apply, strategic } = patchOf(request, resource)
  // Through text, so that the patch works on a copy.
  const result = apply(JSON.parse(encodeObject(resource, before)) as JsonObject)
  if (!isObject(result)) throw unprocessable()
  renew(resource, result)
  const { kind, apiVersion } = result
  if (resource.custom !== undefined) checkCustomType(resource, result, JSON.stringify(result))
  if (kind !== resource.kind || apiVersion !== resource.apiVersion) {
    const known = schema.has(String(apiVersion), String(kind))
    if (!known && strategic === undefined) throw unregistered(result)
    throw badRequest(
      `the kind or apiVersion of the patched object does not match the expected ${resource.apiVersion}, Kind=${resource.kind}`,
    )
  }
  checkTypes(resource, result, strategic)
  try {
    return decodeObject(resource, result, options, [])
  } catch (error) {
    // Unknown fields in a patch are the patch's fault, and reported as such.
    if (!(error instanceof StatusError) || options.fieldValidation !== 'Strict') throw error
    const why = error.message.slice(error.message.indexOf('strict decoding error'))
    throw invalidPatch(strategic === undefined ? goJson(result) : goText(strategic), why)
  }
}

// Versions that are served no longer, but are still understood.
const retired = new Map([
  ['apps/v1', ['apps/v1beta1', 'apps/v1beta2']],
  ['batch/v1', ['batch/v1beta1']],
  ['policy/v1', ['policy/v1beta1']],
])

/** Brings an object that a patch put into an older version of its group into the one that is served. */
function renew({ apiVersion, kind }: ServedResource, object: JsonObject): void {
  const given = asString(object['apiVersion'])
  if (object['kind'] !== kind || retired.get(apiVersion)?.includes(given) !== true) return
  object['apiVersion'] = apiVersion
  if (given !== 'apps/v1beta1') return
  // In that version, workloads without labels had those of their pods.
  const metadata = asObject(object['metadata'])
  const labels = asObject(asObject(asObject(object['spec'])['template'])['metadata'])['labels']
  const { labels: own } = metadata
  if (Object.keys(asObject(own)).length === 0) object['metadata'] = { ...metadata, labels }
}

interface Patch {
  readonly apply: (target: JsonObject) => unknown
  /** The patch itself, which errors of its result name when it is a strategic merge patch. */
  readonly strategic?: JsonObject
}

function patchOf(request: ApiRequest, resource: ServedResource): Patch {
  const type = mediaType(request)
  switch (type) {
    case 'application/merge-patch+json': {
      const patch = parse(request)
      if (!isObject(patch))
        throw badRequest(
          'error decoding patch: json: cannot unmarshal into Go value of type map[string]interface {}',
        )
      return { apply: (target) => applyMergePatch(target, patch) }
    }
    case 'application/json-patch+json': {
      const patch = parse(request)
      if (!Array.isArray(patch)) {
        const json = isObject(patch) ? 'object' : typeof patch
        throw badRequest(
          `error decoding patch: json: cannot unmarshal ${json} into Go value of type []handlers.jsonPatchOp`,
        )
      }
      return { apply: (target) => jsonPatch(target, patch) }
    }
    case 'application/strategic-merge-patch+json': {
      const message = schema.root(resource.apiVersion, resource.kind)
      if (message === undefined) {
        const types =
          'application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml'
        throw unsupportedMediaType(
          `the body of the request was in an unknown format - accepted media types include: ${types}`,
        )
      }
      const patch = parse(request)
      if (!isObject(patch)) throw badRequest('invalid JSON document')
      return { apply: (target) => applyStrategicMerge(target, patch, message), strategic: patch }
    }
    default:
      throw unsupportedMediaType('415: Unsupported Media Type', {})
  }
}

function parse(request: ApiRequest): unknown {
  try {
    return parseJson(Buffer.from(request.body).toString('utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw Object.assign(badRequest(`error decoding patch: ${error.message}`), { cause: error })
  }
}

const unprocessable = (): StatusError =>
  new StatusError(422, 'Invalid', 'the server rejected our request due to an error in our request', {})

function jsonPatch(target: unknown, operations: readonly unknown[]): unknown {
  try {
    return applyJsonPatch(target, operations)
  } catch (error) {
    if (!(error instanceof JsonPatchError)) throw error
    throw Object.assign(unprocessable(), { cause: error })
  }
}

function checkTypes(resource: ServedResource, result: JsonObject, strategic: JsonObject | undefined): void {
  const message = schema.root(resource.apiVersion, resource.kind)
  if (message === undefined) return
  try {
    decode(message, result)
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    if (strategic !== undefined) throw invalidPatch(goText(strategic), error.conversion)
    throw invalidPatch(goJson(result), error.message)
  }
}

function unregistered(result: JsonObject): StatusError {
  const scheme = 'k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30'
  const { kind, apiVersion } = result
  const why = `no kind "${String(kind)}" is registered for version "${String(apiVersion)}" in scheme "${scheme}"`
  return invalidPatch(goJson(result), why)
}

/** What a patch went through comes out with the keys of its top in order. */
function goJson(result: JsonObject): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.keys(result)
        .toSorted()
        .map((key) => [key, result[key]]),
    ),
  )
}

function invalidPatch(shown: string, why: string): StatusError {
  const message = `Invalid value: ${JSON.stringify(shown)}: ${why}`
  return invalid({ group: '', kind: '' }, '', [{ field: 'patch', reason: 'FieldValueInvalid', message }])
}
