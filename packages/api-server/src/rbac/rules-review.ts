import type { Backend } from '../backend.ts'
import { asObject, asString, type JsonObject } from '../codec/json.ts'
import { badRequest, resourceNotFound } from '../status.ts'
import { decodeBody } from '../verbs/body.ts'
import { writeOptions } from '../verbs/options.ts'
import type { ApiRequest, ApiResponse, RequestInfo, User } from '../verbs/request.ts'
import { jsonResponse, warningHeaders } from '../verbs/respond.ts'
import type { RbacRule } from './rbac-rule.ts'

/** Whether a request asks what its sender may do in a namespace: `kubectl auth can-i --list`. */
export function isRulesReview({ verb, group, resource, subresource }: RequestInfo): boolean {
  return (
    verb === 'create' &&
    group === 'authorization.k8s.io' &&
    resource === 'selfsubjectrulesreviews' &&
    subresource === ''
  )
}

/** Answers with the rules that the sender has. Throws a 400 without a namespace. */
export function reviewRules(
  backend: Backend,
  request: ApiRequest,
  info: RequestInfo,
  user: User,
): ApiResponse {
  const resource = backend.registry.get(info.group, info.version, info.resource)
  if (resource === undefined) throw resourceNotFound()
  const { object, warnings } = decodeBody(request, resource, writeOptions(info.query, 'CreateOptions'))
  const namespace = asString(asObject(object['spec'])['namespace'])
  if (namespace === '') throw badRequest('no namespace on request')
  const { kind, apiVersion } = resource
  const status = rulesOf(backend, user, namespace)
  const body = { kind, apiVersion, metadata: { creationTimestamp: null }, spec: {}, status }
  return jsonResponse(JSON.stringify(body), 201, warningHeaders(warnings))
}

function rulesOf({ rbac, authorize }: Backend, user: User, namespace: string): JsonObject {
  if (rbac !== undefined) {
    const rules = rbac.rulesOf(user, namespace)
    return {
      resourceRules: rules.filter((rule) => rule.nonResourceURLs.length === 0).map(resourceRule),
      nonResourceRules: rules.filter((rule) => rule.nonResourceURLs.length > 0).map(nonResourceRule),
      incomplete: false,
    }
  }
  // A function that answers one question at a time has no list of what it allows.
  if (authorize !== undefined) {
    const evaluationError = 'the authorizer of this server does not list its rules'
    return { resourceRules: [], nonResourceRules: [], incomplete: true, evaluationError }
  }
  return {
    resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
    nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
    incomplete: false,
  }
}

function resourceRule({ verbs, apiGroups, resources, resourceNames }: RbacRule): JsonObject {
  return { verbs, apiGroups, resources, ...(resourceNames.length === 0 ? {} : { resourceNames }) }
}

function nonResourceRule({ verbs, nonResourceURLs }: RbacRule): JsonObject {
  return { verbs, nonResourceURLs }
}
