import { managedOnCreate, managerOf } from '../apply/tracking.ts'
import { identified } from '../auth.ts'
import { nowOf, type Backend } from '../backend.ts'
import { asArray, asObject, asString, type JsonObject } from '../codec/json.ts'
import { invalid, resourceNotFound, StatusError } from '../status.ts'
import type { Tokens } from '../tokens.ts'
import { decodeBody, settled } from '../verbs/body.ts'
import { encodeObject } from '../verbs/encode.ts'
import { writeOptions } from '../verbs/options.ts'
import type { ApiRequest, ApiResponse, RequestInfo, User } from '../verbs/request.ts'
import { jsonResponse, warningHeaders } from '../verbs/respond.ts'

/** Whether a request asks whose a token is. */
export function isTokenReview({ verb, group, resource, subresource }: RequestInfo): boolean {
  return (
    verb === 'create' &&
    group === 'authentication.k8s.io' &&
    resource === 'tokenreviews' &&
    subresource === ''
  )
}

/** Answers whose a token is, and for whom it is meant. */
export function reviewToken(
  backend: Backend,
  tokens: Tokens,
  request: ApiRequest,
  info: RequestInfo,
): ApiResponse {
  const resource = backend.registry.get(info.group, info.version, info.resource)
  if (resource === undefined) throw resourceNotFound()
  const { object, warnings } = decodeBody(request, resource, writeOptions(info.query, 'CreateOptions'))
  const spec = asObject(object['spec'])
  const token = asString(spec['token'])
  if (token === '') {
    const message = 'Required value: token is required for TokenReview in authentication'
    throw invalid(resource, '', [{ field: 'spec.token', reason: 'FieldValueRequired', message }])
  }
  const manager = managerOf(info.query, request.headers['user-agent'])
  const writer = { manager, apiVersion: resource.apiVersion, subresource: '', time: nowOf(backend) }
  const metadata = { ...object.metadata, managedFields: managedOnCreate(resource, object, writer) }
  const status = answer(backend, tokens, token, asArray(spec['audiences']).map(asString))
  const body = encodeObject(resource, settled(resource, { ...object, metadata, status }))
  return jsonResponse(body, 201, warningHeaders(warnings))
}

function answer(backend: Backend, tokens: Tokens, token: string, asked: readonly string[]): JsonObject {
  const { serviceAccounts, clock } = backend
  const audiences = asked.length === 0 ? [serviceAccounts.audience] : asked
  if (serviceAccounts.claims(token) && !tokens.rejects(token)) {
    const known = serviceAccounts.know(token, clock.now(), audiences)
    if (known === undefined) return { user: {}, error: 'invalid bearer token' }
    return { authenticated: true, user: userInfo(known.user), audiences: known.audiences }
  }
  // Tokens that were named are for this server alone.
  const user = audiences.includes(serviceAccounts.audience) ? named(backend, tokens, token) : undefined
  if (user === undefined) return { user: {}, error: 'invalid bearer token' }
  return { authenticated: true, user: userInfo(user), audiences: [serviceAccounts.audience] }
}

function named(backend: Backend, tokens: Tokens, token: string): User | undefined {
  try {
    return identified(token, tokens, backend)
  } catch (error) {
    if (error instanceof StatusError) return undefined
    throw error
  }
}

function userInfo({ name, uid, groups, extra }: User): JsonObject {
  const all = groups.includes('system:authenticated') ? groups : [...groups, 'system:authenticated']
  return {
    username: name,
    ...(uid === undefined ? {} : { uid }),
    groups: all,
    ...(extra === undefined ? {} : { extra: Object.fromEntries(extra) }),
  }
}
