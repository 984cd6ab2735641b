import type { Registry } from '../registry/registry.ts'
import { methodNotAllowed, notAcceptable } from '../status.ts'
import { discovery } from './discovery.ts'
import { acceptClauses } from './negotiate.ts'
import { openapi } from './openapi.ts'
import type { ApiResponse } from './request.ts'
import { jsonResponse, textResponse } from './respond.ts'

const health = new Set(['healthz', 'livez', 'readyz'])
const jsonTypes = new Set(['application/json', '*/*', 'application/*'])

/** Answers a path that is about no resource: discovery, version, health, OpenAPI. */
export function handleNonResource(
  registry: Registry,
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
): ApiResponse {
  const answer =
    path === '/'
      ? root(registry)
      : path === '/version' || path === '/version/'
        ? versionInfo(version, headers['accept'])
        : (healthCheck(path, query) ?? discovery(registry, path, headers) ?? openapi(registry, path))
  if (answer === undefined) return textResponse('404 page not found\n', 404)
  if (method !== 'GET') throw methodNotAllowed()
  return answer
}

function healthCheck(path: string, query: URLSearchParams): ApiResponse | undefined {
  const [, name = '', check] = path.split('/')
  if (!health.has(name)) return undefined
  if (check !== undefined && check !== '' && check !== 'ping') return undefined
  if (!query.has('verbose') || check === 'ping') return textResponse('ok')
  return textResponse(`[+]ping ok\n${name} check passed\n`)
}

function versionInfo(version: string, accept: string | undefined): ApiResponse {
  if (!acceptClauses(accept).some(({ type }) => jsonTypes.has(type))) throw notAcceptable()
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
  const paths = ['/api', '/apis', '/healthz', '/livez', '/openapi/v3', '/readyz', '/version']
  for (const [group, versions] of registry.groups()) {
    if (group !== '') paths.push(`/apis/${group}`)
    for (const version of versions) paths.push(group === '' ? `/api/${version}` : `/apis/${group}/${version}`)
  }
  return jsonResponse(JSON.stringify({ paths: paths.toSorted() }, undefined, 2))
}
