/** Thrown when what was waited for did not come about in time, or within the tries there were. */
export class WaitTimeoutError extends Error {
  override readonly name = 'WaitTimeoutError'
  /** How often it was looked for. */
  readonly attempts: number

  constructor(attempts: number) {
    super(`timed out waiting for the condition after ${attempts} attempts`)
    this.attempts = attempts
  }
}
