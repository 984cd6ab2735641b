import { FrameTooLargeError } from '../errors/errors.ts'

/** A whole body. Throws a `FrameTooLargeError` above `limit` bytes. */
export async function readWhole(body: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > limit) throw new FrameTooLargeError(length, limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

/** A body, or as much of it as came before `limit` bytes or the end of the connection. */
export async function readAtMost(body: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > limit) break
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
