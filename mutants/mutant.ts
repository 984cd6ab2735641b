/** A behaviour taken out of a module, to show that a test would notice. */
export interface Mutant {
  /** The id in the names of the tests that must turn red: `FEAT-B1` of the feature table, or `FAULT-A20`, `INV-I7`. */
  readonly row: string
  /** What is broken, as one would say it of a bug. */
  readonly breaks: string
  /** The module, from the root of the repository. */
  readonly file: string
  /** A piece of the module that stands there exactly once … */
  readonly find: string
  /** … and what stands there instead. */
  readonly replace: string
}

/** Thrown when a mutant does not say once and clearly what to take out. */
export class MutantError extends Error {
  override readonly name = 'MutantError'
}

/** The module's text with the behaviour taken out. Throws MutantError unless the piece stands there exactly once. */
export function mutate({ row, breaks, file, find, replace }: Mutant, code: string): string {
  const parts = code.split(find)
  if (parts.length !== 2)
    throw new MutantError(
      `${row} (${breaks}): what it replaces stands ${parts.length - 1} times in ${file}, not once`,
    )
  return parts.join(replace)
}
