import type { RequestInfo, User } from './verbs/request.ts'
import { StatusError, unauthorized } from './status.ts'

/** What a request wants to do and who wants it, as an authorizer is asked. */
export interface RequestAttributes extends Pick<
  RequestInfo,
  'verb' | 'path' | 'isResource' | 'group' | 'version' | 'resource' | 'namespace' | 'name' | 'subresource'
> {
  readonly user: User
}

/** Says yes or no to a request. */
export type Authorizer = (attributes: RequestAttributes) => boolean

const anonymous: User = { name: 'system:anonymous', groups: ['system:unauthenticated'] }

/** Finds out who sent a request. Throws a 401 for a token that is unknown. */
export function authenticate(
  authorization: string | undefined,
  tokens: ReadonlyMap<string, User> | undefined,
): User {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (tokens === undefined || authorization === undefined) return anonymous
  const user = token === undefined ? undefined : tokens.get(token)
  if (user === undefined) throw unauthorized()
  return user
}

/** The 403 for what a user may not do. */
export function denied({ user, isResource, ...info }: RequestAttributes): StatusError {
  const who = `User ${JSON.stringify(user.name)} cannot ${info.verb}`
  if (!isResource) {
    return new StatusError(403, 'Forbidden', `forbidden: ${who} path ${JSON.stringify(info.path)}`, {})
  }
  const { group, resource, name, namespace, subresource } = info
  const subject = group === '' ? resource : `${resource}.${group}`
  const what = subresource === '' ? resource : `${resource}/${subresource}`
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace ${JSON.stringify(namespace)}`
  const named = name === '' ? '' : ` ${JSON.stringify(name)}`
  const message = `${subject}${named} is forbidden: ${who} resource ${JSON.stringify(what)} in API group ${JSON.stringify(group)} ${where}`
  const details = { ...(name === '' ? {} : { name }), ...(group === '' ? {} : { group }), kind: resource }
  return new StatusError(403, 'Forbidden', message, details)
}
