import type { Mutant } from './mutant.ts'

/** Every mutant there is, one at least for each row without which informers are unsafe. */
export const mutants: readonly Mutant[] = []
