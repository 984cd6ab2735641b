import type { Backend } from './backend.ts'
import { StatusError, unauthorized } from './status.ts'
import type { Tokens } from './tokens.ts'
import type { ApiRequest, RequestInfo, User } from './verbs/request.ts'

/** What a request wants to do and who wants it, as an authorizer is asked. */
export interface RequestAttributes extends Pick<
  RequestInfo,
  'verb' | 'path' | 'isResource' | 'group' | 'version' | 'resource' | 'namespace' | 'name' | 'subresource'
> {
  readonly user: User
}

/** Says yes or no to a request. */
export type Authorizer = (attributes: RequestAttributes) => boolean

const everyone = 'system:authenticated'
const anonymous: User = { name: 'system:anonymous', groups: ['system:unauthenticated'] }

/**
 * Finds out who sent a request: by its certificate, else by its token, else nobody. Throws a 401 when it showed a
 * certificate or a token and neither is known.
 */
export function authenticate({ headers, client }: ApiRequest, tokens: Tokens, backend: Backend): User {
  const authorization = headers['authorization'] ?? ''
  if (client !== undefined && client !== 'untrusted') return withGroup(client)
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  const user = token === undefined ? undefined : identified(token, tokens, backend)
  if (user !== undefined) return withGroup(user)
  if (client === 'untrusted' || (tokens.checked && authorization !== '')) throw unauthorized()
  return anonymous
}

/** Whose a token is: somebody's who was named, or a service account's. Throws a 401 for one of these that is no good. */
export function identified(
  token: string,
  tokens: Tokens,
  { serviceAccounts, clock }: Backend,
): User | undefined {
  if (tokens.rejects(token)) throw unauthorized()
  const user = tokens.get(token)
  if (user !== undefined) return user
  if (!serviceAccounts.claims(token)) return undefined
  const known = serviceAccounts.know(token, clock.now())
  if (known === undefined) throw unauthorized()
  return known.user
}

/** Whoever is known is in the group of all who are. */
function withGroup(user: User): User {
  return user.groups.includes(everyone) ? user : { ...user, groups: [...user.groups, everyone] }
}

/** Whether everyone may ask, whatever the authorizer says: whether the server is well. */
export function isAlwaysAllowed({ isResource, path }: RequestInfo): boolean {
  return !isResource && (path === '/healthz' || path === '/livez' || path === '/readyz')
}

/** The name that a request is about; a list or watch that selects one name is about that one. */
export function nameAskedFor({ verb, name, query }: RequestInfo): string {
  if (name !== '' || (verb !== 'list' && verb !== 'watch')) return name
  const terms = (query.get('fieldSelector') ?? '').split(',')
  const [, selected = ''] =
    terms.map((term) => /^metadata\.name==?([^=!/%]+)$/.exec(term)).find((each) => each !== null) ?? []
  return selected
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
