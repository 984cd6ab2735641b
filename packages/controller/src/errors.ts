/** Thrown by a reconcile for what no repetition can mend: it is counted and told, and not tried again before something changes. */
export class TerminalError extends Error {
  override readonly name = 'TerminalError'
}

/** A reconcile took longer than `reconcileTimeout`. Its signal was aborted and its client refuses to go on. */
export class ReconcileTimeoutError extends Error {
  override readonly name = 'ReconcileTimeoutError'
  readonly controller: string
  readonly request: string
  /** In milliseconds. */
  readonly timeout: number
  /** Whether it ended when it was told to; else it was left behind. */
  readonly ended: boolean

  constructor(controller: string, request: string, timeout: number, ended: boolean) {
    super(
      `${controller} took more than ${timeout / 1000} s over "${request}"${ended ? '' : ' and did not end when its signal aborted'}: ` +
        'hand ctx.signal to whatever it waits for, or raise reconcileTimeout',
    )
    this.controller = controller
    this.request = request
    this.timeout = timeout
    this.ended = ended
  }
}

/** Something was thrown that is no Error. */
export class ThrownValueError extends Error {
  override readonly name = 'ThrownValueError'

  constructor(thrown: unknown) {
    super(`a ${thrown === null ? 'null' : typeof thrown} was thrown instead of an Error`, { cause: thrown })
  }
}

/** A reconcile returned something that is no Result. */
export class InvalidResultError extends Error {
  override readonly name = 'InvalidResultError'

  constructor(problem: string, options?: ErrorOptions) {
    super(`a reconcile returned ${problem}: expected nothing, or { requeueAfter: '30s' }`, options)
  }
}

/** A cache was asked for that the controller has not declared. */
export class NoInformerError extends Error {
  override readonly name = 'NoInformerError'
  readonly controller: string
  readonly resource: string

  constructor(controller: string, resource: string) {
    super(
      `${controller} has no cache of ${resource}: declare it with .owns(), .watches() or .reads(), or ask for it with ctx.informer()`,
    )
    this.controller = controller
    this.resource = resource
  }
}

/** A controller or manager was put together in a way that cannot work. */
export class InvalidControllerError extends Error {
  override readonly name = 'InvalidControllerError'
}

/** Something is asked of a manager that is over, or was started already. */
export class ManagerStateError extends Error {
  override readonly name = 'ManagerStateError'
}

/** Whatever was thrown, as an Error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new ThrownValueError(thrown)
}
