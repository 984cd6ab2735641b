import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { methodNotAllowed, StatusError } from '../status.ts'
import type { ApiResponse } from '../verbs/request.ts'
import { warningHeaders } from '../verbs/respond.ts'

/** Throws the 405 for a verb that a resource does not show, unless it is a custom one that still has it. */
export function requireVerb(resource: ServedResource, verb: string): void {
  if (resource.verbs.includes(verb)) return
  if (resource.custom === undefined) throw methodNotAllowed()
  if (verb !== 'create') return
  const { group, resource: kind } = resource
  throw new StatusError(
    405,
    'MethodNotAllowed',
    'create not allowed while custom resource definition is terminating',
    { group, kind },
  )
}

/** The answer with a warning for requests of a deprecated version. */
export function withDeprecation(response: ApiResponse, resource: ServedResource | undefined): ApiResponse {
  const deprecation = resource?.custom?.deprecation ?? ''
  if (deprecation === '') return response
  const before = [response.headers['warning'] ?? []].flat()
  const warning = [...before, ...[warningHeaders([deprecation])['warning'] ?? []].flat()]
  return { ...response, headers: { ...response.headers, warning } }
}

const standardFinalizers = new Set(['orphan', 'foregroundDeletion', 'kubernetes'])

/** Warnings of finalizers whose names others may have as well, where an object that is written has new ones. */
export function finalizerWarnings(
  { custom }: ServedResource,
  { metadata }: ApiObject,
  before?: ApiObject,
): readonly string[] {
  if (custom === undefined) return []
  const known = new Set(before?.metadata.finalizers)
  const added = (metadata.finalizers ?? []).filter((each) => !known.has(each) && !each.includes('/'))
  return added
    .filter((each) => !standardFinalizers.has(each))
    .toSorted()
    .map((each) => {
      const path = each.includes('.') ? ' including a path (/)' : ''
      return `metadata.finalizers: ${JSON.stringify(each)}: prefer a domain-qualified finalizer name${path} to avoid accidental conflicts with other finalizer writers`
    })
}
