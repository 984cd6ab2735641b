import { asArray, asNumber, asObject, asString, isObject, type JsonObject } from '../codec/json.ts'

/** What a schema says a value must be beyond its shape. Upstream: ValueValidation. */
export interface ValueRules {
  readonly format: string
  readonly maximum: number | undefined
  readonly exclusiveMaximum: boolean
  readonly minimum: number | undefined
  readonly exclusiveMinimum: boolean
  readonly maxLength: number | undefined
  readonly minLength: number | undefined
  readonly pattern: string
  readonly maxItems: number | undefined
  readonly minItems: number | undefined
  readonly multipleOf: number | undefined
  readonly enum: readonly unknown[] | undefined
  readonly maxProperties: number | undefined
  readonly minProperties: number | undefined
  readonly required: readonly string[]
  readonly allOf: readonly Schema[]
  readonly anyOf: readonly Schema[]
  readonly oneOf: readonly Schema[]
  readonly not: Schema | undefined
}

/** A CEL rule of a schema. */
export interface CelRule {
  readonly rule: string
  readonly message: string
  readonly messageExpression: string
  readonly reason: string
  readonly fieldPath: string
  /** Whether `oldSelf` is there as an optional value. */
  readonly optional: boolean
}

/** The `openAPIV3Schema` of a custom resource or a part of it, read. Upstream: Structural. */
export interface Schema {
  /** Empty when nothing is said. */
  readonly type: string
  readonly properties: ReadonlyMap<string, Schema>
  /** A schema for all other keys; true for any value. */
  readonly additional: Schema | boolean | undefined
  readonly items: Schema | undefined
  readonly nullable: boolean
  /** undefined for none. */
  readonly default: unknown
  /** x-kubernetes-preserve-unknown-fields */
  readonly preserve: boolean
  /** x-kubernetes-embedded-resource */
  readonly embedded: boolean
  /** x-kubernetes-int-or-string */
  readonly intOrString: boolean
  /** x-kubernetes-list-type: atomic, set, map or empty. */
  readonly listType: string
  readonly listKeys: readonly string[]
  /** x-kubernetes-map-type: atomic, granular or empty. */
  readonly mapType: string
  readonly rules: ValueRules
  readonly cel: readonly CelRule[]
}

/** Reads a JSONSchemaProps; what makes no sense in it was refused before. */
export function readSchema(json: unknown): Schema {
  const props = asObject(json)
  const additional = props['additionalProperties']
  return {
    type: asString(props['type']),
    properties: readProperties(props['properties']),
    additional: isObject(additional)
      ? readSchema(additional)
      : additional === undefined || additional === null
        ? undefined
        : additional === true,
    items: isObject(props['items']) ? readSchema(props['items']) : undefined,
    nullable: props['nullable'] === true,
    default: props['default'] ?? undefined,
    preserve: props['x-kubernetes-preserve-unknown-fields'] === true,
    embedded: props['x-kubernetes-embedded-resource'] === true,
    intOrString: props['x-kubernetes-int-or-string'] === true,
    listType: asString(props['x-kubernetes-list-type']),
    listKeys: strings(props['x-kubernetes-list-map-keys']),
    mapType: asString(props['x-kubernetes-map-type']),
    rules: readRules(props),
    cel: asArray(props['x-kubernetes-validations']).map(readCelRule),
  }
}

function readProperties(json: unknown): ReadonlyMap<string, Schema> {
  const properties = asObject(json)
  const keys = Object.keys(properties).toSorted()
  return new Map(keys.map((key) => [key, readSchema(properties[key])]))
}

function readRules(props: JsonObject): ValueRules {
  const number = (key: string) => (typeof props[key] === 'number' ? asNumber(props[key]) : undefined)
  return {
    format: asString(props['format']),
    maximum: number('maximum'),
    exclusiveMaximum: props['exclusiveMaximum'] === true,
    minimum: number('minimum'),
    exclusiveMinimum: props['exclusiveMinimum'] === true,
    maxLength: number('maxLength'),
    minLength: number('minLength'),
    pattern: asString(props['pattern']),
    maxItems: number('maxItems'),
    minItems: number('minItems'),
    multipleOf: number('multipleOf'),
    enum: Array.isArray(props['enum']) && props['enum'].length > 0 ? asArray(props['enum']) : undefined,
    maxProperties: number('maxProperties'),
    minProperties: number('minProperties'),
    required: strings(props['required']),
    allOf: asArray(props['allOf']).map(readSchema),
    anyOf: asArray(props['anyOf']).map(readSchema),
    oneOf: asArray(props['oneOf']).map(readSchema),
    not: isObject(props['not']) ? readSchema(props['not']) : undefined,
  }
}

function readCelRule(json: unknown): CelRule {
  const rule = asObject(json)
  return {
    rule: asString(rule['rule']),
    message: asString(rule['message']),
    messageExpression: asString(rule['messageExpression']),
    reason: asString(rule['reason']),
    fieldPath: asString(rule['fieldPath']),
    optional: rule['optionalOldSelf'] === true,
  }
}

function strings(json: unknown): readonly string[] {
  return asArray(json).filter((each) => typeof each === 'string')
}

/** The schema for what is at a key of an object; undefined when none is known. */
export function schemaAt(schema: Schema, key: string): Schema | undefined {
  const known = schema.properties.get(key)
  if (known !== undefined) return known
  return typeof schema.additional === 'object' ? schema.additional : undefined
}

/** Whether `test` holds for a schema or for any part of it. */
export function anySchema(root: Schema, test: (schema: Schema) => boolean): boolean {
  const waiting = [root]
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    if (test(schema)) return true
    for (const property of schema.properties.values()) waiting.push(property)
    if (typeof schema.additional === 'object') waiting.push(schema.additional)
    if (schema.items !== undefined) waiting.push(schema.items)
  }
  return false
}
