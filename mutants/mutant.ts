/** A behaviour taken out of a module, to show that a test would notice. */
export interface Mutant {
  /** The rows whose tests must turn red: `FEAT-B1`. */
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
