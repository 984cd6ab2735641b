/**
 * A part of the `openAPIV3Schema` of a custom resource: OpenAPI v3 as far as Kubernetes takes it, with a type in each
 * part. Upstream: JSONSchemaProps.
 */
export interface StructuralSchema {
  type?: string
  title?: string
  description?: string
  format?: string
  pattern?: string
  properties?: Record<string, StructuralSchema>
  required?: string[]
  additionalProperties?: StructuralSchema | boolean
  items?: StructuralSchema
  nullable?: boolean
  default?: unknown
  example?: unknown
  externalDocs?: { description?: string; url?: string }
  enum?: unknown[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: boolean
  exclusiveMaximum?: boolean
  multipleOf?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minProperties?: number
  maxProperties?: number
  allOf?: StructuralSchema[]
  anyOf?: StructuralSchema[]
  oneOf?: StructuralSchema[]
  not?: StructuralSchema
  'x-kubernetes-embedded-resource'?: boolean
  'x-kubernetes-int-or-string'?: boolean
  'x-kubernetes-list-map-keys'?: string[]
  'x-kubernetes-list-type'?: string
  'x-kubernetes-map-type'?: string
  'x-kubernetes-preserve-unknown-fields'?: boolean
  'x-kubernetes-validations'?: ValidationRule[]
}

/** A rule in CEL that a server holds objects to. kubebuilder: `XValidation`. */
export interface ValidationRule {
  /** True for what is fine; `self` is the value, `oldSelf` what it was. */
  rule: string
  message?: string
  messageExpression?: string
  reason?: string
  fieldPath?: string
  optionalOldSelf?: boolean
}

/** What says of values, not of structure: the only things that may stand within `anyOf` and its like. */
const valueKeywords = [
  'format',
  'pattern',
  'enum',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
] as const satisfies readonly (keyof StructuralSchema)[]

const values: ReadonlySet<string> = new Set(valueKeywords)

/** What a schema says of values. */
export function valuePart(schema: StructuralSchema): StructuralSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => values.has(key)))
}

/** What a schema says of structure. */
export function structurePart(schema: StructuralSchema): StructuralSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !values.has(key)))
}
