/** Thrown when something is asked of an informer that can only be done before it was stopped. */
export class InformerStoppedError extends Error {
  override readonly name = 'InformerStoppedError'
  /** What the informer watched. */
  readonly informer: string

  constructor(informer: string, refused: string, options?: ErrorOptions) {
    super(
      `the informer of ${informer} does not start again, make a new one: ${refused} because it has stopped already`,
      options,
    )
    this.informer = informer
  }
}

/** Thrown when something is asked of an informer that can only be done before it has started. */
export class InformerStartedError extends Error {
  override readonly name = 'InformerStartedError'
  readonly informer: string

  constructor(informer: string, refused: string) {
    super(
      `do this before run() or start() of the informer of ${informer}: ${refused} because it has started already`,
    )
    this.informer = informer
  }
}

/** Reported when an informer is run that runs already, or ran: the second call did nothing. */
export class InformerAlreadyRunError extends Error {
  override readonly name = 'InformerAlreadyRunError'
  readonly informer: string

  constructor(informer: string, stopped: boolean) {
    super(
      stopped
        ? `the informer of ${informer} was stopped and does not run again; make a new informer`
        : `the informer of ${informer} was run a second time, which did nothing; run it in one place, or use start()`,
    )
    this.informer = informer
  }
}

/** Reported when a handler asks for resyncs of an informer that was made with none; it gets none. */
export class ResyncIgnoredError extends Error {
  override readonly name = 'ResyncIgnoredError'
  readonly informer: string
  readonly handler: string
  /** Milliseconds. */
  readonly requested: number
  readonly granted: number

  constructor(facts: Pick<ResyncIgnoredError, 'informer' | 'handler' | 'requested' | 'granted'>) {
    const { informer, handler, requested, granted } = facts
    super(
      `handler "${handler}" asked for a resync each ${requested} ms, but the informer of ${informer} ` +
        (granted === 0
          ? 'was made without resyncs: give it a resyncPeriod'
          : `has started with ${granted} ms: register before it starts`),
    )
    this.informer = informer
    this.handler = handler
    this.requested = requested
    this.granted = granted
  }
}

/** Thrown when what is to be removed is no registration of any informer. */
export class NotARegistrationError extends TypeError {
  override readonly name = 'NotARegistrationError'

  constructor() {
    super('this is no registration: give removeEventHandler what addEventHandler returned')
  }
}

/** Thrown when an informer is asked for again with options that contradict the first time. */
export class InformerOptionsConflictError extends Error {
  override readonly name = 'InformerOptionsConflictError'
  readonly informer: string
  readonly option: string

  constructor(informer: string, option: string) {
    super(
      `the informer of ${informer} exists with another ${option}; ask for it with the same ${option}, without it, or from a second factory`,
    )
    this.informer = informer
    this.option = option
  }
}

/** Thrown when a factory that was shut down is asked for a new informer. */
export class FactoryShutDownError extends Error {
  override readonly name = 'FactoryShutDownError'

  constructor() {
    super('the factory was shut down; make a new SharedInformerFactory')
  }
}
