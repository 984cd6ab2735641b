import { asBuffer, ByteBuffer } from './byte-buffer.ts'

const newline = 10

/** 16 MiB: an object may have 1.5 MB in etcd, and grows when it is written as JSON. */
export const defaultMaxFrameBytes = 16 * 1024 * 1024

/**
 * Cuts bytes into lines at `\n` alone, wherever the pieces they arrive in begin and end.
 *
 * Works on bytes, so that a character may be cut in two, and U+2028 inside a line ends nothing.
 */
export class LineSplitter {
  readonly #partial: ByteBuffer

  constructor(limit: number = defaultMaxFrameBytes) {
    this.#partial = new ByteBuffer(limit)
  }

  /**
   * The lines that `chunk` completes, without their ends; empty ones are left out. A line may share memory with
   * `chunk`. Throws a `FrameTooLargeError` once a line is over the limit.
   */
  *push(chunk: Uint8Array): Generator<Buffer, undefined> {
    const bytes = asBuffer(chunk)
    let from = 0
    while (from < bytes.length) {
      const end = bytes.indexOf(newline, from)
      if (end < 0) {
        this.#partial.append(bytes.subarray(from))
        return
      }
      const piece = bytes.subarray(from, end)
      from = end + 1
      this.#partial.checkRoom(piece.length)
      if (this.#partial.length > 0) {
        this.#partial.append(piece)
        yield this.#partial.take()
      } else if (piece.length > 0) {
        yield piece
      }
    }
  }

  /** What stands after the last line end. */
  rest(): Buffer {
    return this.#partial.take()
  }
}
