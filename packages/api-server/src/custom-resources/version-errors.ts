import { asArray, asObject, asString, equalJson, isObject, type JsonObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { nameErrors } from '../registry/names.ts'
import { defaultErrors } from './default-errors.ts'
import { fieldError } from './field-errors.ts'
import { simplePath } from './json-path.ts'
import { schemaDefinitionErrors } from './schema-definition-errors.ts'
import { readSchema } from './schema.ts'
import { structuralErrors } from './structural-errors.ts'

const perVersion = ['schema', 'subresources', 'additionalPrinterColumns', 'selectableFields'] as const
type PerVersion = (typeof perVersion)[number]

/**
 * What is wrong with the versions of a definition. What all of them say alike a real server reads as said of the
 * definition, so that errors name another place; `between` are the errors that come before those.
 */
export function versionErrors(
  versions: readonly JsonObject[],
  between: () => readonly FieldError[],
): readonly FieldError[] {
  const errors: FieldError[] = []
  const alike = new Set(
    perVersion.filter((key) => {
      const [first] = versions
      return first?.[key] !== undefined && versions.every((each) => equalJson(each[key], first[key]))
    }),
  )
  for (const [at, version] of versions.entries()) {
    if (isObject(asObject(version['schema'])['openAPIV3Schema'])) continue
    const field = `spec.versions[${at}].schema.openAPIV3Schema`
    errors.push(fieldError.required(field, 'schemas are required'))
  }
  for (const [at, version] of versions.entries()) {
    const path = `spec.versions[${at}]`
    const name = asString(version['name'])
    for (const { message } of nameErrors('label-1035', name, '')) {
      errors.push({ field: `${path}.name`, reason: 'FieldValueInvalid', message })
    }
    errors.push(...deprecationErrors(version, path))
    for (const key of perVersion) {
      if (!alike.has(key)) errors.push(...partErrors(key, version, `${path}.${key}`))
    }
  }
  errors.push(...listErrors(versions), ...between())
  const [first] = versions
  for (const key of perVersion) {
    const path = key === 'schema' ? 'spec.validation' : `spec.${key}`
    if (alike.has(key) && first !== undefined) errors.push(...partErrors(key, first, path))
  }
  return errors
}

function listErrors(versions: readonly JsonObject[]): readonly FieldError[] {
  const field = 'spec.versions'
  const shown = `[]apiextensions.CustomResourceDefinitionVersion${versions.length === 0 ? '(nil)' : '{...}'}`
  const errors: FieldError[] = []
  if (new Set(versions.map((each) => each['name'])).size < versions.length) {
    errors.push(fieldError.invalidAs(field, shown, 'must contain unique version names'))
  }
  if (versions.filter((each) => each['storage'] === true).length !== 1) {
    errors.push(fieldError.invalidAs(field, shown, 'must have exactly one version marked as storage version'))
  }
  return errors
}

function deprecationErrors(version: JsonObject, path: string): readonly FieldError[] {
  const warning = version['deprecationWarning']
  if (typeof warning !== 'string') return []
  const report = (why: string) => fieldError.invalid(`${path}.deprecationWarning`, warning, why)
  if (version['deprecated'] !== true) return [report('can only be set for deprecated versions')]
  if (warning.length > 256) return [report('must be <= 256 characters long')]
  return warning === '' ? [report('must not be an empty string')] : []
}

function partErrors(key: PerVersion, version: JsonObject, path: string): readonly FieldError[] {
  switch (key) {
    case 'schema':
      return schemaErrorsOf(version, `${path}.openAPIV3Schema`)
    case 'subresources':
      return subresourceErrors(asObject(version['subresources']), path)
    case 'additionalPrinterColumns':
      return asArray(version[key]).flatMap((each, at) => columnErrors(asObject(each), `${path}[${at}]`))
    case 'selectableFields':
      break
  }
  return selectableErrors(version, path)
}

const atRoot = new Set(
  'description type format title maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems multipleOf required items properties externalDocs example x-kubernetes-preserve-unknown-fields x-kubernetes-validations'.split(
    ' ',
  ),
)

function schemaErrorsOf(version: JsonObject, path: string): readonly FieldError[] {
  const schema = asObject(version['schema'])['openAPIV3Schema']
  if (!isObject(schema)) return []
  const errors: FieldError[] = []
  if (asObject(version['subresources'])['status'] !== undefined) {
    const stray = Object.keys(schema).find((key) => !atRoot.has(key))
    if (stray !== undefined) {
      const why = `only ${[...atRoot].join(', ')} fields are allowed at the root of the schema if the status subresource is enabled`
      errors.push(fieldError.invalid(path, stray, why))
    }
  }
  if (schema['nullable'] === true) {
    errors.push(fieldError.forbidden(`${path}.nullable`, 'nullable cannot be true at the root'))
  }
  const structural = structuralErrors(schema, path)
  errors.push(...(structural.length > 0 ? structural : defaultErrors(readSchema(schema), path)))
  errors.push(...schemaDefinitionErrors(schema, path))
  return errors
}

function subresourceErrors(subresources: JsonObject, path: string): readonly FieldError[] {
  const { scale } = subresources
  if (!isObject(scale)) return []
  const errors: FieldError[] = []
  for (const [key, root, needed] of [
    ['specReplicasPath', '.spec.', true],
    ['statusReplicasPath', '.status.', true],
    ['labelSelectorPath', '.status.', false],
  ] as const) {
    const field = `${path}.scale.${key}`
    const value = asString(scale[key])
    const alternatives = key === 'labelSelectorPath' ? [root, '.spec.'] : [root]
    if (value === '') {
      if (needed) errors.push(fieldError.required(field))
    } else if (!value.startsWith('.')) {
      errors.push(fieldError.invalid(field, value, 'must be a simple json path starting with .'))
    } else if (!alternatives.some((each) => value.startsWith(each))) {
      const where = alternatives.length > 1 ? 'either .spec or .status' : root.slice(0, -1)
      errors.push(fieldError.invalid(field, value, `should be a json path under ${where}`))
    }
  }
  return errors
}

const columnTypes = ['boolean', 'date', 'integer', 'number', 'string']
const columnFormats = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password']

function columnErrors(column: JsonObject, path: string): readonly FieldError[] {
  const errors: FieldError[] = []
  const [name = '', type = '', format = '', jsonPath = ''] = ['name', 'type', 'format', 'jsonPath'].map(
    (key) => asString(column[key]),
  )
  if (name === '') errors.push(fieldError.required(`${path}.name`))
  const oneOf = `must be one of ${columnTypes.join(',')}`
  if (type === '') errors.push(fieldError.required(`${path}.type`, oneOf))
  else if (!columnTypes.includes(type)) errors.push(fieldError.invalid(`${path}.type`, type, oneOf))
  if (format !== '' && !columnFormats.includes(format)) {
    errors.push(fieldError.invalid(`${path}.format`, format, `must be one of ${columnFormats.join(',')}`))
  }
  if (jsonPath === '') errors.push(fieldError.required(`${path}.JSONPath`))
  else if (!jsonPath.startsWith('.')) {
    const why = 'must be a simple json path starting with .'
    errors.push(fieldError.invalid(`${path}.JSONPath`, jsonPath, why))
  }
  return errors
}

const selectableTypes = new Set(['string', 'boolean', 'integer'])
const mostSelectable = 8

function selectableErrors(version: JsonObject, path: string): readonly FieldError[] {
  const errors: FieldError[] = []
  const root = readSchema(asObject(version['schema'])['openAPIV3Schema'])
  const seen = new Set<string>()
  for (const [at, each] of asArray(version['selectableFields']).entries()) {
    const jsonPath = asString(asObject(each)['jsonPath'])
    const field = `${path}[${at}].jsonPath`
    if (jsonPath === '') {
      errors.push(fieldError.required(field))
      continue
    }
    let schema: ReturnType<typeof readSchema> | undefined = root
    const steps = simplePath(jsonPath)
    for (const step of steps) schema = schema?.properties.get(step)
    if (schema === undefined || !jsonPath.startsWith('.')) {
      const why = `is an invalid path: does not refer to a valid field`
      errors.push(fieldError.invalid(field, jsonPath, why))
      continue
    }
    if (steps[0] === 'metadata') {
      errors.push(fieldError.invalid(field, jsonPath, 'must not point to fields in metadata'))
    }
    if (!selectableTypes.has(schema.type)) {
      const why =
        'must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.'
      errors.push(fieldError.invalid(field, jsonPath, why))
    }
    if (seen.has(jsonPath)) errors.push(fieldError.duplicate(field, jsonPath))
    seen.add(jsonPath)
  }
  if (seen.size > mostSelectable) errors.push(fieldError.tooMany(path, seen.size, mostSelectable))
  return errors
}
