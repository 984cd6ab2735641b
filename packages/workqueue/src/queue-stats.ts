/** How a queue is doing; what `stats$` emits. */
export interface QueueStats {
  /** Items that wait to be handed out. */
  readonly depth: number
  /** Items that are worked on. */
  readonly processing: number
  /** Items that wait for their time. */
  readonly delayed: number
  /** Items added so far, each repeat of one that was waiting not counted. */
  readonly adds: number
  /** Items added with a delay so far. */
  readonly retries: number
  readonly shuttingDown: boolean
}
