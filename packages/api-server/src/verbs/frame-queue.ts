/** Frames that wait for a reader, first in first out. Frames are shared between watches; the queue only points at them. */
export class FrameQueue {
  #frames: Uint8Array[] = []
  #first = 0
  #bytes = 0

  get length(): number {
    return this.#frames.length - this.#first
  }

  get bytes(): number {
    return this.#bytes
  }

  push(frame: Uint8Array): void {
    this.#frames.push(frame)
    this.#bytes += frame.length
  }

  /** The first frames as one, about `size` bytes of them but at least one frame. */
  take(size: number): Uint8Array {
    let end = this.#first
    let taken = 0
    while (end < this.#frames.length && taken < size) taken += this.#frames[end++]?.length ?? 0
    const frames = this.#frames.slice(this.#first, end)
    this.#first = end
    this.#bytes -= taken
    // Half of the array is behind us: copying the other half now keeps taking cheap.
    if (this.#first * 2 >= this.#frames.length) {
      this.#frames = this.#frames.slice(this.#first)
      this.#first = 0
    }
    const [only] = frames
    return frames.length === 1 && only !== undefined ? only : Buffer.concat(frames)
  }

  clear(): void {
    this.#frames = []
    this.#first = 0
    this.#bytes = 0
  }
}
