import { FrameTooLargeError } from '../errors/errors.ts'

/** Bytes of one frame that arrives in pieces: grows by doubling, up to a limit. */
export class ByteBuffer {
  readonly #limit: number
  #bytes: Buffer = Buffer.alloc(0)
  #length = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get length(): number {
    return this.#length
  }

  /** Throws a `FrameTooLargeError` where `more` bytes would be over the limit. */
  checkRoom(more: number): void {
    const length = this.#length + more
    if (length > this.#limit) throw new FrameTooLargeError(length, this.#limit)
  }

  append(piece: Uint8Array): void {
    this.checkRoom(piece.length)
    const length = this.#length + piece.length
    if (length > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(length, this.#bytes.length * 2, 1024))
      this.#bytes.copy(grown, 0, 0, this.#length)
      this.#bytes = grown
    }
    this.#bytes.set(piece, this.#length)
    this.#length = length
  }

  /** All bytes so far; the buffer is empty afterwards and shares nothing with them. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#bytes = Buffer.alloc(0)
    this.#length = 0
    return taken
  }
}

/** The same memory as a Buffer. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
