/** Thrown by a heap that was closed: on adding at once, on popping when it is empty. */
export class HeapClosedError extends Error {
  override readonly name = 'HeapClosedError'

  constructor() {
    super('the heap is closed; nothing can be added to it, and nothing is left in it to wait for')
  }
}

/** Thrown when a key is to be deleted from a heap that does not have it. */
export class HeapKeyNotFoundError extends Error {
  override readonly name = 'HeapKeyNotFoundError'
  readonly key: string

  constructor(key: string) {
    super(`nothing with key ${key} is in the heap`)
    this.key = key
  }
}
