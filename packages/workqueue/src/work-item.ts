/**
 * An item that was handed out. `done()` has to be called exactly once for each, whatever became of the work:
 * `using work = await queue.get()` does.
 */
export interface WorkItem<T> extends Disposable {
  readonly item: T
  /** The highest priority that it was added with. */
  readonly priority: number
  /** What those who added it gave as a cause, each once, the oldest first; see `causesLimit`. */
  readonly causes: readonly unknown[]
  /** How many causes there was no room for. */
  readonly droppedCauses: number
  /** How long it waited to be handed out, in ms. */
  readonly waited: number
  /** Says that the work is over: the item may be handed out again. Harmless when repeated. */
  done(): void
}
