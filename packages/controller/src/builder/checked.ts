import { parseDuration } from '@rxkube/clock'
import { InvalidControllerError } from '../errors.ts'
import type { ControllerOptions } from '../reconcile/reconciler.ts'

const modes: ReadonlySet<unknown> = new Set(['off', 'wait', 'overlay', 'requeue', undefined])

/** The options, or an `InvalidControllerError` that says which of them cannot be. */
export function checked(name: string, options: ControllerOptions): ControllerOptions {
  const { maxConcurrentReconciles: most = 1, readYourWrites } = options
  const invalid = (problem: string, cause?: unknown) =>
    new InvalidControllerError(`controller "${name}": ${problem}`, { cause })
  if (!Number.isInteger(most) || most < 1) {
    throw invalid(`maxConcurrentReconciles is ${most}: expected 1 or more`)
  }
  if (!modes.has(readYourWrites)) {
    throw invalid(`readYourWrites is "${readYourWrites}": expected off, wait, overlay or requeue`)
  }
  for (const option of ['reconcileTimeout', 'readYourWritesTimeout', 'ageing'] as const) {
    const value = options[option]
    if (value === undefined) continue
    try {
      if (!(parseDuration(value) > 0))
        throw invalid(`${option} is ${value}: expected more than 0, or Infinity`)
    } catch (error) {
      throw error instanceof InvalidControllerError ? error : invalid(`${option} is no duration`, error)
    }
  }
  return options
}
