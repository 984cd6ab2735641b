import { mutants } from '../../mutants/mutants.ts'
import type { Mutant } from '../../mutants/mutant.ts'
import type { Exhibit } from './exhibit.ts'
import { faultExhibits } from './faults.ts'
import { featureExhibits } from './features.ts'

/** Everything in the museum. */
export const exhibits: readonly Exhibit[] = [...faultExhibits, ...featureExhibits]

/** The mutant of an exhibit; undefined when there is none of that name. */
export function mutantOf({ row, breaks }: Exhibit): Mutant | undefined {
  return mutants.find((mutant) => mutant.row === row && mutant.breaks === breaks)
}
