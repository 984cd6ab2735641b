/** What kept a request from being answered. */
export type TransportErrorKind =
  | 'refused'
  | 'dns'
  | 'unreachable'
  | 'reset'
  | 'timeout'
  | 'tls'
  | 'proxy'
  | 'redirect'
  | 'protocol'
  | 'closed'
  | 'other'

const advice: Record<TransportErrorKind, string> = {
  refused: 'nothing listens there: is the API server up, and is the address right?',
  dns: 'the name does not resolve: check the server address and the resolver',
  unreachable: 'no route to the host: check the network',
  reset: 'the connection ended before the answer was whole; try again',
  timeout: 'no answer within the deadline: check the network, load balancers and the server',
  tls: 'check the certificate authority, the server name and the client certificate',
  proxy: 'check proxy-url, HTTPS_PROXY and NO_PROXY',
  redirect: 'redirects are not followed, since they would carry credentials elsewhere: use the final address',
  protocol: 'this is no HTTP answer of an API server: check the scheme, host and port',
  closed: 'the transport was closed; make a new client',
  other: 'see the cause',
}

/** The request got no whole answer: `kind` says why, `cause` is what Node reported. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly kind: TransportErrorKind
  /** `host:port` or a path; never a query, header or credential. */
  readonly target: string

  constructor(kind: TransportErrorKind, target: string, what: string, cause?: unknown) {
    super(`${target}: ${what} (${advice[kind]})`, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.target = target
  }

  /** What Node reported, with its kind told by its code; a `TransportError` stays as it is. */
  static from(error: unknown, target: string): TransportError {
    if (error instanceof TransportError) return error
    const code = codeOf(error)
    return new TransportError(kindOf(code, error), target, code || 'the request failed', withoutBytes(error))
  }
}

/** Node's HTTP parser adds the bytes it stumbled over, and its URL parser the URL: both may hold what nobody should read. */
function withoutBytes(error: unknown): unknown {
  if (!(error instanceof Error) || !('rawPacket' in error || 'input' in error)) return error
  return Object.assign(new Error(error.message), { name: error.name, code: codeOf(error) })
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

function kindOf(code: string, error: unknown): TransportErrorKind {
  switch (code) {
    case 'ECONNREFUSED':
      return 'refused'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EAI_NODATA':
      return 'dns'
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
      return 'unreachable'
    case 'ETIMEDOUT':
      return 'timeout'
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
    case 'ERR_STREAM_PREMATURE_CLOSE':
    case 'ERR_HTTP2_GOAWAY_SESSION':
    case 'ERR_HTTP2_STREAM_ERROR':
    case 'ERR_HTTP2_SESSION_ERROR':
    case 'ERR_HTTP2_INVALID_SESSION':
    case 'ERR_HTTP2_STREAM_CANCEL':
      return 'reset'
    default:
  }
  if (
    /^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/.test(
      code,
    )
  )
    return 'tls'
  if (/^(HPE_|ERR_HTTP2_|Z_)/.test(code)) return 'protocol'
  if (error instanceof AggregateError) {
    for (const member of error.errors as unknown[]) {
      const kind = kindOf(codeOf(member), undefined)
      if (kind !== 'other') return kind
    }
  }
  return 'other'
}
