import type { Clock, Duration, Random } from '@rxkube/clock'

/** How a broadcaster of either API works. */
export interface BroadcasterOptions {
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
  /** Aborting it is a call of `shutdown`. */
  readonly signal?: AbortSignal | undefined
  /** Events that may wait for a sink or watcher, each has its own line; 1000 unless told. */
  readonly queueSize?: number | undefined
  /** The pause before a request is made again; `10s` unless told. client-go: `WithSleepDuration`. */
  readonly sleepDuration?: Duration | undefined
  /** Without an answer for so long, a request counts as failed; `2m` unless told, since a server may ask for patience. */
  readonly requestTimeout?: Duration | undefined
  /** How long `shutdown` waits for events to be sent; `5s` unless told. */
  readonly drainTimeout?: Duration | undefined
  /** Bytes of UTF-8 after which a message is cut off; 1024 unless told, more than which events.k8s.io refuses. */
  readonly messageLimit?: number | undefined
  /** Told what `error$` tells, in a later turn. */
  readonly onError?: ((error: Error) => void) | undefined
}

/** How a broadcaster ends. */
export interface ShutdownOptions {
  /** Instead of `drainTimeout`. */
  readonly timeout?: Duration | undefined
  /** Aborting it ends the draining; then `shutdown` rejects with `signal.reason` when all has stopped. */
  readonly signal?: AbortSignal | undefined
}

/** Writes a line to a log, with fields. */
export type StructuredLog = (message: string, fields: Readonly<Record<string, string>>) => void
