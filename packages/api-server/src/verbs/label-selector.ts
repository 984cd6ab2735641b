import { badRequest } from '../status.ts'

type Labels = Readonly<Record<string, string>>
/** Whether labels are selected. */
type LabelMatch = (labels: Labels) => boolean

const operators = 'in, notin, =, ==, !=, gt, lt'
const failure = (why: string) => badRequest(`unable to parse requirement: ${why}`)

/** A parsed label selector. */
export interface LabelSelector {
  readonly matches: LabelMatch
  /** A label that everything selected has. */
  readonly equal: { readonly key: string; readonly value: string } | undefined
}

/** Parses `a=b,c in (d,e),!f,g`. Throws a 400 StatusError with the words of a real server. */
export function labelSelector(text: string): LabelSelector {
  let equal: LabelSelector['equal']
  const tokens = text.match(/[(),]|==|!=|[=!<>]|[^\s(),=!<>]+/g) ?? []
  const matches: LabelMatch[] = []
  let at = 0
  const peek = (): string => tokens[at] ?? ''
  const take = (): string => tokens[at++] ?? ''
  const isWord = (token: string): boolean => token !== '' && !/^[(),=!<>]/.test(token)
  const word = (): string => {
    if (!isWord(peek())) throw failure(`found '${peek()}', expected: identifier`)
    return take()
  }
  const value = (): string => (isWord(peek()) ? take() : empty())
  const empty = (): string => {
    if (peek() === '' || peek() === ',' || peek() === ')') return ''
    throw failure(`found '${peek()}', expected: identifier`)
  }
  while (at < tokens.length) {
    matches.push(requirement())
    if (at >= tokens.length) break
    if (peek() !== ',') throw failure(`found '${peek()}', expected: ',' or 'end of string'`)
    take()
    if (at >= tokens.length) throw failure("found '', expected: identifier after ','")
  }
  return { matches: (labels) => matches.every((match) => match(labels)), equal }

  function requirement(): LabelMatch {
    if (peek() === '!') {
      take()
      const key = word()
      return (labels) => !Object.hasOwn(labels, key)
    }
    const key = word()
    const operator = peek()
    if (operator === '' || operator === ',') return (labels) => Object.hasOwn(labels, key)
    take()
    switch (operator) {
      case '=':
      case '==': {
        const wanted = value()
        equal = { key, value: wanted }
        return (labels) => Object.hasOwn(labels, key) && labels[key] === wanted
      }
      case '!=': {
        const unwanted = value()
        return (labels) => !Object.hasOwn(labels, key) || labels[key] !== unwanted
      }
      case '>':
      case '<': {
        const bound = Number(value())
        return (labels) => {
          const number = Object.hasOwn(labels, key) ? Number(labels[key]) : NaN
          return operator === '>' ? number > bound : number < bound
        }
      }
      case 'in':
      case 'notin': {
        const values = set()
        return operator === 'in'
          ? (labels) => Object.hasOwn(labels, key) && values.has(labels[key] ?? '')
          : (labels) => !Object.hasOwn(labels, key) || !values.has(labels[key] ?? '')
      }
      default:
        throw failure(`found '${operator}', expected: ${operators}`)
    }
  }

  function set(): ReadonlySet<string> {
    if (peek() !== '(') throw failure(`found '${peek()}', expected: '('`)
    take()
    const values = new Set<string>()
    for (;;) {
      values.add(value())
      const next = take()
      if (next === ')') return values
      if (next !== ',') throw failure(`found '${next}', expected: ',' or ')'`)
    }
  }
}
