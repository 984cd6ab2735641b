import { tokensOf, type Token } from './label-lexer.ts'
import { requirementProblem, type LabelOperator, type LabelRequirement } from './label-requirement.ts'
import { LabelSelector } from './label-selector.ts'
import { labelValueProblem } from './label-syntax.ts'
import { SelectorSyntaxError } from './selector-syntax-error.ts'

/**
 * Reads a label selector: `app=web,tier in (front, back),!canary,track!=beta,gpu>1`. Empty text matches everything.
 * Throws SelectorSyntaxError, which says where.
 */
export function parseLabelSelector(selector: string): LabelSelector {
  return new LabelSelector(new Parser(selector).requirements())
}

const operators = new Map<string, LabelOperator>([
  ['=', 'In'],
  ['==', 'In'],
  ['!=', 'NotIn'],
  ['in', 'In'],
  ['notin', 'NotIn'],
  ['>', 'Gt'],
  ['<', 'Lt'],
])

class Parser {
  readonly #selector: string
  readonly #tokens: readonly Token[]
  readonly #end: Token
  #next = 0

  constructor(selector: string) {
    this.#selector = selector
    this.#tokens = tokensOf(selector)
    this.#end = { type: 'end', text: '', position: selector.length }
  }

  requirements(): LabelRequirement[] {
    const found: LabelRequirement[] = []
    if (this.#peek().type === 'end') return found
    do found.push(this.#requirement())
    while (this.#take(',', 'end').type === ',')
    return found
  }

  #requirement(): LabelRequirement {
    const first = this.#take('word', '!')
    const key = first.type === '!' ? this.#take('word') : first
    const requirement =
      first.type === '!'
        ? { key: key.text, operator: 'DoesNotExist' as const, values: [] }
        : this.#condition(key)
    const problem = requirementProblem(requirement)
    if (problem !== undefined) throw new SelectorSyntaxError(this.#selector, key.position, problem)
    return requirement
  }

  #condition({ text: key }: Token): LabelRequirement {
    const next = this.#peek()
    if (next.type === ',' || next.type === 'end') return { key, operator: 'Exists', values: [] }
    const operator = operators.get(next.text)
    if (operator === undefined) throw this.#unexpected(next, '=, ==, !=, <, >, in, notin, "," or the end')
    this.#next++
    const values = next.type === 'word' ? this.#values() : [this.#value()]
    return { key, operator, values }
  }

  /** A value may be empty: `a=` asks for the label with no value. */
  #value(): string {
    const { type } = this.#peek()
    if (type === ',' || type === 'end' || type === ')') return ''
    const { text, position } = this.#take('word')
    const problem = labelValueProblem(text)
    if (problem !== undefined) throw new SelectorSyntaxError(this.#selector, position, problem)
    return text
  }

  #values(): string[] {
    this.#take('(')
    if (this.#peek().type === ')') {
      this.#next++
      return []
    }
    const values = new Set<string>()
    do values.add(this.#value())
    while (this.#take(',', ')').type === ',')
    return [...values]
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? this.#end
  }

  #take(...expected: Token['type'][]): Token {
    const token = this.#peek()
    if (!expected.includes(token.type)) throw this.#unexpected(token, expected.map(named).join(' or '))
    this.#next++
    return token
  }

  #unexpected(token: Token, expected: string): SelectorSyntaxError {
    const found = token.type === 'end' ? 'the end' : `"${token.text}"`
    return new SelectorSyntaxError(this.#selector, token.position, `found ${found}, expected ${expected}`)
  }
}

function named(type: Token['type']): string {
  if (type === 'word') return 'a key or value'
  return type === 'end' ? 'the end' : `"${type}"`
}
