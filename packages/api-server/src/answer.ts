import type { Authorizer } from './auth.ts'
import type { Backend } from './backend.ts'
import { withDeprecation } from './custom-resources/custom-requests.ts'
import { isRulesReview, reviewRules } from './rbac/rules-review.ts'
import { isTokenReview, reviewToken } from './service-accounts/token-review.ts'
import { resourceNotFound } from './status.ts'
import type { Tokens } from './tokens.ts'
import { isAccessReview, reviewAccess } from './verbs/access-reviews.ts'
import { authorizeCreation } from './verbs/authorize-creation.ts'
import { handleNonResource } from './verbs/non-resource.ts'
import type { ApiRequest, ApiResponse, RequestInfo, User } from './verbs/request.ts'
import { handleResource } from './verbs/resource-handler.ts'

/** A request that was let in, and what it is answered with. */
export interface Admitted {
  readonly backend: Backend
  readonly request: ApiRequest
  readonly info: RequestInfo
  readonly user: User
  /** What `/version` says. */
  readonly version: string
  readonly authorize: Authorizer | undefined
  /** Whose bearer tokens are known. */
  readonly tokens: Tokens
}

/** Answers a request that was let in. Throws the StatusError that refuses it. */
export async function answer(admitted: Admitted): Promise<ApiResponse> {
  const { backend, request, info, user, version, authorize, tokens } = admitted
  backend.registry.catchUp()
  if (!info.isResource) {
    return handleNonResource(backend, version, { ...info, ...request, path: info.path })
  }
  if (isAccessReview(info)) {
    const resource = backend.registry.get(info.group, info.version, info.resource)
    if (resource === undefined) throw resourceNotFound()
    return reviewAccess(backend, resource, request, info, user, authorize)
  }
  if (isTokenReview(info)) return reviewToken(backend, tokens, request, info)
  if (isRulesReview(info)) return reviewRules(backend, request, info, user)
  const { registry } = backend
  const resource = registry.get(info.group, info.version, info.resource)
  if (resource !== undefined) authorizeCreation(backend, resource, request, info, user)
  const response = await handleResource(backend, request, info, user)
  registry.catchUp()
  return withDeprecation(response, resource)
}
