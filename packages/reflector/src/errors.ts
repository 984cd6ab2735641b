/** The collection could not be listed; `cause` says why. */
export class ListFailedError extends Error {
  override readonly name = 'ListFailedError'
  /** What was asked for; `''` is the newest state. */
  readonly resourceVersion: string

  constructor(resourceVersion: string, cause: Error) {
    super(`the list at resourceVersion "${resourceVersion}" failed: ${cause.message}`, { cause })
    this.resourceVersion = resourceVersion
  }
}

/** A watch could not be opened, or the server ended it with an ERROR event; `cause` says why. */
export class WatchFailedError extends Error {
  override readonly name = 'WatchFailedError'
  /** What was asked for. */
  readonly resourceVersion: string

  constructor(resourceVersion: string, cause: Error) {
    super(`the watch at resourceVersion "${resourceVersion}" failed: ${cause.message}`, { cause })
    this.resourceVersion = resourceVersion
  }
}

/** A watch ended in less than a second without an event: look for a proxy, or a hook of the server, in between. */
export class VeryShortWatchError extends Error {
  override readonly name = 'VeryShortWatchError'
  /** Milliseconds from the request to the end of the stream. */
  readonly lasted: number

  constructor(lasted: number) {
    super(`the watch ended ${Math.round(lasted)} ms after it was asked for, without any event`)
    this.lasted = lasted
  }
}

/** A WatchList was accepted, but its initial events did not come to an end: the collection is listed instead. */
export class WatchListTimeoutError extends Error {
  override readonly name = 'WatchListTimeoutError'
  /** Milliseconds without an event. */
  readonly silentFor: number

  constructor(silentFor: number) {
    super(
      `no event and no end of the initial events for ${Math.round(silentFor)} ms (a proxy or an aggregated server may not know them); listing instead`,
    )
    this.silentFor = silentFor
  }
}

/** Initial events were cut off again and again before their end: the collection is listed instead. */
export class WatchListBrokenError extends Error {
  override readonly name = 'WatchListBrokenError'
  readonly attempts: number

  constructor(attempts: number) {
    super(`${attempts} streams ended before their initial events did; listing instead`)
    this.attempts = attempts
  }
}

/** A list is not usable: a table, without a resourceVersion, …. The cache stays as it is. */
export class UnusableListError extends Error {
  override readonly name = 'UnusableListError'

  constructor(why: string) {
    super(`the answer is no list that a cache may be replaced with: ${why}`)
  }
}

/** A snapshot is older than what was asked for, so it is not taken; the newest state is asked for instead. */
export class StaleListError extends Error {
  override readonly name = 'StaleListError'
  readonly asked: string
  readonly answered: string

  constructor(asked: string, answered: string) {
    super(`the server answered with resourceVersion "${answered}", which is older than "${asked}"`)
    this.asked = asked
    this.answered = answered
  }
}

/** The server's versions went back in a stream (a restored backup, or a bug): the newest state is read anew. */
export class BookmarkViolationError extends Error {
  override readonly name = 'BookmarkViolationError'
  /** What came. */
  readonly resourceVersion: string
  /** What had been said before. */
  readonly after: string

  constructor(what: 'bookmark' | 'event', resourceVersion: string, after: string) {
    super(`bookmarkable violated: a ${what} with resourceVersion "${resourceVersion}" came after "${after}"`)
    this.resourceVersion = resourceVersion
    this.after = after
  }
}

/** An object or event does not belong to the collection and was left out. The rest goes on. */
export class SkippedError extends Error {
  override readonly name = 'SkippedError'
  /** The event's type as on the wire, `ITEM` for an item of a list. */
  readonly eventType: string

  constructor(eventType: string, why: string, cause?: unknown) {
    super(`skipped ${eventType}: ${why}`, cause === undefined ? undefined : { cause })
    this.eventType = eventType
  }
}

/** The consumer threw, or rejected, while it was given events; `cause` says what. The collection is read anew. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'

  constructor(cause: unknown) {
    super(`the consumer of the events failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

/** `run` was called while the reflector was running. */
export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError'

  constructor(description: string) {
    super(`the reflector of ${description} is running already: stop it first, or make another`)
  }
}
