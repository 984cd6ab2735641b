import { decode, DecodeError } from '../codec/decode.ts'
import { isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import { parseJson } from '../codec/scan-json.ts'
import { schema } from '../codec/schema.ts'
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
  const { kind, apiVersion } = result
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
