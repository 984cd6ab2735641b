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

/** What a patch makes of an object, decoded and defaulted. Throws the 400, 409, 415 or 422 that refuses it. */
export function patched(
  request: ApiRequest,
  resource: ServedResource,
  before: ApiObject,
  options: WriteOptions,
): Decoded {
  const apply = patchOf(request)
  // Through text, so that the patch works on a copy.
  const result = apply(JSON.parse(encodeObject(resource, before)))
  if (!isObject(result)) throw unprocessable()
  const { kind, apiVersion } = result
  if (kind !== resource.kind || apiVersion !== resource.apiVersion) {
    throw badRequest(
      `the kind or apiVersion of the patched object does not match the expected ${resource.apiVersion}, Kind=${resource.kind}`,
    )
  }
  checkTypes(resource, result)
  try {
    return decodeObject(resource, result, options, [])
  } catch (error) {
    // Unknown fields in a patch are the patch's fault, and reported as such.
    if (!(error instanceof StatusError) || options.fieldValidation !== 'Strict') throw error
    const why = error.message.slice(error.message.indexOf('strict decoding error'))
    throw invalidPatch(result, why)
  }
}

function patchOf(request: ApiRequest): (target: unknown) => unknown {
  const type = mediaType(request)
  switch (type) {
    case 'application/merge-patch+json': {
      const patch = parse(request)
      if (!isObject(patch))
        throw badRequest(
          'error decoding patch: json: cannot unmarshal into Go value of type map[string]interface {}',
        )
      return (target) => applyMergePatch(target, patch)
    }
    case 'application/json-patch+json': {
      const patch = parse(request)
      if (!Array.isArray(patch)) {
        const json = isObject(patch) ? 'object' : typeof patch
        throw badRequest(
          `error decoding patch: json: cannot unmarshal ${json} into Go value of type []handlers.jsonPatchOp`,
        )
      }
      return (target) => jsonPatch(target, patch)
    }
    case 'application/strategic-merge-patch+json':
    case 'application/apply-patch+yaml': {
      const implemented = 'application/json-patch+json, application/merge-patch+json'
      throw unsupportedMediaType(
        `${type} is not implemented by this API server - accepted media types include: ${implemented}`,
      )
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

function checkTypes(resource: ServedResource, result: JsonObject): void {
  const message = schema.root(resource.apiVersion, resource.kind)
  if (message === undefined) return
  try {
    decode(message, result)
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    throw invalidPatch(result, error.message)
  }
}

function invalidPatch(result: JsonObject, why: string): StatusError {
  const message = `Invalid value: ${JSON.stringify(JSON.stringify(result))}: ${why}`
  return invalid({ group: '', kind: '' }, '', [{ field: 'patch', reason: 'FieldValueInvalid', message }])
}
