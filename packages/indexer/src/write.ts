import type { Cached } from '@rxkube/meta'

/** One thing that was done to the content of an indexer. */
export type Write<T> =
  | { readonly type: 'added'; readonly key: string; readonly object: Cached<T> }
  | { readonly type: 'updated'; readonly key: string; readonly before: Cached<T>; readonly object: Cached<T> }
  | { readonly type: 'deleted'; readonly key: string; readonly before: Cached<T> }
  /** All content was swapped for another; `before` is what there was, and is the receiver's to keep or let go. */
  | { readonly type: 'replaced'; readonly before: ReadonlyMap<string, T>; readonly resourceVersion: string }
