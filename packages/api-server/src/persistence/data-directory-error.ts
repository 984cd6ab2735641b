/** What is wrong with a data directory. */
export type DataDirectoryProblem = 'locked' | 'foreign' | 'damaged' | 'newer' | 'unusable' | 'full'

const advice: Record<DataDirectoryProblem, string> = {
  locked: 'another server uses it: stop that one, or give this one a directory of its own',
  foreign: 'it was not written by an API server of rxkube: choose another directory',
  damaged: 'it is damaged: restore it from a copy, or start with an empty directory',
  newer: 'it was written by a newer version: use that one, or start with an empty directory',
  unusable: 'it cannot be read and written: check that it is a directory and who may use it',
  full: 'what was written last could not be stored: make room and start again',
}

/** Thrown when a data directory cannot be used, or no longer. */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError'
  readonly directory: string
  readonly problem: DataDirectoryProblem

  constructor(directory: string, problem: DataDirectoryProblem, cause?: unknown) {
    const what = cause instanceof Error ? ` (${cause.message})` : ''
    super(
      `data directory ${directory}: ${advice[problem]}${what}`,
      cause === undefined ? undefined : { cause },
    )
    this.directory = directory
    this.problem = problem
  }

  /** What SQLite or the file system reported. */
  static from(error: unknown, directory: string): DataDirectoryError {
    if (error instanceof DataDirectoryError) return error
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
    return new DataDirectoryError(directory, problems.get(code) ?? 'unusable', error)
  }
}

/** SQLite's primary result codes: BUSY, LOCKED, CORRUPT, FULL, NOTADB; a failed read is a damage, too. */
const problems = new Map<number, DataDirectoryProblem>([
  [5, 'locked'],
  [6, 'locked'],
  [11, 'damaged'],
  [13, 'full'],
  [26, 'foreign'],
])
