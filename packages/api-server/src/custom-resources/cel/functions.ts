import { isIP } from 'node:net'
import { isObject } from '../../codec/json.ts'
import { PatternSyntaxError } from '../pattern-syntax-error.ts'
import { Pattern } from '../pattern.ts'
import { UnsupportedExpressionError } from './tokens.ts'

/** Thrown when an expression has no value for what it is asked about; the message is cel-go's. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError'
}

export const noOverload = (): EvaluationError => new EvaluationError('no such overload')

/** What an evaluation may cost, in expressions that are looked at. */
export interface Budget {
  left: number
}

type Function = (value: unknown, given: readonly unknown[], budget: Budget) => unknown

/** How many characters of a text cost as much as an expression. */
const charactersPerStep = 100

function text(value: unknown): string {
  if (typeof value !== 'string') throw noOverload()
  return value
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw noOverload()
  return value
}

function size(value: unknown): number {
  if (typeof value === 'string') return Array.from(value).length
  if (Array.isArray(value)) return value.length
  if (isObject(value)) return Object.keys(value).length
  throw noOverload()
}

const patterns = new Map<string, Pattern>()
const mostPatterns = 1000

function matches(value: unknown, pattern: unknown, budget: Budget): boolean {
  const source = text(pattern)
  let known = patterns.get(source)
  if (known === undefined) {
    try {
      known = new Pattern(source)
    } catch (error) {
      if (!(error instanceof PatternSyntaxError)) throw error
      throw new EvaluationError(error.message, { cause: error })
    }
    if (patterns.size >= mostPatterns) patterns.clear()
    patterns.set(source, known)
  }
  const subject = text(value)
  budget.left -= (known.size * subject.length) / charactersPerStep
  return known.test(subject)
}

/** Where a text begins and ends that is cut out of another, in characters. */
function substring(value: unknown, [from, to]: readonly unknown[]): string {
  const characters = Array.from(text(value))
  const start = position(from, characters.length)
  const end = to === undefined ? characters.length : position(to, characters.length)
  if (end < start) throw new EvaluationError(`invalid substring range. start: ${start}, end: ${end}`)
  return characters.slice(start, end).join('')
}

function position(value: unknown, most: number): number {
  if (typeof value !== 'number') throw noOverload()
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new EvaluationError(`index out of range: ${value}`)
  }
  return value
}

const units = new Map([
  ['h', 3_600_000_000_000],
  ['m', 60_000_000_000],
  ['s', 1_000_000_000],
  ['ms', 1_000_000],
  ['us', 1000],
  ['µs', 1000],
  ['ns', 1],
])

/** A duration such as `1h30m`, in nanoseconds. */
function duration(value: unknown): number {
  const given = text(value)
  const [, sign = '', rest = ''] = /^([-+]?)((?:\d+(?:\.\d*)?(?:h|ms|m|s|us|µs|ns))+|0)$/.exec(given) ?? []
  if (rest === '') {
    throw new EvaluationError("type conversion error from 'string' to 'google.protobuf.Duration'")
  }
  let total = 0
  for (const [, amount, unit = ''] of rest.matchAll(/([\d.]+)([a-zµ]+)/g)) {
    total += Number(amount) * (units.get(unit) ?? 0)
  }
  return sign === '-' ? -total : total
}

const methods = new Map<string, Function>([
  ['size', (value) => size(value)],
  ['startsWith', (value, [start]) => text(value).startsWith(text(start))],
  ['endsWith', (value, [end]) => text(value).endsWith(text(end))],
  ['contains', (value, [part]) => text(value).includes(text(part))],
  ['matches', (value, [pattern], budget) => matches(value, pattern, budget)],
  ['lowerAscii', (value) => text(value).replaceAll(/[A-Z]/g, (each) => each.toLowerCase())],
  ['upperAscii', (value) => text(value).replaceAll(/[a-z]/g, (each) => each.toUpperCase())],
  ['trim', (value) => text(value).trim()],
  ['substring', (value, given) => substring(value, given)],
  ['split', (value, [by]) => text(value).split(text(by))],
  [
    'join',
    (value, [by]) =>
      list(value)
        .map(text)
        .join(by === undefined ? '' : text(by)),
  ],
])

const functions = new Map<string, Function>([
  ['size', (_none, [value]) => size(value)],
  ['duration', (_none, [value]) => duration(value)],
  ['isIP', (_none, [value]) => isIP(text(value)) !== 0 && !/%|^::ffff:.*\./i.test(text(value))],
  ['matches', (_none, [value, pattern], budget) => matches(value, pattern, budget)],
])

/** The function of a name, called on something or not. Throws an UnsupportedExpressionError when it is not known. */
export function functionOf(name: string, method: boolean): Function {
  const found = (method ? methods : functions).get(name)
  if (found === undefined) throw new UnsupportedExpressionError(`the function ${name} is not known`)
  return (value, given, budget) => {
    for (const each of [value, ...given]) {
      if (typeof each === 'string') budget.left -= each.length / charactersPerStep
    }
    return found(value, given, budget)
  }
}
