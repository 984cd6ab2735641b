import type { Duration } from '@rxkube/clock'
import type { FaultAnswer } from './fault-answer.ts'

/** When something happens to a request: before anything was done about it, or when it was done but not yet answered. */
export type FaultPoint = 'before' | 'after'

/** How a body ends: as it should, without a word, in the middle of a frame, or with an ERROR event of this status. */
export type BodyEnd = 'close' | 'reset' | 'cut' | FaultAnswer

/** What becomes of the bytes of a watch. */
export interface WatchBehaviour {
  /** Splits it into chunks of so many bytes. */
  readonly chunk?: number
  /** Waits so long before each chunk. */
  readonly pace?: Duration
  /**
   * What is sent in place of each frame, a line of JSON without its line feed: another line, several, or none. It is
   * asked before the rest of the behaviour, which sees what it gave.
   */
  readonly rewrite?: (frame: string) => string | readonly string[]
  /** Sends no bookmarks. */
  readonly skipBookmarks?: boolean
  /** How many events come before `end`; default 0. Bookmarks are not counted. */
  readonly after?: number
  /** What happens then: an end, or nothing more at all, for ever. */
  readonly end?: BodyEnd | 'hang'
}

/** What a fault does to a request that it strikes. */
export type Effect =
  | { readonly type: 'respond'; readonly answer: FaultAnswer }
  | { readonly type: 'conflict' }
  | { readonly type: 'delay'; readonly duration: Duration; readonly point: FaultPoint }
  | { readonly type: 'drop'; readonly point: FaultPoint }
  | { readonly type: 'hang'; readonly point: FaultPoint }
  | { readonly type: 'truncate'; readonly bytes: number }
  | { readonly type: 'rewrite'; readonly rewrite: (body: string) => string }
  | { readonly type: 'watch'; readonly behaviour: WatchBehaviour }

/** Whether a request that it strikes gets no further. */
export function isFinal({ type }: Effect): boolean {
  return type === 'respond' || type === 'conflict'
}
