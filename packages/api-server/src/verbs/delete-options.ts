import { decode, DecodeError } from '../codec/decode.ts'
import { asNumber, asObject, asString, isObject, type JsonObject } from '../codec/json.ts'
import { parseJson } from '../codec/scan-json.ts'
import { schema } from '../codec/schema.ts'
import { badRequest, invalidOptions, unsupportedMediaType, type FieldError } from '../status.ts'
import { fromProtobuf, mediaType } from './body.ts'
import { integer } from './options.ts'
import { flag, type ApiRequest } from './request.ts'

/** How to delete: DeleteOptions from the body, the query, or both. */
export interface DeleteOptions {
  readonly gracePeriodSeconds: number | undefined
  readonly propagationPolicy: 'Foreground' | 'Background' | 'Orphan' | undefined
  readonly dryRun: boolean
  readonly preconditions: { readonly uid?: string; readonly resourceVersion?: string }
  /** Whether what takes longer is answered with a 202: `orphanDependents` was said to be false. */
  readonly asynchronous: boolean
}

/** Reads the options of a DELETE. Throws the 400, 415 or 422 that a real server answers. */
export function deleteOptions(request: ApiRequest, query: URLSearchParams): DeleteOptions {
  return readDeleteOptions(request.body.length === 0 ? {} : bodyOf(request), query)
}

/** Reads options from a body that was parsed already, and from the query. */
export function readDeleteOptions(body: JsonObject, query: URLSearchParams): DeleteOptions {
  const policy = query.get('propagationPolicy') ?? body['propagationPolicy']
  const orphan = query.has('orphanDependents') ? flag(query, 'orphanDependents') : body['orphanDependents']
  const errors: FieldError[] = []
  if (typeof policy === 'string' && !['', 'Foreground', 'Background', 'Orphan'].includes(policy)) {
    const supported = '"Foreground", "Background", "Orphan", "nil"'
    const message = `Unsupported value: ${JSON.stringify(policy)}: supported values: ${supported}`
    errors.push({ field: 'propagationPolicy', reason: 'FieldValueNotSupported', message })
  }
  if (typeof policy === 'string' && typeof orphan === 'boolean') {
    const why = 'orphanDependents and deletionPropagation cannot be both set'
    const message = `Invalid value: ${JSON.stringify(policy)}: ${why}`
    errors.push({ field: 'propagationPolicy', reason: 'FieldValueInvalid', message })
  }
  const dryRun = [...query.getAll('dryRun'), ...(Array.isArray(body['dryRun']) ? body['dryRun'] : [])]
  if (dryRun.some((value) => value !== 'All' && value !== '')) {
    const list = `[]string{${dryRun.map((value) => JSON.stringify(value)).join(', ')}}`
    const message = `Unsupported value: ${list}: supported values: "All"`
    errors.push({ field: 'dryRun', reason: 'FieldValueNotSupported', message })
  }
  if (errors.length > 0) throw invalidOptions('DeleteOptions', errors)
  const grace = integer(query, 'gracePeriodSeconds') ?? body['gracePeriodSeconds']
  const { uid, resourceVersion } = asObject(body['preconditions'])
  const named = policy === 'Foreground' || policy === 'Background' || policy === 'Orphan' ? policy : undefined
  return {
    gracePeriodSeconds: typeof grace === 'number' ? asNumber(grace) : undefined,
    propagationPolicy: named ?? (orphan === true ? 'Orphan' : orphan === false ? 'Background' : undefined),
    dryRun: dryRun.includes('All'),
    asynchronous: orphan === false,
    preconditions: {
      ...(asString(uid) === '' ? {} : { uid: asString(uid) }),
      ...(asString(resourceVersion) === '' ? {} : { resourceVersion: asString(resourceVersion) }),
    },
  }
}

function bodyOf(request: ApiRequest): JsonObject {
  const type = mediaType(request)
  const message = schema.root('meta.k8s.io/v1', 'DeleteOptions')
  if (type === 'application/vnd.kubernetes.protobuf') {
    return fromProtobuf(request.body, 'meta.k8s.io/v1', 'DeleteOptions').value
  }
  if (type !== 'application/json' && type !== '') {
    throw unsupportedMediaType(
      'the body of the request was in an unknown format - accepted media types include: application/json, application/vnd.kubernetes.protobuf',
    )
  }
  const unrecognized = (error: Error) =>
    badRequest(`the object provided is unrecognized (must be of type DeleteOptions): ${error.message}`)
  try {
    const value = parseJson(Buffer.from(request.body).toString('utf8'))
    if (!isObject(value) || message === undefined) return {}
    return decode(message, value).object
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DecodeError) throw unrecognized(error)
    throw error
  }
}
