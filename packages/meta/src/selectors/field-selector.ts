import { SelectorSyntaxError } from './selector-syntax-error.ts'

/** One condition of a field selector. */
export interface FieldRequirement {
  readonly field: string
  readonly operator: '=' | '!='
  readonly value: string
}

/** The fields of an object that a server selects by, for instance `metadata.name`. */
export type Fields = Readonly<Record<string, string>>

/** Which objects, told by some of their fields: those that meet every requirement. Upstream: fields.Selector. */
export class FieldSelector {
  /** Matches every object. */
  static readonly everything = new FieldSelector([])

  readonly requirements: readonly FieldRequirement[]

  constructor(requirements: readonly FieldRequirement[]) {
    this.requirements = [...requirements]
  }

  /** Whether fields meet every requirement; a field that is not there counts as `''`. */
  matches(fields: Fields): boolean {
    return this.requirements.every(({ field, operator, value }) => {
      const found = Object.hasOwn(fields, field) ? fields[field] : ''
      return (found === value) === (operator === '=')
    })
  }

  /** Whether it matches every object because it requires nothing. */
  get isEmpty(): boolean {
    return this.requirements.length === 0
  }

  /** In the text grammar, which `parseFieldSelector` and API servers read. */
  toString(): string {
    return this.requirements
      .map(({ field, operator, value }) => `${field}${operator}${escaped(value)}`)
      .join(',')
  }
}

function escaped(value: string): string {
  return value.replaceAll(/[\\,=]/g, (character) => `\\${character}`)
}

/**
 * Reads a field selector: `metadata.name=web-0,status.phase!=Running`. In values, `\,`, `\=` and `\\` stand for the
 * characters themselves. Empty text matches everything. Throws SelectorSyntaxError, which says where.
 */
export function parseFieldSelector(selector: string): FieldSelector {
  const requirements: FieldRequirement[] = []
  let start = 0
  for (let end = 0; end <= selector.length; end++) {
    if (selector[end] === '\\') {
      end++
      continue
    }
    if (end < selector.length && selector[end] !== ',') continue
    if (end > start) requirements.push(requirementAt(selector, start, end))
    start = end + 1
  }
  if (start < selector.length) requirements.push(requirementAt(selector, start, selector.length))
  return new FieldSelector(requirements)
}

function requirementAt(selector: string, start: number, end: number): FieldRequirement {
  for (let at = start; at < end; at++) {
    const two = selector.slice(at, at + 2)
    const operator = two === '!=' || two === '==' ? two : selector[at]
    if (operator !== '!=' && operator !== '==' && operator !== '=') continue
    const value = unescaped(selector, at + operator.length, end)
    return { field: selector.slice(start, at), operator: operator === '!=' ? '!=' : '=', value }
  }
  throw new SelectorSyntaxError(selector, start, `"${selector.slice(start, end)}" has none of =, == and !=`)
}

function unescaped(selector: string, start: number, end: number): string {
  let value = ''
  for (let at = start; at < end; at++) {
    let character = selector.charAt(at)
    if (character === '=') throw new SelectorSyntaxError(selector, at, 'a value writes "=" as "\\="')
    if (character === '\\') {
      character = at + 1 < end ? selector.charAt(++at) : ''
      if (!'\\,='.includes(character) || character === '') {
        throw new SelectorSyntaxError(selector, at, 'a backslash comes before "\\", "," or "=" alone')
      }
    }
    value += character
  }
  return value
}
