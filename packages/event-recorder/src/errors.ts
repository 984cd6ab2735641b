import type { DropReason } from './event-stats.ts'

/** Which event an error is about; nothing of what the event says. */
export interface EventFacts {
  /** `namespace/name` of the object that the event is about. */
  readonly object: string
  readonly reason: string
}

const advice: Record<DropReason, string> = {
  invalid: 'they were not complete: see the cause',
  noSink: 'nobody sends them: call startRecordingToSink first',
  queueFull: 'the queue is full: record less, or see whether the sink answers',
  spam: 'there were too many about one object',
  rejected: 'the server refused them: see the cause',
  retriesExhausted: 'the sink did not answer: see the cause',
  shutDown: 'the broadcaster is shut down: record before that, or give it longer to drain',
}

/** Reported when events were dropped before they came to a sink. Of one reason, it is reported each 10 s at most. */
export class EventsDroppedError extends Error {
  override readonly name = 'EventsDroppedError'
  readonly reason: DropReason
  /** Events since this was reported the last time. */
  readonly count: number

  constructor(reason: DropReason, count: number, cause?: unknown) {
    super(
      `${count} event${count === 1 ? ' was' : 's were'} dropped: ${advice[reason]}`,
      cause === undefined ? undefined : { cause },
    )
    this.reason = reason
    this.count = count
  }
}

/** Reported when an event was given up: the server refused it, or did not answer in 12 tries. `cause` says more. */
export class EventNotSentError extends Error {
  override readonly name = 'EventNotSentError'
  readonly object: string
  readonly reason: string
  readonly tries: number

  constructor({ object, reason }: EventFacts, tries: number, cause: unknown) {
    super(
      `the event ${reason} about ${object} was given up after ${tries} ${tries === 1 ? 'try' : 'tries'}: see the cause`,
      { cause },
    )
    this.object = object
    this.reason = reason
    this.tries = tries
  }
}

/** Thrown within a recorder, and reported as the cause of an `EventsDroppedError`: the type is no type of events. */
export class InvalidEventTypeError extends Error {
  override readonly name = 'InvalidEventTypeError'

  constructor() {
    super('the type of an event is Normal or Warning')
  }
}

/** Reported when a watcher of events, or who is to be told of errors, threw, rejected or did not end. */
export class EventHandlerError extends Error {
  override readonly name = 'EventHandlerError'

  constructor(what: string, cause?: unknown) {
    super(what, cause === undefined ? undefined : { cause })
  }
}

/** Thrown when something is to be started on a broadcaster that was shut down. Recorders never throw it. */
export class BroadcasterShutDownError extends Error {
  override readonly name = 'BroadcasterShutDownError'

  constructor(refused: string) {
    super(`${refused} has to come before shutdown: make a new broadcaster`)
  }
}

/** Thrown by the second `startRecordingToSink` of an `EventsV1Broadcaster`. */
export class AlreadyRecordingError extends Error {
  override readonly name = 'AlreadyRecordingError'

  constructor() {
    super('the broadcaster is already recording to a sink: make another one for another sink')
  }
}
