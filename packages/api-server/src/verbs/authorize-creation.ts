import { denied } from '../auth.ts'
import { collectionOf, type Backend } from '../backend.ts'
import { keyOf, type ServedResource } from '../registry/resource.ts'
import { mediaType } from './body.ts'
import type { ApiRequest, RequestInfo, User } from './request.ts'

/**
 * Who applies what is not there creates it, and so does who updates it where updates may: both need `create` besides
 * their own verb. Throws the 403.
 */
export function authorizeCreation(
  backend: Backend,
  resource: ServedResource,
  request: ApiRequest,
  info: RequestInfo,
  user: User,
): void {
  const { authorize } = backend
  if (authorize === undefined || info.subresource !== '' || !mayCreate(resource, request, info)) return
  if (collectionOf(backend, resource).get(keyOf(resource, info.namespace, info.name)) !== undefined) return
  const asked = { ...info, verb: 'create', user }
  if (!authorize(asked)) throw denied(asked)
}

function mayCreate({ strategy }: ServedResource, request: ApiRequest, { verb }: RequestInfo): boolean {
  if (verb === 'update') return strategy.createOnUpdate
  return verb === 'patch' && mediaType(request) === 'application/apply-patch+yaml'
}
