import type { HealthRequest } from './health-checks.ts'
import { healthText, type HealthReport } from './health-report.ts'
import type { OperationsOptions } from './operations-server.ts'

/** What a request is answered with. */
export interface Answer {
  readonly status: number
  readonly body: string
  /** Text unless told. */
  readonly contentType?: string | undefined
}

const notFound: Answer = { status: 404, body: '404 page not found\n' }

/** The answer to a request. Rejects with what metrics of users throw. */
export async function answer(method: string, target: string, options: OperationsOptions): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, body: '405 method not allowed\n' }
  const url = URL.parse(target, 'http://localhost')
  if (!url) return notFound
  const { manager, metrics, health, inspect = false } = options
  const [, endpoint = '', ...rest] = url.pathname.split('/')
  const check = rest.join('/')
  switch (endpoint) {
    case 'metrics':
      if (!metrics || check) return notFound
      return { status: 200, body: await metrics.text(), contentType: metrics.contentType }
    case 'livez':
    case 'healthz':
      if (!health) return notFound
      return probe(endpoint, check, url.searchParams, (request) => health.livez(request))
    case 'readyz':
      if (!health) return notFound
      return probe(endpoint, check, url.searchParams, (request) => health.readyz(request))
    case 'inspect':
      if (!inspect || check) return notFound
      return { status: 200, body: `${JSON.stringify(manager.inspect(), undefined, 2)}\n`, contentType: json }
    default:
      return notFound
  }
}

const json = 'application/json'

async function probe(
  endpoint: string,
  check: string,
  query: URLSearchParams,
  ask: (request: HealthRequest) => Promise<HealthReport>,
): Promise<Answer> {
  const report = await ask({ exclude: query.getAll('exclude') })
  if (!check) {
    const body = healthText(endpoint, report, query.has('verbose'))
    return { status: report.healthy ? 200 : 500, body }
  }
  const name = decoded(check)
  const one = report.checks.find((result) => result.name === name)
  if (!one) return notFound
  if (one.healthy) return { status: 200, body: 'ok' }
  return { status: 500, body: `internal server error: ${one.reason ?? 'reason withheld'}\n` }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
