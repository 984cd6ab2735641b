import type { Status, StatusDetails } from '@rxkube/meta'

/** One thing that is wrong with a field, as a 422 reports it. */
export interface FieldError {
  readonly field: string
  readonly reason:
    | 'FieldValueRequired'
    | 'FieldValueInvalid'
    | 'FieldValueNotSupported'
    | 'FieldValueDuplicate'
    | 'FieldValueForbidden'
    | 'FieldValueTooLong'
    | 'FieldValueTooMany'
    | 'FieldValueTypeInvalid'
  readonly message: string
}

/** A kind of object as errors name it: `deployments.apps` and `Deployment.apps`. */
export interface Named {
  readonly group: string
  readonly resource: string
  readonly kind: string
}

/** An answer that is a failure: the Status of its body, and headers such as Retry-After. */
export class StatusError extends Error {
  override readonly name = 'StatusError'
  readonly status: Status
  readonly code: number
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: number,
    reason: string,
    message: string,
    details?: StatusDetails,
    continueToken?: string,
  ) {
    super(message)
    this.code = code
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: continueToken === undefined ? {} : { continue: continueToken },
      status: 'Failure',
      message,
      ...(reason === '' ? {} : { reason }),
      ...(details === undefined ? {} : { details }),
      code,
    }
    const after = details?.retryAfterSeconds
    this.headers = after === undefined ? {} : { 'retry-after': String(after) }
  }
}

const qualified = (name: string, group: string): string => (group === '' ? name : `${name}.${group}`)

const about = (of: Named, name: string, kind = of.resource): StatusDetails => ({
  ...(name === '' ? {} : { name }),
  ...(of.group === '' ? {} : { group: of.group }),
  kind,
})

export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message)
}

export function unauthorized(): StatusError {
  return new StatusError(401, 'Unauthorized', 'Unauthorized')
}

export function forbidden(
  of: Named,
  name: string,
  why: string,
  causes?: StatusDetails['causes'],
): StatusError {
  const subject = qualified(of.resource, of.group) + (name === '' ? '' : ` "${name}"`)
  const details = { ...about(of, name), ...(causes === undefined ? {} : { causes }) }
  return new StatusError(403, 'Forbidden', `${subject} is forbidden: ${why}`, details)
}

export function notFound(of: Named, name: string, subresource = ''): StatusError {
  const resource = subresource === '' ? of.resource : `${of.resource}/${subresource}`
  const details = about(of, name, resource)
  return new StatusError(404, 'NotFound', `${qualified(resource, of.group)} "${name}" not found`, details)
}

export function resourceNotFound(): StatusError {
  return new StatusError(404, 'NotFound', 'the server could not find the requested resource', {})
}

export function methodNotAllowed(): StatusError {
  const message = 'the server does not allow this method on the requested resource'
  return new StatusError(405, 'MethodNotAllowed', message, {})
}

/** The media types of requests and answers. */
export const servedTypes = 'application/json, application/yaml, application/vnd.kubernetes.protobuf'

/** A 406 for a client that takes another view, or another version of it, than there is. */
export function notAcceptable(message?: string): StatusError {
  const why = message ?? `only the following media types are accepted: ${servedTypes}`
  return new StatusError(406, 'NotAcceptable', why)
}

/** A 406 for a client that takes none of these media types. */
export function noRepresentation(types: string): StatusError {
  const message = `406: Not Acceptable\n\nAvailable representations: ${types}`
  return new StatusError(406, 'NotAcceptable', message, {})
}

export function unsupportedMediaType(message: string, details?: StatusDetails): StatusError {
  return new StatusError(415, 'UnsupportedMediaType', message, details)
}

export function alreadyExists(of: Named, name: string, before = '', after = ''): StatusError {
  const message = `${before}${qualified(of.resource, of.group)} "${name}" already exists${after}`
  return new StatusError(409, 'AlreadyExists', message, about(of, name))
}

export function conflict(
  of: Named,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
  as = of.resource,
): StatusError {
  const message = `Operation cannot be fulfilled on ${qualified(as, of.group)} "${name}": ${why}`
  return new StatusError(409, 'Conflict', message, about(of, name, as))
}

export function expired(message: string, continueToken?: string): StatusError {
  return new StatusError(410, 'Expired', message, undefined, continueToken)
}

export function tooLarge(limit: number): StatusError {
  return new StatusError(413, 'RequestEntityTooLarge', `Request entity too large: limit is ${limit}`)
}

/** A 429; without `retryAfterSeconds` the client is not told when to come again. */
export function tooManyRequests(
  message: string,
  causes: StatusDetails['causes'],
  retryAfterSeconds?: number,
): StatusError {
  const retry = retryAfterSeconds === undefined ? {} : { retryAfterSeconds }
  return new StatusError(429, 'TooManyRequests', message, { ...(causes && { causes }), ...retry })
}

export function invalid(
  of: Pick<Named, 'group' | 'kind'>,
  name: string,
  errors: readonly FieldError[],
): StatusError {
  const texts = [...new Set(errors.map(({ field, message }) => `${field}: ${message}`))]
  const list = texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`
  const details: StatusDetails = {
    ...(name === '' ? {} : { name }),
    ...(of.group === '' ? {} : { group: of.group }),
    ...(of.kind === '' ? {} : { kind: of.kind }),
    causes: errors.map(({ reason, message, field }) => ({ reason, message, field })),
  }
  return new StatusError(
    422,
    'Invalid',
    `${qualified(of.kind, of.group)} "${name}" is invalid: ${list}`,
    details,
  )
}

/** What is wrong with query parameters: `ListOptions.meta.k8s.io "" is invalid: …`. */
export function invalidOptions(kind: string, errors: readonly FieldError[]): StatusError {
  return invalid({ group: 'meta.k8s.io', kind }, '', errors)
}

export function tooLargeResourceVersion(asked: string, current: number): StatusError {
  const message = `Timeout: Too large resource version: ${asked}, current: ${current}`
  const causes = [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }]
  return new StatusError(504, 'Timeout', message, { causes, retryAfterSeconds: 1 })
}

/** For what a real server does and this one does not (yet): says so instead of pretending. */
export function notImplemented(what: string): StatusError {
  return new StatusError(501, 'NotImplemented', `${what} is not implemented by this API server`, {})
}

/** What a handler threw that was not meant as an answer. */
export function internalError(error: unknown): StatusError {
  const message = error instanceof Error ? error.message : String(error)
  return new StatusError(500, 'InternalError', `Internal error occurred: ${message}`, {
    causes: [{ message }],
  })
}

/** Failures that a real server reports as 500 without a reason. */
export function rawError(message: string): StatusError {
  return new StatusError(500, '', message)
}
