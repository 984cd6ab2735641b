import { equalJson, isObject } from '../../codec/json.ts'
import type { Expression } from './expression.ts'
import { EvaluationError, functionOf, noOverload, type Budget } from './functions.ts'
import { UnsupportedExpressionError } from './tokens.ts'

/** Thrown when a budget is used up. */
export class CostError extends Error {
  override readonly name = 'CostError'
}

type Variables = ReadonlyMap<string, unknown>

/** The value of an expression. Throws an EvaluationError when it has none. */
export function evaluate(expression: Expression, variables: Variables, budget: Budget): unknown {
  if (--budget.left < 0) throw new CostError('the evaluation costs too much')
  const value = (each: Expression) => evaluate(each, variables, budget)
  switch (expression.at) {
    case 'value':
      return expression.value
    case 'name':
      if (!variables.has(expression.name)) {
        throw new UnsupportedExpressionError(`nothing is named ${expression.name}`)
      }
      return variables.get(expression.name)
    case 'select':
      return select(value(expression.of), expression.key)
    case 'has': {
      const of = value(expression.of)
      if (!isObject(of)) throw noOverload()
      return Object.hasOwn(of, expression.key)
    }
    case 'index':
      return index(value(expression.of), value(expression.key))
    case 'list':
      return expression.items.map(value)
    case 'unary':
      return unary(expression.operator, value(expression.of))
    case 'binary':
      return binary(expression, value)
    case 'choice':
      return truth(value(expression.test)) ? value(expression.yes) : value(expression.no)
    case 'call': {
      const called = functionOf(expression.name, expression.of !== undefined)
      const of = expression.of === undefined ? undefined : value(expression.of)
      return called(of, expression.given.map(value), budget)
    }
    case 'macro':
      break
  }
  return macro(expression, variables, budget)
}

function truth(value: unknown): boolean {
  if (typeof value !== 'boolean') throw noOverload()
  return value
}

function select(of: unknown, key: string): unknown {
  if (!isObject(of)) throw noOverload()
  if (!Object.hasOwn(of, key)) throw new EvaluationError(`no such key: ${key}`)
  return of[key]
}

function index(of: unknown, key: unknown): unknown {
  if (typeof key === 'string') return select(of, key)
  if (!Array.isArray(of) || typeof key !== 'number') throw noOverload()
  if (key < 0 || key >= of.length) throw new EvaluationError(`index out of bounds: ${key}`)
  return of[key]
}

function unary(operator: '!' | '-', value: unknown): unknown {
  if (operator === '!') return !truth(value)
  if (typeof value !== 'number') throw noOverload()
  return -value
}

function binary(
  { operator, left, right }: Expression & { at: 'binary' },
  value: (each: Expression) => unknown,
): unknown {
  if (operator === '||' || operator === '&&') {
    // Either side may decide, even when the other one has no value.
    const decides = operator === '||'
    return either(
      () => truth(value(left)),
      () => truth(value(right)),
      decides,
    )
  }
  const [a, b] = [value(left), value(right)]
  switch (operator) {
    case '==':
      return equal(a, b)
    case '!=':
      return !equal(a, b)
    case 'in':
      if (Array.isArray(b)) return b.some((item) => equalJson(item, a))
      if (isObject(b) && typeof a === 'string') return Object.hasOwn(b, a)
      throw noOverload()
    case '+':
      if (typeof a === 'string' && typeof b === 'string') return a + b
      break
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operator, a, b)
    default:
      break
  }
  return arithmetic(operator, a, b)
}

function either(left: () => boolean, right: () => boolean, decides: boolean): boolean {
  let first: boolean
  try {
    first = left()
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error
    if (right() === decides) return decides
    throw error
  }
  return first === decides ? decides : right()
}

function equal(a: unknown, b: unknown): boolean {
  // Sets and lists with keys are the same in any order; which lists those are is not known here.
  if (Array.isArray(a) && Array.isArray(b) && a.length > 0 && b.length > 0) {
    throw new UnsupportedExpressionError('lists are not compared')
  }
  return equalJson(a, b)
}

function ordered(operator: string, a: unknown, b: unknown): boolean {
  const comparable =
    (typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string')
  if (!comparable) throw noOverload()
  const [left, right] = [a as number, b as number]
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  return operator === '>' ? left > right : left >= right
}

function arithmetic(operator: string, a: unknown, b: unknown): number {
  if (Array.isArray(a) && Array.isArray(b)) throw new UnsupportedExpressionError('lists are not joined')
  if (typeof a !== 'number' || typeof b !== 'number') throw noOverload()
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    default:
      break
  }
  if (b === 0) throw new EvaluationError('modulus by zero')
  if (!Number.isInteger(a) || !Number.isInteger(b)) throw noOverload()
  return a % b
}

function macro(
  { name, of, variable, body }: Expression & { at: 'macro' },
  variables: Variables,
  budget: Budget,
): unknown {
  const range = evaluate(of, variables, budget)
  const items = Array.isArray(range) ? range : isObject(range) ? Object.keys(range) : undefined
  if (items === undefined) throw noOverload()
  const inner = (item: unknown) => evaluate(body, new Map(variables).set(variable, item), budget)
  if (name === 'map') return items.map(inner)
  if (name === 'filter') return items.filter((item) => truth(inner(item)))
  if (name === 'exists_one') return items.filter((item) => truth(inner(item))).length === 1
  const decides = name === 'exists'
  let failure: EvaluationError | undefined
  for (const item of items) {
    try {
      if (truth(inner(item)) === decides) return decides
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error
      failure ??= error
    }
  }
  if (failure !== undefined) throw failure
  return !decides
}
