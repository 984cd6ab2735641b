import type { SimulationStep } from './step.ts'

/** Thrown when a seed fails: says which, with a script that fails in the same way, made as short as could be. */
export class SimulationFailedError extends Error {
  override readonly name = 'SimulationFailedError'
  readonly seed: number
  readonly steps: readonly SimulationStep[]
  /** How many steps the run had before they were shrunk. */
  readonly stepsBefore: number

  constructor(seed: number, steps: readonly SimulationStep[], stepsBefore: number, cause: unknown) {
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
    super(
      `seed ${seed} fails: ${reason}\n\nTo see it again (${steps.length} of ${stepsBefore} steps are needed):\n\n` +
        scriptOf(seed, steps),
      { cause },
    )
    this.seed = seed
    this.steps = steps
    this.stepsBefore = stepsBefore
  }
}

/** The call that repeats a run, as text for a test. */
function scriptOf(seed: number, steps: readonly SimulationStep[]): string {
  const lines = steps.map(
    (step) =>
      `  ${JSON.stringify(step)
        .replaceAll(/"(\w+)":/g, '$1: ')
        .replaceAll(',', ', ')},\n`,
  )
  return `await replaySteps(scenario, ${seed}, [\n${lines.join('')}])`
}
