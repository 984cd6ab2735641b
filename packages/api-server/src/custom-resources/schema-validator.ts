import { equalJson, isObject, type JsonObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { fieldError } from './field-errors.ts'
import { shownValue } from './go-value.ts'
import { Pattern } from './pattern.ts'
import { PatternSyntaxError } from './pattern-syntax-error.ts'
import { correlated } from './correlated.ts'
import { typeErrors } from './value-type.ts'
import { hasFormat } from './string-formats.ts'
import type { Schema, ValueRules } from './schema.ts'

/** What became of a value: what is wrong with it, and how many checks it passed. */
interface Outcome {
  readonly errors: readonly FieldError[]
  readonly matches: number
}

/** Where a value is: as the message names it, without what lies around the value that is checked. */
interface Place {
  readonly path: string
  /** What `path` is below, for the field that an error names. */
  readonly under: string
}

/**
 * What is wrong with a value for its schema, in the words of a real server. What did not change since `before` is not
 * looked at, as long as it can be told which part was which. Upstream: kube-openapi's SchemaValidator, with ratcheting.
 */
export function schemaErrors(
  value: unknown,
  schema: Schema,
  before?: unknown,
  under = '',
): readonly FieldError[] {
  return validate(value, schema, before, { path: '', under }).errors
}

function fieldOf({ path, under }: Place): string {
  const own = path.startsWith('.') ? path.slice(1) : path
  if (under === '') return own === '' ? '<nil>' : own
  return own === '' ? under : `${under}.${own}`
}

function inside(place: Place, key: string): Place {
  return { ...place, path: place.path === '' ? key : `${place.path}.${key}` }
}

const said = ({ path }: Place, what: string): string => `${path} in body ${what}`.trimStart()

function validate(value: unknown, schema: Schema, before: unknown, place: Place): Outcome {
  if (before !== undefined && equalJson(value, before)) return { errors: [], matches: 1 }
  const errors: FieldError[] = [...typeErrors(value, schema, fieldOf(place), place.path)]
  // Nothing else is said of null, nor of what has another type.
  if (value === null) return { errors, matches: errors.length === 0 ? 1 : 0 }
  let matches = errors.length === 0 ? 1 : 0
  const add = (found: Outcome): void => {
    for (const error of found.errors) errors.push(error)
    matches += found.matches
  }
  add(junctors(value, schema.rules, before, place))
  const { rules } = schema
  if (typeof value === 'string') add(checked(textErrors(value, rules, place)))
  if (typeof value === 'number') add(checked(numberErrors(value, rules, place)))
  if (Array.isArray(value)) add(list(value, schema, before, place))
  if (rules.enum !== undefined && !rules.enum.some((each) => equalJson(each, value))) {
    const values = rules.enum.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
    errors.push(fieldError.unsupported(fieldOf(place), value, values))
  }
  if (isObject(value)) add(fields(value, schema, before, place))
  return { errors, matches }
}

function checked(errors: readonly FieldError[]): Outcome {
  return { errors, matches: errors.length === 0 ? 1 : 0 }
}

const patterns = new WeakMap<ValueRules, Pattern | undefined>()

function patternOf(rules: ValueRules): Pattern | undefined {
  if (patterns.has(rules)) return patterns.get(rules)
  let pattern: Pattern | undefined
  try {
    pattern = new Pattern(rules.pattern)
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error
  }
  patterns.set(rules, pattern)
  return pattern
}

/** The first thing that is wrong with a text. */
function textErrors(text: string, rules: ValueRules, place: Place): readonly FieldError[] {
  const field = fieldOf(place)
  const { maxLength, minLength, pattern, format } = rules
  const length = maxLength === undefined && minLength === undefined ? 0 : Array.from(text).length
  if (maxLength !== undefined && length > maxLength) return [fieldError.tooLong(field, maxLength)]
  if (minLength !== undefined && length < minLength) {
    return [fieldError.invalid(field, text, said(place, `should be at least ${minLength} chars long`))]
  }
  if (pattern !== '' && patternOf(rules)?.test(text) !== true) {
    return [fieldError.invalid(field, text, said(place, `should match '${pattern}'`))]
  }
  if (format === '' || hasFormat(text, format)) return []
  const why = said(place, `must be of type ${format}: ${JSON.stringify(text)}`)
  return [fieldError.type(field, text, why)]
}

function numberErrors(value: number, rules: ValueRules, place: Place): readonly FieldError[] {
  const { multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum } = rules
  const errors: FieldError[] = []
  const report = (what: string) =>
    errors.push(fieldError.invalid(fieldOf(place), value, said(place, `should be ${what}`)))
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) report(`a multiple of ${multipleOf}`)
  if (maximum !== undefined && (exclusiveMaximum ? value >= maximum : value > maximum)) {
    report(`less than ${exclusiveMaximum ? '' : 'or equal to '}${maximum}`)
  }
  if (minimum !== undefined && (exclusiveMinimum ? value <= minimum : value < minimum)) {
    report(`greater than ${exclusiveMinimum ? '' : 'or equal to '}${minimum}`)
  }
  return errors
}

function isMultiple(value: number, of: number): boolean {
  const times = value / of
  return of > 0 && Math.abs(times - Math.round(times)) < 1e-9
}

function list(value: readonly unknown[], schema: Schema, before: unknown, place: Place): Outcome {
  const errors: FieldError[] = []
  const { items, rules } = schema
  if (items !== undefined) {
    const old = correlated(schema, before)
    for (const [at, item] of value.entries()) {
      const inner = validate(item, items, old(item), { ...place, path: `${place.path}[${at}]` })
      for (const error of inner.errors) errors.push(error)
    }
  }
  const { maxItems, minItems } = rules
  if (minItems !== undefined && value.length < minItems) {
    errors.push(
      fieldError.invalid(fieldOf(place), value.length, said(place, `should have at least ${minItems} items`)),
    )
  }
  if (maxItems !== undefined && value.length > maxItems) {
    errors.push(fieldError.tooMany(fieldOf(place), value.length, maxItems))
  }
  return checked(errors)
}

function fields(value: JsonObject, schema: Schema, before: unknown, place: Place): Outcome {
  const { rules, properties, additional } = schema
  const errors: FieldError[] = []
  const keys = Object.keys(value)
  const { minProperties, maxProperties } = rules
  if (minProperties !== undefined && keys.length < minProperties) {
    const why = said(place, `should have at least ${minProperties} properties`)
    errors.push(fieldError.invalid(fieldOf(place), keys.length, why))
  }
  if (maxProperties !== undefined && keys.length > maxProperties) {
    errors.push(fieldError.tooMany(fieldOf(place), keys.length, maxProperties))
  }
  const old = isObject(before) ? before : {}
  let matches = 0
  const check = (key: string, inner: Schema): void => {
    const was = Object.hasOwn(old, key) ? old[key] : undefined
    const found = validate(value[key], inner, was, inside(place, key))
    for (const error of found.errors) errors.push(error)
    matches += found.matches
  }
  for (const key of keys) {
    if (properties.has(key) || additional === undefined || additional === true) continue
    if (additional === false) {
      const why = `${place.path}.${key} in body is a forbidden property`
      errors.push(fieldError.invalidAs(fieldOf(inside(place, key)), shownValue(''), why))
    } else check(key, additional)
  }
  for (const [key, property] of properties) if (Object.hasOwn(value, key)) check(key, property)
  for (const key of rules.required) {
    if (!Object.hasOwn(value, key)) errors.push(fieldError.required(fieldOf(inside(place, key))))
  }
  return { errors, matches: matches + (errors.length === 0 ? 1 : 0) }
}

/** anyOf, oneOf, allOf and not. */
function junctors(value: unknown, rules: ValueRules, before: unknown, place: Place): Outcome {
  const { anyOf, oneOf, allOf, not } = rules
  if (anyOf.length + oneOf.length + allOf.length === 0 && not === undefined) return { errors: [], matches: 1 }
  const errors: FieldError[] = []
  // A real server says these of the whole object.
  const report = (what: string) =>
    errors.push(
      fieldError.invalid(
        place.under === '' ? '<nil>' : place.under,
        '',
        `${JSON.stringify(place.path)} ${what}`,
      ),
    )
  const outcomes = (schemas: readonly Schema[]) =>
    schemas.map((schema) => validate(value, schema, before, place))
  let matches = 1
  if (anyOf.length > 0) {
    const found = outcomes(anyOf)
    const success = found.find((each) => each.errors.length === 0)
    if (success === undefined) {
      report('must validate at least one schema (anyOf)')
      errors.push(...best(found))
    } else matches += success.matches
  }
  if (oneOf.length > 0) {
    const found = outcomes(oneOf)
    const successes = found.filter((each) => each.errors.length === 0)
    if (successes.length !== 1) {
      const many = successes.length === 0 ? 'none valid' : `${successes.length} valid alternatives`
      report(`must validate one and only one schema (oneOf). Found ${many}`)
      if (successes.length === 0) errors.push(...best(found))
    } else matches += successes[0]?.matches ?? 0
  }
  if (allOf.length > 0) {
    const found = outcomes(allOf)
    const failures = found.filter((each) => each.errors.length > 0)
    for (const { errors: inner } of failures) for (const error of inner) errors.push(error)
    if (failures.length > 0) {
      const none = failures.length === found.length ? '. None validated' : ''
      report(`must validate all the schemas (allOf)${none}`)
    }
  }
  if (not !== undefined && validate(value, not, undefined, place).errors.length === 0) {
    report('must not validate the schema (not)')
  }
  return { errors, matches }
}

/** The errors of the alternative that came closest. */
function best(found: readonly Outcome[]): readonly FieldError[] {
  let closest: Outcome | undefined
  for (const each of found) if (closest === undefined || each.matches > closest.matches) closest = each
  return closest?.errors ?? []
}
