/** Thrown for what is no regular expression in the syntax of RE2; the message is Go's. */
export class PatternSyntaxError extends Error {
  override readonly name = 'PatternSyntaxError'

  constructor(why: string) {
    super(`error parsing regexp: ${why}`)
  }
}
