import type { Subscription } from 'rxjs'
import type { Manager } from '../manager/manager.ts'
import { ReconcileLoopError } from '../reconcile/loop-error.ts'
import type { Outcome } from '../reconcile/outcome.ts'
import { requestKey } from '../request.ts'
import { errorFacts, nameOf } from './error-facts.ts'

/** What writes log lines: pino's shape. */
export interface StructuredLogger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What is logged of errors. */
export interface LogOptions {
  /**
   * What of an error goes into the field `error`: its class and the server's reason unless told. Messages and stacks are left
   * out, for what a server or a program says there may be secret; `(error) => error.stack` puts them in.
   */
  readonly describe?: ((error: Error) => unknown) | undefined
}

/**
 * Logs what a manager does, until it ends or the subscription does: each look at a request at `debug`, one that failed at
 * `error`, requests that wake themselves at `warn`, and what else went wrong at `error`.
 */
export function logTo(
  logger: StructuredLogger,
  manager: Pick<Manager, 'outcomes$' | 'error$'>,
  { describe = errorFacts }: LogOptions = {},
): Subscription {
  const subscription = manager.outcomes$.subscribe((outcome) => logOutcome(logger, outcome, describe))
  subscription.add(
    manager.error$.subscribe((error) => {
      if (error instanceof ReconcileLoopError) {
        const { controller, request } = error
        logger.warn({ controller, request }, 'the request wakes itself and is slowed down')
      } else logger.error({ class: nameOf(error), error: describe(error) }, 'something went wrong')
    }),
  )
  return subscription
}

function logOutcome(logger: StructuredLogger, outcome: Outcome, describe: (error: Error) => unknown): void {
  const { controller, request, result, error, duration, waited, causes, attempt, requeueAfter } = outcome
  const { writes, noopWrites } = outcome
  const fields = {
    controller,
    request: requestKey(request),
    result,
    duration,
    waited,
    attempt,
    writes,
    noopWrites,
    causes: causes.map(({ type, source, object = '' }) => `${type} ${source} ${object}`.trim()),
    ...(requeueAfter !== undefined && { requeueAfter }),
    ...(error && { error: describe(error) }),
  }
  if (result === 'error' || result === 'terminal' || result === 'timeout')
    logger.error(fields, 'reconcile failed')
  else logger.debug(fields, 'reconciled')
}
