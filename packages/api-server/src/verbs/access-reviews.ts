import type { Authorizer } from '../auth.ts'
import { nowOf, type Backend } from '../backend.ts'
import { asArray, asObject, asString, isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
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
      : { ...object, status: { allowed: allowed(asObject(object['spec']), info, user, authorize) } }
  const body = encodeObject(resource, settled(resource, answered))
  return jsonResponse(body, 201, warningHeaders(warnings))
}

function userInfo({ name, groups }: User): JsonObject {
  return { username: name, groups }
}

function allowed(
  spec: JsonObject,
  info: RequestInfo,
  self: User,
  authorize: Authorizer | undefined,
): boolean {
  if (authorize === undefined) return true
  const user = info.resource === 'selfsubjectaccessreviews' ? self : subject(spec)
  const { resourceAttributes, nonResourceAttributes } = spec
  if (!isObject(resourceAttributes)) {
    const { path, verb } = asObject(nonResourceAttributes)
    const nothing = { group: '', version: '', resource: '', namespace: '', name: '', subresource: '' }
    return authorize({ ...nothing, path: asString(path), verb: asString(verb), isResource: false, user })
  }
  const text = (field: string) => asString(resourceAttributes[field])
  return authorize({
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
  })
}

function subject(spec: JsonObject): User {
  return { name: asString(spec['user']), groups: asArray(spec['groups']).map(asString) }
}
