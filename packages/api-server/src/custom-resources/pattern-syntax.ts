import { characterClass, escapedClass, namedClass, type CharacterTest } from './pattern-classes.ts'
import { PatternSyntaxError } from './pattern-syntax-error.ts'

/** A part of a regular expression. */
export type PatternNode =
  | { readonly at: 'empty' }
  | { readonly at: 'character'; readonly test: CharacterTest }
  | { readonly at: 'assertion'; readonly kind: Assertion }
  | { readonly at: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly at: 'repeat'; readonly of: PatternNode; readonly least: number; readonly most: number }

export type Assertion =
  | 'text-start'
  | 'text-end'
  | 'line-start'
  | 'line-end'
  | 'word-boundary'
  | 'no-word-boundary'

const maxRepeat = 1000
const maxNesting = 1000

interface Flags {
  readonly ignoreCase: boolean
  readonly dotAll: boolean
  readonly multiline: boolean
}

/** Parses the syntax of RE2, which Go and so Kubernetes have. Throws a PatternSyntaxError. */
export function parsePattern(text: string): PatternNode {
  const parser = new Parser(text)
  return parser.parse()
}

class Parser {
  readonly #text: string
  #at = 0
  #depth = 0
  #flags: Flags = { ignoreCase: false, dotAll: false, multiline: false }

  constructor(text: string) {
    this.#text = text
  }

  parse(): PatternNode {
    const node = this.#choice()
    if (this.#at < this.#text.length) throw new PatternSyntaxError(`unexpected ): \`${this.#text}\``)
    return node
  }

  #choice(): PatternNode {
    const { length } = this.#text
    const parts: PatternNode[] = []
    for (;;) {
      parts.push(this.#sequence())
      if (this.#at >= length || this.#text[this.#at] !== '|') break
      this.#at++
    }
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : { at: 'choice', parts }
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = []
    while (this.#at < this.#text.length && this.#text[this.#at] !== '|' && this.#text[this.#at] !== ')') {
      parts.push(this.#repeated(this.#atom()))
    }
    return { at: 'sequence', parts }
  }

  #repeated(atom: PatternNode): PatternNode {
    const start = this.#at
    const counts = this.#counts()
    if (counts === undefined) return atom
    if (this.#text[this.#at] === '?') this.#at++
    const again = this.#at
    if (this.#counts() !== undefined) {
      const operators = this.#text.slice(start, this.#at)
      throw new PatternSyntaxError(`invalid nested repetition operator: \`${operators}\``)
    }
    this.#at = again
    return { at: 'repeat', of: atom, ...counts }
  }

  #counts(): { readonly least: number; readonly most: number } | undefined {
    const simple = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] } as const
    const operator = this.#text[this.#at]
    if (operator === '*' || operator === '+' || operator === '?') {
      this.#at++
      const [least, most] = simple[operator]
      return { least, most }
    }
    const match = /^\{(\d{1,9})(,(\d{0,9}))?\}/.exec(this.#text.slice(this.#at, this.#at + 24))
    if (match === null) return undefined
    this.#at += match[0].length
    const least = Number(match[1])
    const most = match[2] === undefined ? least : (match[3] ?? '') === '' ? Infinity : Number(match[3])
    const counted = most === Infinity ? least : most
    if (least > most || counted > maxRepeat) {
      throw new PatternSyntaxError(`invalid repeat count: \`${match[0]}\``)
    }
    return { least, most }
  }

  #atom(): PatternNode {
    const code = this.#text.codePointAt(this.#at) ?? 0
    const character = String.fromCodePoint(code)
    switch (character) {
      case '(':
        return this.#group()
      case '[': {
        const { test, end } = characterClass(this.#text, this.#at, this.#flags.ignoreCase)
        this.#at = end
        return { at: 'character', test }
      }
      case '.': {
        this.#at++
        const { dotAll } = this.#flags
        return { at: 'character', test: (each) => dotAll || each !== 10 }
      }
      case '^':
        this.#at++
        return { at: 'assertion', kind: this.#flags.multiline ? 'line-start' : 'text-start' }
      case '$':
        this.#at++
        return { at: 'assertion', kind: this.#flags.multiline ? 'line-end' : 'text-end' }
      case '*':
      case '+':
      case '?':
        throw new PatternSyntaxError(`missing argument to repetition operator: \`${character}\``)
      case '\\':
        return this.#escape()
      default:
        this.#at += character.length
        return this.#literal(code)
    }
  }

  #literal(code: number): PatternNode {
    if (!this.#flags.ignoreCase) return { at: 'character', test: (each) => each === code }
    const lower = String.fromCodePoint(code).toLowerCase()
    return { at: 'character', test: (each) => String.fromCodePoint(each).toLowerCase() === lower }
  }

  #escape(): PatternNode {
    const assertions = new Map<string, Assertion>([
      ['A', 'text-start'],
      ['z', 'text-end'],
      ['b', 'word-boundary'],
      ['B', 'no-word-boundary'],
    ])
    const next = this.#text[this.#at + 1]
    const kind = assertions.get(next ?? '')
    if (kind !== undefined) {
      this.#at += 2
      return { at: 'assertion', kind }
    }
    if (next === 'Q') {
      const end = this.#text.indexOf('\\E', this.#at)
      const quoted = this.#text.slice(this.#at + 2, end === -1 ? undefined : end)
      this.#at = end === -1 ? this.#text.length : end + 2
      return { at: 'sequence', parts: Array.from(quoted, (each) => this.#literal(each.codePointAt(0) ?? 0)) }
    }
    const named = namedClass(this.#text, this.#at)
    if (named !== undefined) {
      this.#at = named.end
      return { at: 'character', test: named.test }
    }
    const { code, end } = escapedClass(this.#text, this.#at)
    this.#at = end
    return this.#literal(code)
  }

  #group(): PatternNode {
    const before = this.#flags
    const rest = this.#text.slice(this.#at)
    const named = /^\(\?P?<(\w+)>/.exec(rest)
    const flags = /^\(\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(rest)
    if (named !== null) this.#at += named[0].length
    else if (flags !== null) {
      this.#at += flags[0].length
      this.#flags = this.#changed(flags[1] ?? '', flags[2] ?? '')
      // Without a colon they hold for the rest of the group around them.
      if (flags[3] === ')') return { at: 'empty' }
    } else if (rest.startsWith('(?')) {
      throw new PatternSyntaxError(`invalid or unsupported Perl syntax: \`${rest.slice(0, 3)}\``)
    } else this.#at++
    if (++this.#depth > maxNesting) {
      throw new PatternSyntaxError(`expression nests too deeply: \`${this.#text.slice(0, 100)}\``)
    }
    const inner = this.#choice()
    if (this.#text[this.#at] !== ')') throw new PatternSyntaxError(`missing closing ): \`${this.#text}\``)
    this.#at++
    this.#depth--
    this.#flags = before
    return inner
  }

  #changed(on: string, off: string): Flags {
    const flag = (letter: string, was: boolean) => (was || on.includes(letter)) && !off.includes(letter)
    const { ignoreCase, dotAll, multiline } = this.#flags
    return {
      ignoreCase: flag('i', ignoreCase),
      dotAll: flag('s', dotAll),
      multiline: flag('m', multiline),
    }
  }
}
