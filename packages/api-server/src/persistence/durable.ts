import type { ApiResponse } from '../verbs/request.ts'
import type { Persistence } from './persistence.ts'

/** An answer that tells nothing which is not on the disk. Rejects with the DataDirectoryError of a disk that failed. */
export async function durable(
  response: ApiResponse,
  persistence: Pick<Persistence, 'flushed'>,
): Promise<ApiResponse> {
  await persistence.flushed()
  const { body } = response
  if (typeof body === 'string') return response
  return { ...response, body: durableBody(body, persistence) }
}

function durableBody(
  body: AsyncIterable<Uint8Array>,
  persistence: Pick<Persistence, 'flushed'>,
): AsyncIterableIterator<Uint8Array> {
  const source: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]()
  return {
    async next() {
      const result = await source.next()
      await persistence.flushed()
      return result
    },
    async return() {
      await source.return?.()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
