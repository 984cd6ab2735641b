import { tokensOf, UnsupportedExpressionError, type Token } from './tokens.ts'

/** A CEL expression, parsed. */
export type Expression =
  | { readonly at: 'value'; readonly value: string | number | boolean | null }
  | { readonly at: 'name'; readonly name: string }
  | { readonly at: 'select' | 'has'; readonly of: Expression; readonly key: string }
  | { readonly at: 'index'; readonly of: Expression; readonly key: Expression }
  | { readonly at: 'list'; readonly items: readonly Expression[] }
  | { readonly at: 'unary'; readonly operator: '!' | '-'; readonly of: Expression }
  | {
      readonly at: 'binary'
      readonly operator: string
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly at: 'choice'
      readonly test: Expression
      readonly yes: Expression
      readonly no: Expression
    }
  | {
      readonly at: 'call'
      readonly name: string
      readonly of: Expression | undefined
      readonly given: readonly Expression[]
    }
  /** all, exists, exists_one, filter and map. */
  | {
      readonly at: 'macro'
      readonly name: string
      readonly of: Expression
      readonly variable: string
      readonly body: Expression
    }

const levels = [['||'], ['&&'], ['==', '!=', '<', '<=', '>', '>=', 'in'], ['+', '-'], ['*', '%']] as const
const macros = new Set(['all', 'exists', 'exists_one', 'filter', 'map'])
const maxDepth = 200

/** Parses the part of CEL that is evaluated here. Throws an UnsupportedExpressionError for anything else. */
export function parseExpression(text: string): Expression {
  return new Parser(tokensOf(text)).parse()
}

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  parse(): Expression {
    const expression = this.#choice()
    if (this.#at < this.#tokens.length) throw this.#unexpected()
    return expression
  }

  #choice(): Expression {
    if (++this.#depth > maxDepth) throw new UnsupportedExpressionError('the expression nests too deeply')
    const test = this.#binary(0)
    let expression = test
    if (this.#take('?')) {
      const yes = this.#choice()
      this.#need(':')
      expression = { at: 'choice', test, yes, no: this.#choice() }
    }
    this.#depth--
    return expression
  }

  #binary(level: number): Expression {
    const operators: readonly string[] | undefined = levels[level]
    if (operators === undefined) return this.#unary()
    let left = this.#binary(level + 1)
    for (;;) {
      const token = this.#tokens[this.#at]
      const operator = token?.at === 'value' ? undefined : token?.text
      if (operator === undefined || !operators.includes(operator)) return left
      this.#at++
      left = { at: 'binary', operator, left, right: this.#binary(level + 1) }
    }
  }

  #unary(): Expression {
    for (const operator of ['!', '-'] as const) {
      if (!this.#take(operator)) continue
      if (++this.#depth > maxDepth) throw new UnsupportedExpressionError('the expression nests too deeply')
      const of = this.#unary()
      this.#depth--
      return { at: 'unary', operator, of }
    }
    return this.#member()
  }

  #member(): Expression {
    let of = this.#primary()
    for (;;) {
      if (this.#take('.')) of = this.#selected(of)
      else if (this.#take('[')) {
        const key = this.#choice()
        this.#need(']')
        of = { at: 'index', of, key }
      } else return of
    }
  }

  #selected(of: Expression): Expression {
    const key = this.#name()
    if (!this.#take('(')) return { at: 'select', of, key: plainName(key) }
    const given = this.#list(')')
    if (!macros.has(key)) return { at: 'call', name: key, of, given }
    const [variable, body, ...more] = given
    if (variable?.at !== 'name' || body === undefined || more.length > 0) throw this.#unexpected()
    return { at: 'macro', name: key, of, variable: variable.name, body }
  }

  #primary(): Expression {
    const token = this.#tokens[this.#at]
    if (token?.at === 'value') {
      this.#at++
      return { at: 'value', value: token.value }
    }
    if (this.#take('(')) {
      const inner = this.#choice()
      this.#need(')')
      return inner
    }
    if (this.#take('[')) return { at: 'list', items: this.#list(']') }
    const name = this.#name()
    if (!this.#take('(')) return { at: 'name', name }
    const given = this.#list(')')
    if (name !== 'has') return { at: 'call', name, of: undefined, given }
    const [field] = given
    if (field?.at !== 'select' || given.length > 1) throw this.#unexpected()
    return { at: 'has', of: field.of, key: field.key }
  }

  #list(end: string): readonly Expression[] {
    const items: Expression[] = []
    while (!this.#take(end)) {
      if (items.length > 0) this.#need(',')
      items.push(this.#choice())
    }
    return items
  }

  #name(): string {
    const token = this.#tokens[this.#at]
    if (token?.at !== 'name' || token.text === 'in') throw this.#unexpected()
    this.#at++
    return token.text
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at]
    if (token?.at !== 'sign' || token.text !== sign) return false
    this.#at++
    return true
  }

  #need(sign: string): void {
    if (!this.#take(sign)) throw this.#unexpected()
  }

  #unexpected(): UnsupportedExpressionError {
    const token = this.#tokens[this.#at]
    const shown =
      token === undefined ? 'end' : token.at === 'value' ? JSON.stringify(token.value) : token.text
    return new UnsupportedExpressionError(`unexpected ${shown}`)
  }
}

const escapedNames = new Map([
  ['__underscores__', '__'],
  ['__dot__', '.'],
  ['__dash__', '-'],
  ['__slash__', '/'],
])

/** The field that an escaped name stands for: `foo__dash__bar` is `foo-bar`, `__namespace__` is `namespace`. */
function plainName(name: string): string {
  const keyword = /^__([a-z]+)__$/.exec(name)
  if (keyword !== null && !escapedNames.has(name)) return keyword[1] ?? name
  return name.replaceAll(/__(?:underscores|dot|dash|slash)__/g, (each) => escapedNames.get(each) ?? each)
}
