/** A word, a literal or a sign of a CEL expression. */
export type Token =
  | { readonly at: 'name' | 'sign'; readonly text: string }
  | { readonly at: 'value'; readonly value: string | number | boolean | null }

/** Thrown for an expression that this evaluator does not understand: nothing can be said of what it is about. */
export class UnsupportedExpressionError extends Error {
  override readonly name = 'UnsupportedExpressionError'
}

const patterns = {
  space: /^(?:\s+|\/\/[^\n]*)/,
  number: /^(?:\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|0x[0-9a-fA-F]+|\d+)/,
  name: /^[A-Za-z_][A-Za-z0-9_]*/,
  sign: /^(?:&&|\|\||==|!=|<=|>=|[-+*/%!<>?:.,()[\]{}])/,
  text: /^(r?)(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/,
  long: /^(r?)(?:'''([\s\S]*?)'''|"""([\s\S]*?)""")/,
}
const words = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])
const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** Splits an expression. Throws an UnsupportedExpressionError. */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = []
  let rest = expression
  while (rest !== '') {
    const [token, length] = next(rest)
    if (token !== undefined) tokens.push(token)
    rest = rest.slice(length)
  }
  return tokens
}

function next(rest: string): readonly [Token | undefined, number] {
  const space = patterns.space.exec(rest)
  if (space !== null) return [undefined, space[0].length]
  const text = patterns.long.exec(rest) ?? patterns.text.exec(rest)
  if (text !== null) {
    const body = text[2] ?? text[3] ?? ''
    return [{ at: 'value', value: text[1] === 'r' ? body : unescaped(body) }, text[0].length]
  }
  const number = patterns.number.exec(rest)
  // A decimal point makes a double, of which whole numbers would be told apart wrongly.
  if (number !== null && !/^\d+[uU]|^[\d.]+[A-Za-z_]/.test(rest.replace(/^0x/, '0'))) {
    return [{ at: 'value', value: Number(number[0]) }, number[0].length]
  }
  const name = patterns.name.exec(rest)
  if (name !== null) {
    const word = words.get(name[0])
    const token: Token = word === undefined ? { at: 'name', text: name[0] } : { at: 'value', value: word }
    return [token, name[0].length]
  }
  const sign = patterns.sign.exec(rest)
  if (sign !== null) return [{ at: 'sign', text: sign[0] }, sign[0].length]
  throw new UnsupportedExpressionError(`nothing is known that begins with "${rest.slice(0, 20)}"`)
}

function unescaped(body: string): string {
  return body.replaceAll(/\\(.)/g, (_all, letter: string) => {
    const found = escapes.get(letter) ?? (/[\\'"?`]/.test(letter) ? letter : undefined)
    if (found === undefined) throw new UnsupportedExpressionError(`the escape \\${letter} is not known`)
    return found
  })
}
