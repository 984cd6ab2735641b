import { errorChain } from '@rxkube/client'
import { parseDuration } from '@rxkube/clock'
import { asError, InvalidResultError, ReconcileTimeoutError, TerminalError } from '../errors.ts'
import { isNamespaceTerminating } from '../pods/pod-control-errors.ts'
import type { Result } from '../result.ts'
import type { OutcomeResult } from './outcome.ts'
import type { Limited } from './time-limit.ts'

/** What is to follow from how a run ended. */
export interface Verdict {
  readonly result: OutcomeResult
  readonly error?: Error
  /** In milliseconds. */
  readonly requeueAfter?: number
  readonly priority?: number | undefined
}

/** What is known of a run that has ended. */
export interface RunFacts {
  readonly controller: string
  readonly request: string
  /** Why its signal was aborted, if it was. */
  readonly aborted: unknown
}

/** Says what a run came to. */
export function classify(ended: Limited<Result | void>, { controller, request, aborted }: RunFacts): Verdict {
  if (!ended.ended) {
    if (!(aborted instanceof ReconcileTimeoutError)) return { result: 'aborted', error: asError(aborted) }
    return {
      result: 'timeout',
      error: new ReconcileTimeoutError(controller, request, aborted.timeout, false),
    }
  }
  if ('result' in ended) return ofResult(ended.result)
  const error = asError(ended.error)
  if (aborted instanceof ReconcileTimeoutError) return { result: 'timeout', error: aborted }
  if (aborted !== undefined) return { result: 'aborted', error }
  if ([...errorChain(error)].some((one) => one instanceof TerminalError)) return { result: 'terminal', error }
  if (isNamespaceTerminating(error)) return { result: 'namespace_terminating', error }
  return { result: 'error', error }
}

function ofResult(result: unknown): Verdict {
  if (result === undefined || result === null) return { result: 'success' }
  if (typeof result !== 'object')
    return { result: 'error', error: new InvalidResultError(`a ${typeof result}`) }
  const { requeueAfter, priority } = result as Result
  if (requeueAfter === undefined) return { result: 'success' }
  if (priority !== undefined && !(typeof priority === 'number' && priority === priority)) {
    return { result: 'error', error: new InvalidResultError(`priority: ${String(priority)}`) }
  }
  try {
    const milliseconds = parseDuration(requeueAfter)
    if (milliseconds === Infinity) return { result: 'success' }
    return { result: 'requeue_after', requeueAfter: milliseconds, priority }
  } catch (cause) {
    const problem = `requeueAfter: ${JSON.stringify(requeueAfter)}`
    return { result: 'error', error: new InvalidResultError(problem, { cause }) }
  }
}
