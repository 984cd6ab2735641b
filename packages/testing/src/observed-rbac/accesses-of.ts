import type { Access } from './access.ts'

/** A request as a server or a transport saw it: the `RequestRecord` of an ApiServer, the effects of a process. */
export interface AnsweredRequest {
  readonly method: string
  /** Path and query. */
  readonly path: string
  /** Of the answer, when there was one. */
  readonly status?: number | undefined
}

const writes = new Map([
  ['POST', 'create'],
  ['PUT', 'update'],
  ['PATCH', 'patch'],
  ['DELETE', 'delete'],
])
// Every user has these from the roles that every cluster begins with.
const everybodys = /^\/(?:api|apis|healthz|livez|readyz|openapi|version|\.well-known|openid)(?:\/|$)/

/**
 * What RBAC has to allow for a request: nothing where everybody may do it, and two things for an apply or update that
 * created its object.
 */
export function accessesOf({ method, path: target, status }: AnsweredRequest): readonly Access[] {
  const { pathname, searchParams } = new URL(target, 'http://server')
  const path = decodeURIComponent(pathname)
  const segments = path.replace(/^\//, '').replace(/\/$/, '').split('/')
  const core = segments[0] === 'api'
  const rest = segments.slice(core ? 2 : 3)
  if ((!core && segments[0] !== 'apis') || rest.length === 0) {
    return everybodys.test(path) ? [] : [{ type: 'path', verb: method.toLowerCase(), path }]
  }
  const legacyWatch = rest[0] === 'watch'
  if (legacyWatch) rest.shift()
  let namespace = ''
  // `/namespaces/x` and its status are about the namespace itself, an object of the cluster.
  if (rest[0] === 'namespaces' && rest.length > 2 && rest[2] !== 'status' && rest[2] !== 'finalize') {
    namespace = rest[1] ?? ''
    rest.splice(0, 2)
  }
  const [resource = '', name = '', subresource] = rest
  const watches = legacyWatch || (flag(searchParams, 'watch') && name === '')
  const verb = verbOf(method, name, watches)
  const access = {
    type: 'resource',
    verb,
    apiGroup: core ? '' : (segments[1] ?? ''),
    resource: subresource === undefined ? resource : `${resource}/${subresource}`,
    namespace,
    name: name === '' && (verb === 'list' || verb === 'watch') ? selectedName(searchParams) : name,
  } as const
  const created = status === 201 && (verb === 'patch' || verb === 'update') && subresource === undefined
  return created ? [access, { ...access, verb: 'create', name: '' }] : [access]
}

function verbOf(method: string, name: string, watches: boolean): string {
  if (method === 'GET' || method === 'HEAD') return watches ? 'watch' : name === '' ? 'list' : 'get'
  if (method === 'DELETE' && name === '') return 'deletecollection'
  return writes.get(method) ?? method.toLowerCase()
}

function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name)
  return value !== null && value !== '0' && value.toLowerCase() !== 'false'
}

/** RBAC takes a list or watch that selects one name as one of that object. */
function selectedName(query: URLSearchParams): string {
  for (const term of (query.get('fieldSelector') ?? '').split(',')) {
    const [, name] = /^metadata\.name==?([^=!/%]+)$/.exec(term) ?? []
    if (name !== undefined) return name
  }
  return ''
}
