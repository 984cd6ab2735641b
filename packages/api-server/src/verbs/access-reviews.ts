import { managedOnCreate, managerOf } from '../apply/tracking.ts'
import type { Authorizer, RequestAttributes } from '../auth.ts'
import { nowOf, type Backend } from '../backend.ts'
import { asArray, asObject, asString, isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest, invalid, type FieldError } from '../status.ts'
import { decodeBody, settled } from './body.ts'
import { encodeObject } from './encode.ts'
import { writeOptions } from './options.ts'
import type { ApiRequest, ApiResponse, RequestInfo, User } from './request.ts'
import { jsonResponse, warningHeaders } from './respond.ts'

const accessReviews = new Set([
  'selfsubjectaccessreviews',
  'subjectaccessreviews',
  'localsubjectaccessreviews',
])

/** Whether a request asks who somebody is or what they may do; rules and tokens are not told. */
export function isAccessReview({ verb, group, resource, subresource }: RequestInfo): boolean {
  if (verb !== 'create' || subresource !== '') return false
  if (group === 'authentication.k8s.io') return resource === 'selfsubjectreviews'
  return group === 'authorization.k8s.io' && accessReviews.has(resource)
}

/** Answers with the review that was sent and what the authorizer says to it. */
export function reviewAccess(
  backend: Backend,
  resource: ServedResource,
  request: ApiRequest,
  info: RequestInfo,
  user: User,
  authorize: Authorizer | undefined,
): ApiResponse {
  const options = writeOptions(info.query, 'CreateOptions')
  const { object, warnings } = decodeBody(request, resource, options)
  const answered: ApiObject =
    info.resource === 'selfsubjectreviews'
      ? { metadata: { creationTimestamp: nowOf(backend) }, status: { userInfo: userInfo(user) } }
      : {
          ...tracked(backend, resource, request, info, object),
          status: decision(backend, asObject(object['spec']), info, user, authorize),
        }
  const body = encodeObject(resource, settled(resource, answered))
  return jsonResponse(body, 201, warningHeaders(warnings))
}

/** Reviews are written down as objects are, although nobody keeps them. */
function tracked(
  backend: Backend,
  resource: ServedResource,
  { headers }: ApiRequest,
  { query }: RequestInfo,
  object: ApiObject,
): ApiObject {
  const manager = managerOf(query, headers['user-agent'])
  const writer = { manager, apiVersion: resource.apiVersion, subresource: '', time: nowOf(backend) }
  return {
    ...object,
    metadata: { ...object.metadata, managedFields: managedOnCreate(resource, object, writer) },
  }
}

function userInfo({ name, uid, groups, extra }: User): JsonObject {
  return {
    username: name,
    ...(uid === undefined ? {} : { uid }),
    groups,
    ...(extra === undefined ? {} : { extra: Object.fromEntries(extra) }),
  }
}

/** What the authorizer says, and why when it is known. Throws the 400 or 422 that refuses the review. */
function decision(
  { rbac }: Backend,
  spec: JsonObject,
  info: RequestInfo,
  self: User,
  authorize: Authorizer | undefined,
): JsonObject {
  check(spec, info)
  const attributes = attributesOf(spec, info, self)
  if (rbac !== undefined) {
    const { allowed, reason } = rbac.decide(attributes)
    return { allowed, ...(reason === '' ? {} : { reason }) }
  }
  return { allowed: authorize === undefined || authorize(attributes) }
}

const kinds = new Map([
  ['selfsubjectaccessreviews', 'SelfSubjectAccessReview'],
  ['subjectaccessreviews', 'SubjectAccessReview'],
  ['localsubjectaccessreviews', 'LocalSubjectAccessReview'],
])

function check(spec: JsonObject, { resource, namespace }: RequestInfo): void {
  const of = { group: 'authorization.k8s.io', kind: kinds.get(resource) ?? '' }
  const { resourceAttributes, nonResourceAttributes } = spec
  const errors: FieldError[] = []
  if (isObject(resourceAttributes) === isObject(nonResourceAttributes)) {
    const why = 'exactly one of nonResourceAttributes or resourceAttributes must be specified'
    const field = 'spec.resourceAttributes'
    const value = isObject(resourceAttributes) ? JSON.stringify(resourceAttributes) : 'null'
    errors.push({ field, reason: 'FieldValueInvalid', message: `Invalid value: ${value}: ${why}` })
  }
  const whom = asString(spec['user']) !== '' || asArray(spec['groups']).length > 0
  if (resource !== 'selfsubjectaccessreviews' && !whom) {
    const message = 'Required value: at least one of user or group must be specified'
    errors.push({ field: 'spec.user', reason: 'FieldValueRequired', message })
  }
  if (errors.length > 0) throw invalid(of, '', errors)
  if (resource !== 'localsubjectaccessreviews') return
  const asked = asString(asObject(resourceAttributes)['namespace'])
  if (asked !== namespace)
    throw badRequest(`spec.resourceAttributes.namespace must match namespace: ${namespace}`)
}

function attributesOf(spec: JsonObject, info: RequestInfo, self: User): RequestAttributes {
  const user = info.resource === 'selfsubjectaccessreviews' ? self : subject(spec)
  const { resourceAttributes, nonResourceAttributes } = spec
  if (!isObject(resourceAttributes)) {
    const { path, verb } = asObject(nonResourceAttributes)
    const nothing = { group: '', version: '', resource: '', namespace: '', name: '', subresource: '' }
    return { ...nothing, path: asString(path), verb: asString(verb), isResource: false, user }
  }
  const text = (field: string) => asString(resourceAttributes[field])
  return {
    path: '',
    verb: text('verb'),
    isResource: true,
    group: text('group'),
    version: text('version'),
    resource: text('resource'),
    namespace: text('namespace'),
    name: text('name'),
    subresource: text('subresource'),
    user,
  }
}

function subject(spec: JsonObject): User {
  return { name: asString(spec['user']), groups: asArray(spec['groups']).map(asString) }
}
