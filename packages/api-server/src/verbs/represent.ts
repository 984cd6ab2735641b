import { gzipSync } from 'node:zlib'
import { asString, isObject } from '../codec/json.ts'
import { answerMessage } from '../codec/meta-messages.ts'
import { writeEnvelope } from '../codec/write-protobuf.ts'
import { writeYaml } from '../codec/write-yaml.ts'
import { notAcceptable } from '../status.ts'
import { utf8 } from './encode.ts'
import { mediaOf } from './negotiate.ts'
import type { ApiResponse } from './request.ts'
import { statusResponse } from './respond.ts'
import { WatchStream } from './watch-stream.ts'

type Headers = Readonly<Record<string, string>>

/**
 * An answer in the form that the client asked for: YAML, or protobuf when it takes nothing else; every handler answers
 * JSON. Watches stay as they are.
 */
export function represented(response: ApiResponse, headers: Headers): ApiResponse {
  const { body } = response
  if (body instanceof WatchStream || response.headers['content-type'] !== 'application/json') return response
  const media = mediaOf(headers['accept'])
  if (media === 'json') return response
  if (typeof body === 'string') return converted(response, media, body)
  return { ...response, headers: typed(response, media), body: convertedLater(response, media, body) }
}

type Media = Exclude<ReturnType<typeof mediaOf>, 'json'>

const typed = (response: ApiResponse, media: Media): ApiResponse['headers'] => ({
  ...response.headers,
  'content-type': media === 'yaml' ? 'application/yaml' : 'application/vnd.kubernetes.protobuf',
})

function converted(response: ApiResponse, media: Media, text: string): ApiResponse {
  const value: unknown = JSON.parse(text)
  const bytes = media === 'yaml' ? utf8(writeYaml(value)) : protobuf(value)
  if (bytes === undefined) {
    // The refusal itself has a form that the client can read.
    const refused = statusResponse(notAcceptable())
    return typeof refused.body === 'string' ? converted(refused, media, refused.body) : refused
  }
  return { ...response, headers: typed(response, media), body: once(bytes) }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Long lists come in slices; as something else than JSON they are written in one piece. */
async function* convertedLater(
  response: ApiResponse,
  media: Media,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const text = Buffer.concat(await Array.fromAsync(body)).toString('utf8')
  const { body: bytes } = converted(response, media, text)
  if (typeof bytes === 'string') yield utf8(bytes)
  else yield* bytes
}

function protobuf(value: unknown): Uint8Array | undefined {
  if (!isObject(value)) return undefined
  const apiVersion = asString(value['apiVersion']) || 'v1'
  const message = answerMessage(apiVersion, asString(value['kind']))
  return message === undefined ? undefined : writeEnvelope(message, { ...value, apiVersion })
}

/** The size from which a real server compresses. */
const compressible = 128 * 1024

/** An answer that is compressed when it is large and the client can read that. */
export function compressed(response: ApiResponse, headers: Headers): ApiResponse {
  const { body } = response
  const asked = (headers['accept-encoding'] ?? '').split(',').some((each) => each.trim().startsWith('gzip'))
  if (!asked || typeof body !== 'string' || body.length <= compressible) return response
  const encoded = { ...response.headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' }
  return { ...response, headers: encoded, body: once(gzipSync(body)) }
}
