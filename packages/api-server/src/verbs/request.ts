/** A request as it came, without the socket it came through. */
export interface ApiRequest {
  readonly method: string
  /** Path and query with a leading slash. */
  readonly path: string
  /** Header names are lower case; the lines of a header that came more than once are joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  /** Headers that came more than once, line by line. */
  readonly repeated?: ReadonlyMap<string, readonly string[]>
  /** Who the client's certificate says it is. */
  readonly client?: ClientIdentity
  readonly body: Uint8Array
  /** Ends a watch; aborted when the client went away. */
  readonly signal: AbortSignal
}

/** An answer. A body that is a stream ends with its client or with the server. */
export interface ApiResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string | AsyncIterable<Uint8Array>
}

/** Who sent a request. */
export interface User {
  readonly name: string
  readonly groups: readonly string[]
  readonly uid?: string
  readonly extra?: ReadonlyMap<string, readonly string[]>
}

/** Whom a client certificate names, or that nobody here trusts it. */
export type ClientIdentity = User | 'untrusted'

/** What a request asks for, as authorization sees it: RequestInfo of Kubernetes. */
export interface RequestInfo {
  /** get, list, watch, create, update, patch, delete, deletecollection; of other paths the method in lower case. */
  readonly verb: string
  /** The path, decoded, without query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly isResource: boolean
  readonly group: string
  readonly version: string
  readonly resource: string
  readonly namespace: string
  readonly name: string
  readonly subresource: string
}

const writes = new Map([
  ['POST', 'create'],
  ['PUT', 'update'],
  ['PATCH', 'patch'],
  ['DELETE', 'delete'],
])

/** True for any value but absence, `0` and `false`; `?watch` and `?watch=abc` are true. */
export function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name)
  return value !== null && value !== '0' && value.toLowerCase() !== 'false'
}

/** Finds out what a method and a path mean. Throws a URIError for a path that is not valid percent-encoding. */
export function requestInfo(method: string, target: string): RequestInfo {
  const mark = target.indexOf('?')
  const path = decodeURIComponent(mark === -1 ? target : target.slice(0, mark))
  const query = new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1))
  const other: RequestInfo = {
    verb: method.toLowerCase(),
    path,
    query,
    isResource: false,
    group: '',
    version: '',
    resource: '',
    namespace: '',
    name: '',
    subresource: '',
  }
  const segments = path.replace(/^\//, '').replace(/\/$/, '').split('/')
  const core = segments[0] === 'api'
  if (!core && segments[0] !== 'apis') return other
  const rest = segments.slice(core ? 2 : 3)
  if (rest.length === 0) return other
  const group = core ? '' : (segments[1] ?? '')
  const version = segments[core ? 1 : 2] ?? ''
  const legacyWatch = rest[0] === 'watch'
  if (legacyWatch) rest.shift()
  let namespace = ''
  // `/namespaces/x/pods` is about pods, `/namespaces/x` and `/namespaces/x/status` about the namespace itself.
  const own = rest[0] === 'namespaces' && rest.length > 2 && rest[2] !== 'status' && rest[2] !== 'finalize'
  if (own) {
    namespace = rest[1] ?? ''
    rest.splice(0, 2)
  }
  const [resource = '', name = '', ...deeper] = rest
  const watches = (flag(query, 'watch') && name === '') || legacyWatch
  const reads = name === '' || legacyWatch ? (watches ? 'watch' : 'list') : 'get'
  const single = method === 'DELETE' && name === '' ? 'deletecollection' : writes.get(method)
  const verb = method === 'GET' ? reads : (single ?? other.verb)
  return {
    ...other,
    isResource: true,
    verb,
    group,
    version,
    resource,
    namespace,
    name,
    subresource: deeper[0] ?? '',
  }
}
