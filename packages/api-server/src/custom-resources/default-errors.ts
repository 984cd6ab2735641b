import { equalJson, isObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { embeddedErrors } from './embedded-resources.ts'
import { fieldError } from './field-errors.ts'
import { pruned } from './prune.ts'
import type { Schema } from './schema.ts'
import { schemaErrors } from './schema-validator.ts'

/** Defaults that have fields too much or are no value of their schema. Upstream: structural ValidateDefaults. */
export function defaultErrors(schema: Schema, path: string): readonly FieldError[] {
  const errors: FieldError[] = []
  visit(schema, path, errors)
  return errors
}

function visit(schema: Schema, path: string, errors: FieldError[]): void {
  if (schema.default !== undefined) {
    const field = `${path}.default`
    if (isObject(schema.default)) {
      // The root of a resource keeps its type and metadata, any other value does not.
      const inner = schema.embedded ? schema.default : { value: schema.default }
      const around = schema.embedded ? schema : parentOf(schema)
      if (!equalJson(pruned(inner, around), inner)) {
        errors.push(fieldError.invalid(field, schema.default, 'must not have unknown fields'))
      }
    }
    const wrong = schemaErrors(schema.default, schema, undefined, field)
    errors.push(...wrong, ...(wrong.length === 0 ? embeddedErrors(schema.default, schema, field) : []))
  }
  for (const [key, property] of schema.properties) visit(property, `${path}.properties[${key}]`, errors)
  if (schema.items !== undefined) visit(schema.items, `${path}.items`, errors)
}

/** An object of which `value` has this schema. */
function parentOf(schema: Schema): Schema {
  return { ...schema, properties: new Map([['value', schema]]), preserve: false, additional: undefined }
}
