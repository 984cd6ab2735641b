import type { Queued, QueueStorage } from './queued.ts'

/** First in, first out. Two stacks, so that no operation depends on how many items wait. */
export class FifoStorage<T> implements QueueStorage<T> {
  #incoming: Queued<T>[] = []
  #outgoing: Queued<T>[] = []

  get size(): number {
    return this.#incoming.length + this.#outgoing.length
  }

  push(queued: Queued<T>): void {
    this.#incoming.push(queued)
  }

  /** An item that was added again keeps its place. */
  touch(): void {
    return
  }

  pop(): Queued<T> | undefined {
    if (this.#outgoing.length === 0) {
      this.#outgoing = this.#incoming.toReversed()
      this.#incoming = []
    }
    return this.#outgoing.pop()
  }
}
