import { denied, type Authorizer, type RequestAttributes } from './auth.ts'
import { badRequest } from './status.ts'
import type { ApiRequest, User } from './verbs/request.ts'

const extraPrefix = 'impersonate-extra-'
const anonymous = 'system:anonymous'
const authenticated = 'system:authenticated'
const unauthenticated = 'system:unauthenticated'

/** One thing that a request wants to pass for, as an authorizer is asked about it. */
interface Claim {
  readonly group: string
  readonly version: string
  readonly resource: 'users' | 'serviceaccounts' | 'groups' | 'userextras' | 'uids'
  readonly name: string
  readonly namespace: string
  readonly subresource: string
}

/**
 * Whom a request is made as: its sender, or whom it impersonates. Throws a 403 when the authorizer does not let its
 * sender, and a 400 when it says what to impersonate but not whom.
 */
export function impersonated(request: ApiRequest, sender: User, authorize: Authorizer | undefined): User {
  const claims = claimsOf(request)
  if (claims.length === 0) return sender
  const named = claims.find(({ resource }) => resource === 'users' || resource === 'serviceaccounts')
  if (named === undefined) {
    const what = claims.map(({ resource }) => resource).join(', ')
    throw badRequest(`requested to impersonate ${what} without impersonating a user`)
  }
  for (const claim of claims) {
    const attributes: RequestAttributes = {
      ...claim,
      verb: 'impersonate',
      path: '',
      isResource: true,
      user: sender,
    }
    if (authorize !== undefined && !authorize(attributes)) throw denied(attributes)
  }
  const values = (which: Claim['resource']) =>
    claims.filter(({ resource }) => resource === which).map(({ name }) => name)
  const [uid] = values('uids')
  const extra = new Map<string, readonly string[]>()
  for (const { resource, subresource, name } of claims) {
    if (resource === 'userextras') extra.set(subresource, [...(extra.get(subresource) ?? []), name])
  }
  return {
    ...userOf(named, values('groups')),
    ...(uid === undefined ? {} : { uid }),
    ...(extra.size === 0 ? {} : { extra }),
  }
}

function userOf({ resource, namespace, name }: Claim, asked: readonly string[]): User {
  const account = resource === 'serviceaccounts'
  const own = account ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`] : []
  const groups = asked.length > 0 ? asked : own
  if (!account && name === anonymous) {
    return { name, groups: groups.includes(unauthenticated) ? groups : [...groups, unauthenticated] }
  }
  const said = groups.includes(authenticated) || groups.includes(unauthenticated)
  const user = account ? `system:serviceaccount:${namespace}:${name}` : name
  return { name: user, groups: said ? groups : [...groups, authenticated] }
}

function claimsOf({ headers, repeated }: ApiRequest): readonly Claim[] {
  const lines = (name: string): readonly string[] => repeated?.get(name) ?? [headers[name] ?? '']
  const claim = (resource: Claim['resource'], name: string, subresource = ''): Claim => {
    const review = resource === 'userextras' || resource === 'uids'
    return {
      group: review ? 'authentication.k8s.io' : '',
      version: 'v1',
      resource,
      name,
      namespace: '',
      subresource,
    }
  }
  const claims: Claim[] = []
  const user = headers['impersonate-user'] ?? ''
  if (user !== '') {
    const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(user) ?? []
    if (namespace === undefined || name === undefined) claims.push(claim('users', user))
    else claims.push({ ...claim('serviceaccounts', name), namespace })
  }
  for (const group of lines('impersonate-group')) if (group !== '') claims.push(claim('groups', group))
  for (const header of Object.keys(headers)) {
    if (!header.startsWith(extraPrefix)) continue
    const key = unescaped(header.slice(extraPrefix.length))
    for (const value of lines(header)) claims.push(claim('userextras', value, key))
  }
  const uid = headers['impersonate-uid'] ?? ''
  if (uid !== '') claims.push(claim('uids', uid))
  return claims
}

/** Keys are percent-encoded; one that is not, or is so badly, stands for itself. */
function unescaped(key: string): string {
  try {
    return decodeURIComponent(key)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return key
  }
}
