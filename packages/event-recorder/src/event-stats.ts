/** Why an event was not sent. */
export type DropReason =
  /** It is none: its object cannot be referred to, or its type is neither `Normal` nor `Warning`. */
  | 'invalid'
  /** Nobody has called `startRecordingToSink`. */
  | 'noSink'
  /** As many events wait as may. */
  | 'queueFull'
  /** The spam filter held it back. It was counted, and shows when the event is told the next time. */
  | 'spam'
  /** The server refused it, or no request could be made of it. */
  | 'rejected'
  /** The sink did not answer, 12 times. */
  | 'retriesExhausted'
  /** The broadcaster was shut down before its turn came. */
  | 'shutDown'

/**
 * What became of the events that were recorded, each counted once for every sink. At any time, `offered` is `sent` +
 * `combined` + `dropped` + `queued`.
 */
export interface EventStats {
  /** Events that recorders were called with. */
  readonly offered: number
  /** Events that wait for their turn, or are being sent. */
  readonly queued: number
  /** Events that were created or patched. */
  readonly sent: number
  /** Of events.k8s.io/v1: events that are counted in a series, which is told later. */
  readonly combined: number
  readonly dropped: number
  /** The same, by reason. */
  readonly drops: Readonly<Record<DropReason, number>>
  /** Requests that were made again. */
  readonly retries: number
}
