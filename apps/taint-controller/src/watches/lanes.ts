/** What a piece of work is about. */
export type LaneKind = 'node' | 'pod'

interface Piece {
  readonly work: () => void | Promise<void>
  readonly done: PromiseWithResolvers<void>
}

/**
 * Lanes beside each other; in each, one piece of work after another, and those about nodes before those about pods:
 * evictions for a taint must not wait behind thousands of pods. Callers wait for what they hand over, which bounds it.
 */
export class Lanes {
  readonly #lanes: readonly Lane[]

  constructor(count: number) {
    this.#lanes = Array.from({ length: count }, () => new Lane())
  }

  /** Resolves when the work was done in its turn, and rejects with what it throws. */
  run(lane: number, kind: LaneKind, work: () => void | Promise<void>): Promise<void> {
    const chosen = this.#lanes[lane]
    if (chosen === undefined)
      throw new RangeError(`there is no lane ${lane}: there are ${this.#lanes.length}`)
    return chosen.run(kind, work)
  }
}

class Lane {
  readonly #waiting: Readonly<Record<LaneKind, Fifo<Piece>>> = { node: new Fifo(), pod: new Fifo() }
  #busy = false

  run(kind: LaneKind, work: () => void | Promise<void>): Promise<void> {
    const piece = { work, done: Promise.withResolvers<void>() }
    this.#waiting[kind].push(piece)
    if (!this.#busy) void this.#drain()
    return piece.done.promise
  }

  async #drain(): Promise<void> {
    this.#busy = true
    const next = (): Piece | undefined => this.#waiting.node.shift() ?? this.#waiting.pod.shift()
    for (let piece = next(); piece; piece = next()) {
      try {
        await piece.work()
        piece.done.resolve()
      } catch (error) {
        piece.done.reject(error)
      }
    }
    this.#busy = false
  }
}

/** First in, first out; an array's own shift moves all that is left. */
class Fifo<T> {
  #items: T[] = []
  #head = 0

  push(item: T): void {
    this.#items.push(item)
  }

  shift(): T | undefined {
    if (this.#head === this.#items.length) {
      this.#items = []
      this.#head = 0
      return undefined
    }
    return this.#items[this.#head++]
  }
}
