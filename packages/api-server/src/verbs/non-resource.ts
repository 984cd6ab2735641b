import type { Backend } from '../backend.ts'
import type { Registry } from '../registry/registry.ts'
import { issuerDiscovery } from '../service-accounts/issuer-discovery.ts'
import { methodNotAllowed, noRepresentation } from '../status.ts'
import { discovery } from './discovery.ts'
import { acceptClauses } from './negotiate.ts'
import { metrics } from './metrics.ts'
import { openapi } from './openapi.ts'
import { openapiV2 } from './openapi-v2.ts'
import type { ApiResponse } from './request.ts'
import { jsonResponse, textResponse } from './respond.ts'

const health = new Set(['healthz', 'livez', 'readyz'])
/** What is checked; the store is what a real server has etcd for. */
const checks = new Set(['ping', 'log', 'etcd'])
const jsonTypes = new Set(['application/json', '*/*', 'application/*'])

/** Answers a path that is about no resource: discovery, version, health, OpenAPI. */
export async function handleNonResource(
  backend: Backend,
  version: string,
  {
    method,
    path,
    query,
    headers,
  }: {
    readonly method: string
    readonly path: string
    readonly query: URLSearchParams
    readonly headers: Readonly<Record<string, string>>
  },
): Promise<ApiResponse> {
  const { registry } = backend
  const answer =
    path === '/'
      ? root(registry)
      : path === '/version' || path === '/version/'
        ? versionInfo(version, headers['accept'])
        : (healthCheck(path, query) ??
          metrics(backend, path) ??
          issuerDiscovery(backend.serviceAccounts, path, headers) ??
          openapiV2(path, headers['accept']) ??
          discovery(registry, path, headers) ??
          (await openapi(backend, path, query, headers)))
  if (answer === undefined) return textResponse('404 page not found\n', 404)
  // Discovery answers any method, as a real server does.
  if (method !== 'GET' && !path.startsWith('/api')) throw methodNotAllowed()
  return answer
}

function healthCheck(path: string, query: URLSearchParams): ApiResponse | undefined {
  const [, name = '', check] = path.split('/')
  if (!health.has(name)) return undefined
  const single = check !== undefined && check !== ''
  if (single && !checks.has(check)) return undefined
  if (!query.has('verbose') || single) return textResponse('ok')
  const lines = [...checks].map((each) => `[+]${each} ok\n`)
  return textResponse(`${lines.join('')}${name} check passed\n`)
}

function versionInfo(version: string, accept: string | undefined): ApiResponse {
  if (!acceptClauses(accept).some(({ type }) => jsonTypes.has(type)))
    throw noRepresentation('application/json')
  const [major = '1', minor = '32', patch = '0'] = version.split('.')
  const info = {
    major,
    minor,
    gitVersion: `v${major}.${minor}.${patch}`,
    gitCommit: '',
    gitTreeState: '',
    buildDate: '1970-01-01T00:00:00Z',
    goVersion: '',
    compiler: 'rxkube',
    platform: `${process.platform}/${process.arch}`,
  }
  return jsonResponse(JSON.stringify(info, undefined, 2))
}

function root(registry: Registry): ApiResponse {
  const paths = [
    '/.well-known/openid-configuration',
    '/api',
    '/apis',
    '/apis/',
    '/metrics',
    '/openapi/v2',
    '/openapi/v3',
    '/openapi/v3/',
    '/openid/v1/jwks',
    '/version',
  ]
  for (const name of health) {
    paths.push(`/${name}`, ...[...checks].map((check) => `/${name}/${check}`))
  }
  for (const [group, versions] of registry.groups()) {
    if (group !== '') paths.push(`/apis/${group}`)
    for (const version of versions) paths.push(group === '' ? `/api/${version}` : `/apis/${group}/${version}`)
  }
  return jsonResponse(JSON.stringify({ paths: paths.toSorted() }, undefined, 2))
}
