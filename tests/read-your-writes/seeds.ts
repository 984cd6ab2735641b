import type { ReadYourWrites } from '@rxkube/controller'
import { threeChildren } from './children.ts'

/** The modes in the order of the table. */
export const modes: readonly ReadYourWrites[] = ['off', 'wait', 'overlay', 'requeue']

/** What came of all seeds of a mode. */
export interface ModeResult {
  readonly mode: ReadYourWrites
  readonly seeds: number
  /** Seeds in which more than three children were ever made. */
  readonly overCreated: number
  /** Seeds that ended with three children, no more and no fewer. */
  readonly exact: number
}

/** Runs the toy under the seeds from 1 on. */
export async function runSeeds(mode: ReadYourWrites, seeds: number): Promise<ModeResult> {
  let overCreated = 0
  let exact = 0
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { created, left } = await threeChildren(seed, mode)
    if (created > 3) overCreated += 1
    if (left === 3) exact += 1
  }
  return { mode, seeds, overCreated, exact }
}

/** What is wrong with a result; nothing is as it should be. The toy has to show the mistake too: else it proves nothing. */
export function complaint({ mode, seeds, overCreated, exact }: ModeResult): string | undefined {
  if (exact < seeds) return `${mode}: ${seeds - exact} of ${seeds} seeds did not end with three children`
  if (mode === 'off') {
    return overCreated < seeds * 0.3
      ? `off: only ${overCreated} of ${seeds} seeds over-create, so the others prove nothing`
      : undefined
  }
  return overCreated > 0 ? `${mode}: ${overCreated} of ${seeds} seeds over-create` : undefined
}
