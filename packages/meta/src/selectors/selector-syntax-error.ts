/** Thrown when the text of a selector cannot be read; `position` is the index in it where reading stopped. */
export class SelectorSyntaxError extends Error {
  override readonly name = 'SelectorSyntaxError'
  readonly selector: string
  readonly position: number

  constructor(selector: string, position: number, problem: string) {
    super(`selector "${selector}", at position ${position}: ${problem}`)
    this.selector = selector
    this.position = position
  }
}
