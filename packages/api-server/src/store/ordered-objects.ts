import type { ApiObject } from '../codec/json.ts'

/** A run of neighbours. Shared with snapshots, and then copied before it is changed. */
interface Chunk {
  readonly keys: string[]
  readonly objects: ApiObject[]
  readonly epoch: number
}

/** The most that a chunk holds; what a write copies when a snapshot holds the chunk too. */
const most = 256

/**
 * Objects by key, in ascending order of keys, of which a snapshot costs nothing: what later writes touch is copied
 * first, a chunk at a time.
 */
export class OrderedObjects {
  #chunks: Chunk[] = []
  #size = 0
  #epoch = 0
  #chunksEpoch = 0

  get size(): number {
    return this.#size
  }

  set(key: string, object: ApiObject): void {
    const chunks = this.#ownChunks()
    const at = Math.max(0, lastChunk(chunks, key))
    if (chunks[at] === undefined) {
      chunks.push({ keys: [key], objects: [object], epoch: this.#epoch })
      this.#size++
      return
    }
    const chunk = this.#own(chunks, at, chunks[at])
    const place = lowerBound(chunk.keys, key)
    if (chunk.keys[place] === key) {
      chunk.objects[place] = object
      return
    }
    chunk.keys.splice(place, 0, key)
    chunk.objects.splice(place, 0, object)
    this.#size++
    if (chunk.keys.length <= most) return
    // What is added in order leaves full chunks behind, what is added anywhere halves.
    const cut = at === chunks.length - 1 && place === most ? most : most / 2
    const [keys, objects] = [chunk.keys.splice(cut), chunk.objects.splice(cut)]
    chunks.splice(at + 1, 0, { keys, objects, epoch: this.#epoch })
  }

  delete(key: string): void {
    const at = lastChunk(this.#chunks, key)
    const found = this.#chunks[at]
    const place = found === undefined ? 0 : lowerBound(found.keys, key)
    if (found === undefined || found.keys[place] !== key) return
    const chunks = this.#ownChunks()
    this.#size--
    if (found.keys.length === 1) {
      chunks.splice(at, 1)
      return
    }
    const chunk = this.#own(chunks, at, found)
    chunk.keys.splice(place, 1)
    chunk.objects.splice(place, 1)
  }

  /** All of it as it is now, whatever is written later. */
  snapshot(): FrozenObjects {
    this.#epoch++
    return new FrozenObjects(this.#chunks)
  }

  #ownChunks(): Chunk[] {
    if (this.#chunksEpoch !== this.#epoch) {
      this.#chunks = [...this.#chunks]
      this.#chunksEpoch = this.#epoch
    }
    return this.#chunks
  }

  #own(chunks: Chunk[], at: number, chunk: Chunk): Chunk {
    if (chunk.epoch === this.#epoch) return chunk
    const own = { keys: [...chunk.keys], objects: [...chunk.objects], epoch: this.#epoch }
    chunks[at] = own
    return own
  }
}

/** A snapshot of ordered objects. */
export class FrozenObjects {
  readonly #chunks: readonly Chunk[]

  constructor(chunks: readonly Chunk[]) {
    this.#chunks = chunks
  }

  get(key: string): ApiObject | undefined {
    const chunk = this.#chunks[lastChunk(this.#chunks, key)]
    if (chunk === undefined) return undefined
    const place = lowerBound(chunk.keys, key)
    return chunk.keys[place] === key ? chunk.objects[place] : undefined
  }

  /** Those from `from` on and below `to`, in ascending order. */
  *entries(from: string, to: string): Generator<readonly [string, ApiObject]> {
    for (let at = Math.max(0, lastChunk(this.#chunks, from)); at < this.#chunks.length; at++) {
      const { keys = [], objects = [] } = this.#chunks[at] ?? {}
      for (let place = lowerBound(keys, from); place < keys.length; place++) {
        const key = keys[place]
        const object = objects[place]
        if (key === undefined || object === undefined || key >= to) return
        yield [key, object]
      }
    }
  }

  /** How many keys are below `key`. */
  rank(key: string): number {
    const last = lastChunk(this.#chunks, key)
    let rank = 0
    for (let at = 0; at < last; at++) rank += this.#chunks[at]?.keys.length ?? 0
    return rank + lowerBound(this.#chunks[last]?.keys ?? [], key)
  }
}

/** The last chunk that begins at or before `key`; −1 when all begin behind it. */
function lastChunk(chunks: readonly Chunk[], key: string): number {
  let low = 0
  let high = chunks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((chunks[middle]?.keys[0] ?? '') <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where `key` is or would be in sorted `keys`. */
export function lowerBound(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}
