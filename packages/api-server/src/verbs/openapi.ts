import type { Backend } from '../backend.ts'
import { notAcceptable } from '../status.ts'
import { acceptClauses } from './negotiate.ts'
import type { ApiResponse } from './request.ts'
import { jsonResponse, textResponse } from './respond.ts'

const root = '/openapi/v3'
const year = 365 * 24 * 60 * 60 * 1000
const jsonTypes = new Set(['application/json', '*/*', 'application/*'])

/** Answers `/openapi/v3` and below; undefined for any other path. */
export async function openapi(
  { registry, clock }: Backend,
  path: string,
  query: URLSearchParams,
  headers: Readonly<Record<string, string>>,
): Promise<ApiResponse | undefined> {
  if (path !== root && !path.startsWith(`${root}/`)) return undefined
  // The schemas are a fifth of the package: nobody pays for them who does not ask.
  const { documents } = await import('../openapi/documents.ts')
  const found = documents(registry)
  const wanted = path.slice(root.length + 1)
  if (wanted === '') {
    const paths = [...found].map(([name, { hash }]) => [name, { serverRelativeURL: urlOf(name, hash) }])
    return index(JSON.stringify({ paths: Object.fromEntries(paths) }), clock.now(), headers)
  }
  const document = found.get(wanted)
  if (document === undefined) return undefined
  if (!acceptClauses(headers['accept']).some(({ type }) => jsonTypes.has(type))) throw notAcceptable()
  const { hash, text } = document
  const asked = query.get('hash') ?? ''
  if (asked !== '' && asked !== hash) {
    return { ...textResponse('', 301), headers: { location: urlOf(wanted, hash) } }
  }
  const etag = `"${hash}"`
  const vary = { etag, vary: 'Accept' }
  const forever = {
    'cache-control': 'public, immutable',
    expires: new Date(clock.now() + year).toUTCString(),
  }
  const sent = asked === '' ? vary : { ...vary, ...forever }
  if (headers['if-none-match'] === etag) return { status: 304, headers: sent, body: '' }
  return jsonResponse(text(), 200, sent)
}

function urlOf(name: string, hash: string): string {
  return `${root}/${name}?hash=${hash}`
}

/** As upstream, whose index says that it is text and that it changes every second. */
function index(body: string, now: number, headers: Readonly<Record<string, string>>): ApiResponse {
  const modified = new Date(now).toUTCString()
  const since = Date.parse(headers['if-modified-since'] ?? '')
  if (since >= Date.parse(modified)) return { status: 304, headers: { 'last-modified': modified }, body: '' }
  const text = { 'content-type': 'text/plain; charset=utf-8', 'last-modified': modified }
  return { status: 200, headers: { ...text, 'accept-ranges': 'bytes' }, body }
}
