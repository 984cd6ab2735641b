const encoder = new TextEncoder()
const offset = 2_166_136_261
const prime = 16_777_619

/** The 32-bit FNV-1a hash of text (as UTF-8) or bytes; `from` goes on from an earlier hash. */
export function fnv1a32(data: string | Uint8Array, from: number = offset): number {
  let hash = from
  for (const byte of typeof data === 'string' ? encoder.encode(data) : data) {
    hash = Math.imul(hash ^ byte, prime)
  }
  return hash >>> 0
}
