import type { FieldError } from '../status.ts'
import { fieldError } from './field-errors.ts'
import type { Schema } from './schema.ts'

/** What is wrong with the type of a value. `path` is how the message names it. */
export function typeErrors(
  value: unknown,
  { type, intOrString, nullable, rules }: Schema,
  field: string,
  path: string,
): readonly FieldError[] {
  const types = intOrString ? ['integer', 'string'] : type === '' ? [] : [type]
  if (types.length === 0) return []
  const given = typeOf(value)
  if (given === 'null' ? nullable : types.includes(given)) return []
  // Whole numbers are numbers too; of texts with a format only the format counts.
  if (given === 'integer' && types.includes('number')) return []
  const texts = given === 'string' || given === 'array'
  if (texts && rules.format !== '' && !types.includes('number') && !types.includes('integer')) return []
  const where = path === '' ? 'in body' : `${path} in body`
  return [
    fieldError.type(field, given, `${where} must be of type ${types.join(',')}: ${JSON.stringify(given)}`),
  ]
}

/** The type of a JSON value as OpenAPI names it. */
function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value === 'boolean' ? 'boolean' : typeof value
}
