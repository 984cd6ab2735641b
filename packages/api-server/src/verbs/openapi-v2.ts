import { notAcceptable } from '../status.ts'
import { acceptClauses } from './negotiate.ts'
import type { ApiResponse } from './request.ts'
import { jsonResponse } from './respond.ts'

const info = { title: 'Kubernetes', version: '1.32' }
const binary = 'application/com.github.proto-openapi.spec.v2'

/**
 * Answers `/openapi/v2` with a document that describes nothing: clients that know version 3 ask for this one only to see
 * whether a resource is in it. Undefined for any other path.
 */
export function openapiV2(path: string, accept: string | undefined): ApiResponse | undefined {
  if (path !== '/openapi/v2') return undefined
  for (const { type } of acceptClauses(accept)) {
    if (type.startsWith(binary)) return inProtobuf()
    if (type === 'application/json' || type === '*/*' || type === 'application/*') {
      return jsonResponse(JSON.stringify({ swagger: '2.0', info, paths: {}, definitions: {} }))
    }
  }
  throw notAcceptable()
}

/** The same as an `openapi.v2.Document`: fields 1 (swagger) and 2 (info, with a title and a version). */
function inProtobuf(): ApiResponse {
  const text = (field: number, value: string) =>
    Buffer.from([field * 8 + 2, value.length, ...Buffer.from(value)])
  const head = Buffer.concat([text(1, info.title), text(2, info.version)])
  const bytes = Buffer.concat([text(1, '2.0'), Buffer.from([2 * 8 + 2, head.length]), head])
  const headers = { 'content-type': `${binary}.v1.0+protobuf` }
  return { status: 200, headers, body: once(bytes) }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
