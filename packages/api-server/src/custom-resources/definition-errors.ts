import {
  asArray,
  asObject,
  asString,
  equalJson,
  isObject,
  type ApiObject,
  type JsonObject,
} from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { nameErrors } from '../registry/names.ts'
import { approvalAnnotation, approvalOf, conformsTo, isProtected } from './definition-conditions.ts'
import { conditionOf, readNames, type DefinitionNames } from './definition.ts'
import { fieldError } from './field-errors.ts'
import { goStrings } from './go-value.ts'
import { versionErrors } from './version-errors.ts'

/** What is wrong with a CustomResourceDefinition. Upstream: ValidateCustomResourceDefinition and its update. */
export function definitionErrors(object: ApiObject, before?: ApiObject): readonly FieldError[] {
  const errors: FieldError[] = []
  const spec = asObject(object['spec'])
  const names = readNames(spec['names'])
  const name = object.metadata.name ?? ''
  if (before === undefined && name !== `${names.plural}.${asString(spec['group'])}`) {
    errors.push(fieldError.invalid('metadata.name', name, 'must be spec.names.plural+"."+spec.group'))
  }
  errors.push(...specErrors(spec, names))
  if (before !== undefined) errors.push(...changes(spec, before))
  const versions = asArray(spec['versions']).map(asObject)
  errors.push(...storedErrors(asObject(object['status'])['storedVersions'], versions))
  errors.push(...approvalErrors(object, before))
  if (
    spec['preserveUnknownFields'] === true &&
    asObject(before?.['spec'])['preserveUnknownFields'] !== true
  ) {
    const why =
      'cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead'
    errors.push(fieldError.invalid('spec.preserveUnknownFields', true, why))
  }
  return errors
}

function specErrors(spec: JsonObject, names: DefinitionNames): readonly FieldError[] {
  const errors: FieldError[] = []
  const group = asString(spec['group'])
  const wrongGroup = wrongName('subdomain', group)
  if (group === '') errors.push(fieldError.required('spec.group'))
  else if (wrongGroup !== '') errors.push(fieldError.invalid('spec.group', group, wrongGroup))
  else if (!group.includes('.')) {
    errors.push(fieldError.invalid('spec.group', group, 'should be a domain with at least one dot'))
  }
  errors.push(...choice('spec.scope', asString(spec['scope']), ['Cluster', 'Namespaced']))
  errors.push(...versionErrors(asArray(spec['versions']).map(asObject), () => namesErrors(names)))
  errors.push(...conversionErrors(asObject(spec['conversion'])))
  return errors
}

function choice(field: string, value: string, values: readonly string[]): readonly FieldError[] {
  if (value === '') return [fieldError.required(field)]
  return values.includes(value) ? [] : [fieldError.unsupported(field, value, values)]
}

/** What is wrong with a name; empty for nothing. */
function wrongName(style: 'subdomain' | 'label-1035', name: string): string {
  const messages = nameErrors(style, name, '').map(({ message }) =>
    message.slice(`Invalid value: ${JSON.stringify(name)}: `.length),
  )
  return messages.join(',')
}

function namesErrors(names: DefinitionNames): readonly FieldError[] {
  const errors: FieldError[] = []
  const keys = ['plural', 'singular', 'kind', 'listKind'] as const
  for (const key of keys) if (names[key] === '') errors.push(fieldError.required(`spec.names.${key}`))
  for (const key of keys) {
    const name = names[key]
    const mixed = key === 'kind' || key === 'listKind'
    const wrong = name === '' ? '' : wrongName('label-1035', mixed ? name.toLowerCase() : name)
    if (wrong === '') continue
    const prefix = mixed ? 'may have mixed case, but should otherwise match: ' : ''
    errors.push(fieldError.invalid(`spec.names.${key}`, name, `${prefix}${wrong}`))
  }
  const list = (key: 'shortNames' | 'categories') => {
    for (const [at, name] of names[key].entries()) {
      const wrong = wrongName('label-1035', name)
      if (wrong !== '') errors.push(fieldError.invalid(`spec.names.${key}[${at}]`, name, wrong))
    }
  }
  list('shortNames')
  if (names.kind !== '' && names.kind === names.listKind) {
    errors.push(
      fieldError.invalid('spec.names.listKind', names.listKind, 'kind and listKind may not be the same'),
    )
  }
  list('categories')
  return errors
}

function conversionErrors(conversion: JsonObject): readonly FieldError[] {
  const strategy = asString(conversion['strategy'])
  const field = 'spec.conversion'
  const errors = [...choice(`${field}.strategy`, strategy, ['None', 'Webhook'])]
  const { webhook } = conversion
  if (strategy === 'Webhook') {
    const config = asObject(webhook)['clientConfig']
    const at = `${field}.webhookClientConfig`
    if (!isObject(config)) errors.push(fieldError.required(at, 'required when strategy is set to Webhook'))
    else if ((config['url'] === undefined) === (config['service'] === undefined)) {
      errors.push(fieldError.required(at, 'exactly one of url or service is required'))
    }
    if (asArray(asObject(webhook)['conversionReviewVersions']).length === 0) {
      errors.push(fieldError.required(`${field}.conversionReviewVersions`))
    }
  } else if (isObject(webhook)) {
    const reason = 'should not be set when strategy is not set to Webhook'
    errors.push(fieldError.forbidden(`${field}.webhookClientConfig`, reason))
  }
  return errors
}

/** What the storage relies on can no longer be changed. */
function changes(spec: JsonObject, before: ApiObject): readonly FieldError[] {
  const errors: FieldError[] = []
  const old = asObject(before['spec'])
  const immutable = (field: string, value: unknown, was: unknown) => {
    if (!equalJson(value, was)) errors.push(fieldError.invalid(field, value, 'field is immutable'))
  }
  const [names, oldNames] = [readNames(spec['names']), readNames(old['names'])]
  if (conditionOf(before, 'Established')['status'] === 'True') {
    immutable('spec.scope', spec['scope'], old['scope'])
    immutable('spec.names.kind', names.kind, oldNames.kind)
  }
  immutable('spec.group', spec['group'], old['group'])
  immutable('spec.names.plural', names.plural, oldNames.plural)
  return errors
}

function storedErrors(json: unknown, versions: readonly JsonObject[]): readonly FieldError[] {
  const field = 'status.storedVersions'
  const stored = asArray(json).map(asString)
  if (stored.length === 0) {
    return [fieldError.invalidAs(field, '[]string(nil)', 'must have at least one stored version')]
  }
  const errors: FieldError[] = []
  const names = new Set(versions.map((version) => asString(version['name'])))
  for (const version of versions) {
    const name = asString(version['name'])
    if (version['storage'] === true && !stored.includes(name)) {
      errors.push(fieldError.invalidAs(field, goStrings(stored), `must have the storage version ${name}`))
    }
  }
  for (const [at, name] of stored.entries()) {
    if (names.has(name)) continue
    errors.push(fieldError.invalid(`${field}[${at}]`, name, 'must appear in spec.versions'))
  }
  return errors
}

function approvalErrors(object: ApiObject, before: ApiObject | undefined): readonly FieldError[] {
  if (!isProtected(asString(asObject(object['spec'])['group']))) return []
  const annotation = object.metadata.annotations?.[approvalAnnotation]
  const approval = approvalOf(annotation)
  const was = before === undefined ? undefined : approvalOf(before.metadata.annotations?.[approvalAnnotation])
  if (approval === was || approval === 'approved' || approval === 'unapproved') return []
  const field = `metadata.annotations[${approvalAnnotation}]`
  const reason = conformsTo(approval)
  return [
    approval === 'missing'
      ? fieldError.required(field, reason)
      : fieldError.invalid(field, annotation, reason),
  ]
}
