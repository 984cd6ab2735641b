import { asArray, asObject, asString, equalJson, type ApiObject, type JsonObject } from '../codec/json.ts'
import { granted, shownNames } from './accepted-names.ts'
import { conditionOf, readDefinition, type Definition } from './definition.ts'

/** The status with a condition; its time stays while its status does. Upstream: SetCRDCondition. */
export function withCondition(status: JsonObject, condition: JsonObject, now: string): JsonObject {
  const conditions = asArray(status['conditions']).map(asObject)
  const at = conditions.findIndex((each) => each['type'] === condition['type'])
  const before = conditions[at]
  const lastTransitionTime = before?.['status'] === condition['status'] ? before?.['lastTransitionTime'] : now
  const { type, status: is, reason, message } = condition
  const next = { type, status: is, lastTransitionTime, reason, message }
  return {
    ...status,
    conditions: before === undefined ? [...conditions, next] : conditions.with(at, next),
  }
}

/** What the status of a definition is next, step by step as controllers would write it; none when it is right. */
export function nextStatus(
  object: ApiObject,
  others: readonly Definition[],
  now: string,
): JsonObject | undefined {
  const status = asObject(object['status'])
  const { accepted, condition } = granted(readDefinition(object), others)
  let next: JsonObject = { ...status, acceptedNames: shownNames(accepted) }
  next = withCondition(next, condition, now)
  const established = conditionOf(object, 'Established')
  if (established['status'] !== 'True') next = withCondition(next, pending(condition, established), now)
  const approval = approvalCondition(object)
  if (approval !== undefined) next = withCondition(next, approval, now)
  if (!equalJson(next, status)) return next
  if (established['status'] === 'True' || established['reason'] !== 'Installing') return undefined
  return withCondition(status, { ...established, status: 'True', reason: 'InitialNamesAccepted' }, now)
}

/** Established before it is: it waits for its names, or for the server. */
function pending(names: JsonObject, before: JsonObject): JsonObject {
  const type = 'Established'
  if (names['status'] === 'True') {
    const message = 'the initial names have been accepted'
    return { type, status: 'False', reason: 'Installing', message }
  }
  if (before['type'] === type) return before
  return { type, status: 'False', reason: 'NotAccepted', message: 'not all names are accepted' }
}

const protectedGroup = /(^|\.)(k8s|kubernetes)\.io$/

/** Whether only the community may define resources of a group. */
export function isProtected(group: string): boolean {
  return protectedGroup.test(group)
}

export const approvalAnnotation = 'api-approved.kubernetes.io'

/** What an annotation says of the community's approval: an address approves, `unapproved…` says so. */
export function approvalOf(
  annotation: string | undefined,
): 'approved' | 'unapproved' | 'missing' | 'invalid' {
  if (annotation === undefined || annotation === '') return 'missing'
  if (annotation.startsWith('unapproved')) return 'unapproved'
  const url = URL.canParse(annotation) ? new URL(annotation) : undefined
  return url !== undefined && url.host !== '' ? 'approved' : 'invalid'
}

/** What a definition in a protected group needs. */
export function conformsTo(approval: 'missing' | 'invalid'): string {
  const either = approval === 'missing' ? '' : ' with either a URL or a reason starting with "unapproved"'
  return `protected groups must have approval annotation "${approvalAnnotation}"${either}, see https://github.com/kubernetes/enhancements/pull/1111`
}

function approvalCondition(object: ApiObject): JsonObject | undefined {
  if (!isProtected(asString(asObject(object['spec'])['group']))) return undefined
  const annotation = object.metadata.annotations?.[approvalAnnotation]
  const type = 'KubernetesAPIApprovalPolicyConformant'
  switch (approvalOf(annotation)) {
    case 'approved':
      return { type, status: 'True', reason: 'ApprovedAnnotation', message: `approved in ${annotation}` }
    case 'unapproved': {
      const message = `not approved: ${JSON.stringify(annotation)}`
      return { type, status: 'False', reason: 'UnapprovedAnnotation', message }
    }
    case 'missing':
      return { type, status: 'False', reason: 'MissingAnnotation', message: conformsTo('missing') }
    case 'invalid':
      break
  }
  return { type, status: 'False', reason: 'InvalidAnnotation', message: conformsTo('invalid') }
}
