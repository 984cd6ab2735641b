import { PatternSyntaxError } from './pattern-syntax-error.ts'

/** Whether a code point is one of those that a part of a regular expression stands for. */
export type CharacterTest = (code: number) => boolean

interface Read {
  readonly test: CharacterTest
  readonly end: number
}

const between =
  (low: number, high: number): CharacterTest =>
  (code) =>
    code >= low && code <= high
const oneOf = (text: string): CharacterTest => {
  const codes = new Set(Array.from(text, (each) => each.codePointAt(0)))
  return (code) => codes.has(code)
}
const any =
  (...tests: readonly CharacterTest[]): CharacterTest =>
  (code) =>
    tests.some((test) => test(code))
const not =
  (test: CharacterTest): CharacterTest =>
  (code) =>
    !test(code)

const digit = between(48, 57)
const lower = between(97, 122)
const upper = between(65, 90)
const space = oneOf('\t\n\f\r ')
const word = any(digit, lower, upper, oneOf('_'))

/** Whether a code point is a letter, a digit or `_`, for word boundaries. */
export const isWord = word

const perl = new Map<string, CharacterTest>([
  ['d', digit],
  ['D', not(digit)],
  ['s', space],
  ['S', not(space)],
  ['w', word],
  ['W', not(word)],
])

const posix = new Map<string, CharacterTest>([
  ['alnum', any(digit, lower, upper)],
  ['alpha', any(lower, upper)],
  ['ascii', between(0, 127)],
  ['blank', oneOf('\t ')],
  ['cntrl', any(between(0, 31), between(127, 127))],
  ['digit', digit],
  ['graph', between(33, 126)],
  ['lower', lower],
  ['print', between(32, 126)],
  ['punct', any(between(33, 47), between(58, 64), between(91, 96), between(123, 126))],
  ['space', any(space, between(11, 11))],
  ['upper', upper],
  ['word', word],
  ['xdigit', any(digit, between(97, 102), between(65, 70))],
])

/** Reads `\d`, `\pL`, `\p{Greek}` and their opposites; undefined for any other escape. */
export function namedClass(text: string, at: number): Read | undefined {
  const letter = text[at + 1] ?? ''
  const known = perl.get(letter)
  if (known !== undefined) return { test: known, end: at + 2 }
  if (letter !== 'p' && letter !== 'P') return undefined
  const match = /^\\[pP](?:\{(\^?)([A-Za-z_]+)\}|([A-Z]))/.exec(text.slice(at, at + 64))
  const name = match?.[2] ?? match?.[3] ?? ''
  const range = text.slice(at, at + (match?.[0].length ?? 3))
  const test = unicode(name)
  if (match === null || test === undefined) {
    throw new PatternSyntaxError(`invalid character class range: \`${range}\``)
  }
  const negative = (letter === 'P') !== (match[1] === '^')
  return { test: negative ? not(test) : test, end: at + match[0].length }
}

function unicode(name: string): CharacterTest | undefined {
  for (const property of [name, `Script=${name}`]) {
    try {
      // One character at a time: there is nothing to go back over.
      const test = new RegExp(`^\\p{${property}}$`, 'u')
      return (code) => test.test(String.fromCodePoint(code))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

const controls = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
])

/** Reads an escape that stands for one character. */
export function escapedClass(text: string, at: number): { readonly code: number; readonly end: number } {
  const next = text[at + 1]
  if (next === undefined) throw new PatternSyntaxError('trailing backslash at end of expression: ``')
  const control = controls.get(next)
  if (control !== undefined) return { code: control, end: at + 2 }
  const hex = /^\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,8})\})/.exec(text.slice(at, at + 16))
  if (hex !== null) {
    const code = Number.parseInt(hex[1] ?? hex[2] ?? '', 16)
    if (code <= 0x10ffff) return { code, end: at + hex[0].length }
  }
  const octal = /^\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(text.slice(at, at + 4))
  if (octal !== null) return { code: Number.parseInt(octal[1] ?? '', 8), end: at + octal[0].length }
  if (/[A-Za-z0-9]/.test(next)) throw new PatternSyntaxError(`invalid escape sequence: \`\\${next}\``)
  const code = text.codePointAt(at + 1) ?? 0
  return { code, end: at + 1 + String.fromCodePoint(code).length }
}

/** Reads `[a-z\d[:alpha:]]`. */
export function characterClass(text: string, start: number, ignoreCase: boolean): Read {
  const missing = () => new PatternSyntaxError(`missing closing ]: \`${text.slice(start)}\``)
  let at = start + 1
  const negative = text[at] === '^'
  if (negative) at++
  const tests: CharacterTest[] = []
  for (let first = true; text[at] !== ']' || first; first = false) {
    if (at >= text.length) throw missing()
    const named = text[at] === '\\' ? namedClass(text, at) : posixClass(text, at)
    if (named !== undefined) {
      tests.push(named.test)
      at = named.end
      continue
    }
    const low = single(text, at)
    at = low.end
    if (text[at] !== '-' || text[at + 1] === ']') {
      tests.push(between(low.code, low.code))
      continue
    }
    if (at + 1 >= text.length) throw missing()
    const high = single(text, at + 1)
    if (high.code < low.code) {
      throw new PatternSyntaxError(`invalid character class range: \`${text.slice(at - 1, high.end)}\``)
    }
    at = high.end
    tests.push(between(low.code, high.code))
  }
  const exact = any(...tests)
  const test = ignoreCase ? folded(exact) : exact
  return { test: negative ? not(test) : test, end: at + 1 }
}

function folded(test: CharacterTest): CharacterTest {
  return (code) => {
    const character = String.fromCodePoint(code)
    return [character, character.toLowerCase(), character.toUpperCase()].some((each) =>
      test(each.codePointAt(0) ?? 0),
    )
  }
}

function single(text: string, at: number): { readonly code: number; readonly end: number } {
  if (text[at] === '\\') return escapedClass(text, at)
  const code = text.codePointAt(at) ?? 0
  return { code, end: at + String.fromCodePoint(code).length }
}

function posixClass(text: string, at: number): Read | undefined {
  const match = /^\[:(\^?)([a-z]+):\]/.exec(text.slice(at, at + 16))
  if (match === null) return undefined
  const test = posix.get(match[2] ?? '')
  if (test === undefined) throw new PatternSyntaxError(`invalid character class range: \`${match[0]}\``)
  return { test: match[1] === '^' ? not(test) : test, end: at + match[0].length }
}
