import { equalJson, isObject } from '../../codec/json.ts'
import type { FieldError } from '../../status.ts'
import { correlated } from '../correlated.ts'
import { fieldError } from '../field-errors.ts'
import { anySchema, type CelRule, type Schema } from '../schema.ts'
import { CostError, evaluate } from './evaluate.ts'
import { parseExpression, type Expression } from './expression.ts'
import { EvaluationError, functionOf, type Budget } from './functions.ts'
import { UnsupportedExpressionError } from './tokens.ts'

interface CompiledRule {
  readonly rule: CelRule
  readonly expression: Expression
  readonly message: Expression | undefined
  /** Whether it is about a change, and so needs what was there before. */
  readonly transition: boolean
}

/** How many expressions are looked at for one object. */
const budgetPerObject = 1_000_000
/** Texts that CEL sees as times, durations or bytes. */
const typedFormats = new Set(['date', 'date-time', 'datetime', 'duration', 'byte'])

const compiled = new WeakMap<Schema, readonly CompiledRule[]>()

/** The rules of a schema that are evaluated here; the others are left out. */
function rulesOf(schema: Schema): readonly CompiledRule[] {
  const known = compiled.get(schema)
  if (known !== undefined) return known
  const made = schema.cel.flatMap((rule) => compile(rule, schema) ?? [])
  compiled.set(schema, made)
  return made
}

/** Whether all rules of a schema and its parts are evaluated. */
export function evaluatesAllRules(root: Schema): boolean {
  return !anySchema(root, (schema) => rulesOf(schema).length < schema.cel.length)
}

function compile(rule: CelRule, schema: Schema): CompiledRule | undefined {
  if (anySchema(schema, ({ type, rules }) => type === 'string' && typedFormats.has(rules.format)))
    return undefined
  try {
    const expression = parseExpression(rule.rule)
    const message = rule.messageExpression === '' ? undefined : parseExpression(rule.messageExpression)
    const names = new Set<string>()
    for (const each of [expression, message]) if (each !== undefined) collect(each, new Set(), names)
    names.delete('self')
    const transition = names.delete('oldSelf')
    const place = rule.fieldPath === '' || /^(?:\.[A-Za-z_][A-Za-z0-9_]*)+$/.test(rule.fieldPath)
    if (names.size > 0 || rule.optional || !place) return undefined
    return { rule, expression, message, transition }
  } catch (error) {
    if (!(error instanceof UnsupportedExpressionError)) throw error
    return undefined
  }
}

/** Names that an expression uses without defining them; throws for functions that are not known. */
function collect(expression: Expression, defined: ReadonlySet<string>, free: Set<string>): void {
  const inner = (each: Expression) => collect(each, defined, free)
  switch (expression.at) {
    case 'value':
      break
    case 'name':
      if (!defined.has(expression.name)) free.add(expression.name)
      break
    case 'select':
    case 'has':
    case 'unary':
      inner(expression.of)
      break
    case 'index':
      inner(expression.of)
      inner(expression.key)
      break
    case 'list':
      expression.items.forEach(inner)
      break
    case 'binary':
      inner(expression.left)
      inner(expression.right)
      break
    case 'choice':
      inner(expression.test)
      inner(expression.yes)
      inner(expression.no)
      break
    case 'call':
      functionOf(expression.name, expression.of !== undefined)
      if (expression.of !== undefined) inner(expression.of)
      expression.given.forEach(inner)
      break
    case 'macro':
      inner(expression.of)
      collect(expression.body, new Set(defined).add(expression.variable), free)
      break
  }
}

/** What the rules of a schema find wrong with a value; what did not change is not looked at again. */
export function ruleErrors(value: unknown, schema: Schema, before: unknown): readonly FieldError[] {
  const errors: FieldError[] = []
  try {
    visit(value, schema, before, '', { left: budgetPerObject }, errors)
  } catch (error) {
    if (!(error instanceof CostError)) throw error
    const why = 'validation failed due to running out of cost budget, no further validation rules will be run'
    errors.push(fieldError.invalid('<nil>', '', why))
  }
  return errors
}

function visit(
  value: unknown,
  schema: Schema,
  before: unknown,
  path: string,
  budget: Budget,
  errors: FieldError[],
): void {
  if (value === null || value === undefined) return
  const unchanged = before !== undefined && equalJson(value, before)
  for (const rule of rulesOf(schema)) {
    if (rule.transition ? before === undefined : unchanged) continue
    const error = check(rule, value, before, schema, path, budget)
    if (error !== undefined) errors.push(error)
  }
  if (Array.isArray(value)) {
    const { items } = schema
    if (items === undefined) return
    const old = correlated(schema, before)
    for (const [at, item] of value.entries()) visit(item, items, old(item), `${path}[${at}]`, budget, errors)
    return
  }
  if (!isObject(value)) return
  const old = isObject(before) ? before : {}
  for (const key of Object.keys(value)) {
    const property = schema.properties.get(key)
    const was = Object.hasOwn(old, key) ? old[key] : undefined
    const dotted = path === '' ? key : `${path}.${key}`
    if (property !== undefined) visit(value[key], property, was, dotted, budget, errors)
    else if (typeof schema.additional === 'object') {
      visit(value[key], schema.additional, was, `${path}[${key}]`, budget, errors)
    }
  }
}

function check(
  { rule, expression, message }: CompiledRule,
  self: unknown,
  oldSelf: unknown,
  { type }: Schema,
  path: string,
  budget: Budget,
): FieldError | undefined {
  const variables = new Map([
    ['self', self],
    ['oldSelf', oldSelf],
  ])
  const named = rule.message.trim() || rule.rule.trim()
  try {
    if (evaluate(expression, variables, budget) === true) return undefined
    const said = rule.message.trim() || `failed rule: ${rule.rule.trim()}`
    const why = message === undefined ? said : (expressed(message, variables, budget) ?? said)
    return failure(rule.reason, fieldAt(path + rule.fieldPath), type, why)
  } catch (error) {
    if (error instanceof UnsupportedExpressionError) return undefined
    if (!(error instanceof EvaluationError)) throw error
    if (error.message !== 'no such overload') {
      return fieldError.invalid(fieldAt(path), type, `${error.message} evaluating rule: ${named}`)
    }
    const what = 'call arguments did not match a supported operator, function or macro signature'
    return fieldError.invalid(fieldAt(path), type, `'${error.message}': ${what} for rule: ${named}`)
  }
}

/** A path as an error names it; the root has none. */
function fieldAt(path: string): string {
  const field = path.replace(/^\./, '')
  return field === '' ? '<nil>' : field
}

/** The message that an expression makes; undefined when it makes none that could be shown. */
function expressed(
  message: Expression,
  variables: ReadonlyMap<string, unknown>,
  budget: Budget,
): string | undefined {
  try {
    const text = evaluate(message, variables, budget)
    return typeof text === 'string' && text.trim() !== '' && !text.includes('\n') ? text.trim() : undefined
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof UnsupportedExpressionError) return undefined
    throw error
  }
}

function failure(reason: string, field: string, value: unknown, why: string): FieldError {
  switch (reason) {
    case 'FieldValueRequired':
      return fieldError.required(field, why)
    case 'FieldValueForbidden':
      return fieldError.forbidden(field, why)
    case 'FieldValueDuplicate':
      return fieldError.duplicate(field, value)
    default:
      return fieldError.invalid(field, value, why)
  }
}
