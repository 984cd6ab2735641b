import type { SpanContext } from '@opentelemetry/api'

/** What made a controller look at a request. */
export type CauseType =
  | 'added'
  | 'updated'
  | 'deleted'
  | 'resync'
  | 'dependency'
  | 'requested'
  | 'requeue'
  | 'retry'
  | 'caughtUp'

/**
 * Why a request was enqueued. Causes survive deduplication, ten for each request, and are for logs and traces alone: what
 * a reconcile decides by them is wrong as soon as one is lost.
 */
export interface Cause {
  readonly type: CauseType
  /** The collection, such as `pods`, or the name of the stream, that it came from. */
  readonly source: string
  /** `namespace/name` of the object that changed. */
  readonly object?: string
  readonly resourceVersion?: string
  /** It was there when the watch began. */
  readonly initial?: boolean
  /** The change is the echo of a write of this controller. */
  readonly own?: boolean
  /** The span in which the object was written, when that was in this process. */
  readonly span?: SpanContext
}
