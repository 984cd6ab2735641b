import type { KubernetesObject, ListMeta, Status } from '@rxkube/meta'

/** What a LIST or WATCH asks for, in the words of the API's query parameters. Absent fields are not sent. */
export interface ListOptions {
  readonly resourceVersion?: string
  readonly resourceVersionMatch?: 'NotOlderThan' | 'Exact'
  /** Objects a page; absent or 0 asks for all. */
  readonly limit?: number
  readonly continue?: string
  readonly labelSelector?: string
  readonly fieldSelector?: string
  /** Server-side shards (KEP-5866). */
  readonly shardSelector?: string
  /** For watches: the server ends the stream after this time. */
  readonly timeoutSeconds?: number
  /** For watches. */
  readonly allowWatchBookmarks?: boolean
  /** For watches: begin with the state, as ADDED events, and a bookmark that says it is over (WatchList). */
  readonly sendInitialEvents?: boolean
}

/** A part of a LIST as it arrives. A whole list is any number of `items` and then one `end`. */
export type ListPart<T> =
  | { readonly type: 'items'; readonly items: readonly T[] }
  /** The body is over and was a valid list. `kind` as sent, such as `PodList` or `Table`. */
  | {
      readonly type: 'end'
      readonly apiVersion?: string
      readonly kind?: string
      readonly metadata: ListMeta
    }

/** One event of a watch as it is on the wire. Types a server invents arrive as they are. */
export type WatchEvent<T> =
  | { readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'; readonly object: T }
  /** Only `metadata.resourceVersion` and, at the end of initial events, an annotation. */
  | { readonly type: 'BOOKMARK'; readonly object: KubernetesObject }
  | { readonly type: 'ERROR'; readonly object: Status }

/**
 * A watch that is open: batches of events, one a socket turn, in order; reading slowly holds the server back.
 *
 * Iterates once. It ends when the server ends the stream; it throws `WatchInterruptedError` when the connection broke
 * or fell silent past its deadline. A frame that cannot be decoded arrives as an ERROR event (code 500, reason
 * `InternalError`, cause `ClientWatchDecoding`) and is the last.
 */
export interface WatchStream<T> extends AsyncIterable<readonly WatchEvent<T>[]> {
  /** Ends the stream and frees its connection; may be called any number of times, also while it is being read. */
  stop(): void
  /** Bytes received so far, as they were on the wire after decompression. */
  readonly bytes?: number
}

/** What the reflector knows of an API server: how to list and watch one collection. */
export interface ListerWatcher<T extends KubernetesObject = KubernetesObject> {
  /** What is listed, for messages and status: `pods`, `deployments.apps`, `pods in namespace default`. */
  readonly description: string
  /** True where WatchList must not be asked for. Upstream: `IsWatchListSemanticsUnSupported`. */
  readonly watchListUnsupported?: boolean
  /**
   * Lists once, one request (no paging of its own), and yields items as they arrive.
   * Throws an `ApiError` for a Status, a `TransportError` for a connection, an `InvalidListError` for what is no list.
   */
  list(options: ListOptions, call: { readonly signal: AbortSignal }): AsyncIterable<ListPart<T>>
  /** Opens a watch. Rejects like `list` does; a rejection leaves nothing open. */
  watch(options: ListOptions, call: { readonly signal: AbortSignal }): Promise<WatchStream<T>>
}
