import { asObject, asString, isObject, setOwn, type ApiObject, type JsonObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { fieldError } from './field-errors.ts'
import { simplePath } from './json-path.ts'

/** Where the replicas of a custom resource are, as its scale shows them. */
export interface ScalePaths {
  readonly spec: string
  readonly status: string
  /** Empty for none. */
  readonly selector: string
}

export function scalePaths(json: unknown): ScalePaths | undefined {
  if (!isObject(json)) return undefined
  return {
    spec: asString(json['specReplicasPath']),
    status: asString(json['statusReplicasPath']),
    selector: asString(json['labelSelectorPath']),
  }
}

/** What is at a path such as `.spec.replicas`; undefined for nothing. */
export function valueAt(object: JsonObject, path: string): unknown {
  let value: unknown = object
  for (const key of simplePath(path)) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

/** The object with another value at a path. */
export function withValueAt(object: JsonObject, path: readonly string[], value: unknown): JsonObject {
  const [key, ...rest] = path
  if (key === undefined) return object
  const copy = { ...object }
  setOwn(copy, key, rest.length === 0 ? value : withValueAt(asObject(copy[key]), rest, value))
  return copy
}

const most = 2 ** 31 - 1

/** What is wrong with the fields that a scale shows. */
export function scaleErrors(
  object: ApiObject,
  { spec, status, selector }: ScalePaths,
): readonly FieldError[] {
  const errors: FieldError[] = []
  for (const path of [spec, status]) {
    const value = valueAt(object, path)
    if (value === undefined) continue
    const report = (why: string) => errors.push(fieldError.invalid(path, Number(value), why))
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      errors.push(fieldError.invalid(path, 0, `${path} accessor error: is not an integer`))
    } else if (value < 0) report('should be a non-negative integer')
    else if (value > most) report(`should be less than or equal to ${most}`)
  }
  const text = selector === '' ? '' : (valueAt(object, selector) ?? '')
  if (typeof text !== 'string') {
    errors.push(fieldError.invalid(selector, '', `${selector} accessor error: is not a string`))
  }
  return errors
}
