/** A bug that somebody had, and the mutant that puts it back. */
export interface Exhibit {
  /** Where it was reported, as `owner/repository#number`; or whose it was, where no report is known. */
  readonly bug: string
  /** The mutant's row, which is the id of the tests that must turn red … */
  readonly row: string
  /** … and what it breaks: the two together name one mutant. */
  readonly breaks: string
}
