/** Bytes in pieces of the given sizes, over and over. */
export function* chunked(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  let turn = 0
  for (let at = 0; at < bytes.length;) {
    const size = sizes[turn++ % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

/** The same as a body. */
export async function* chunkedBody(bytes: Buffer | string, sizes: readonly number[]): AsyncGenerator<Buffer> {
  yield* chunked(Buffer.from(bytes as string), sizes)
}
