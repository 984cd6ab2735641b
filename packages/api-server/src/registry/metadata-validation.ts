import type { ObjectMeta } from '@rxkube/meta'
import type { FieldError } from '../status.ts'
import { goSyntax } from './go-syntax.ts'
import { invalidValue, nameErrors, required } from './names.ts'
import type { Strategy } from './strategy.ts'

const namePart = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
const qualifiedPart = new RegExp(`^${namePart}$`)
const keyMessage =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character " +
  `(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${namePart}')`
const valueMessage =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character " +
  `(e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(${namePart})?')`
const standardFinalizers = new Set(['kubernetes', 'foregroundDeletion', 'orphan'])
const annotationLimit = 256 * 1024

/** What is wrong with the metadata of an object; `before` is there for updates. */
export function metadataErrors(
  metadata: ObjectMeta,
  strategy: Pick<Strategy, 'names' | 'freeFinalizers'>,
  before?: ObjectMeta,
): readonly FieldError[] {
  const common = commonErrors(metadata)
  const created = [...common, ...(strategy.freeFinalizers === true ? [] : finalizerErrors(metadata))]
  if (before === undefined) return [...naming(metadata, strategy), ...created]
  // A real server checks an update for all kinds, then for its kind, then as if it were new; it reports all it finds.
  const updated = [...common, ...changes(metadata, before)]
  return [...updated, ...updated, ...created]
}

function commonErrors(metadata: ObjectMeta): readonly FieldError[] {
  const errors: FieldError[] = [...labels('metadata.labels', metadata.labels)]
  let size = 0
  for (const [key, value] of Object.entries(metadata.annotations ?? {})) {
    errors.push(...qualifiedName('metadata.annotations', key.toLowerCase()))
    size += key.length + value.length
  }
  if (size > annotationLimit) {
    const message = `Too long: may not be more than ${annotationLimit} bytes`
    errors.push({ field: 'metadata.annotations', reason: 'FieldValueTooLong', message })
  }
  errors.push(...owners(metadata))
  return errors
}

function finalizerErrors({ finalizers = [] }: ObjectMeta): readonly FieldError[] {
  const errors: FieldError[] = []
  for (const [at, finalizer] of finalizers.entries()) {
    if (finalizer.includes('/') || standardFinalizers.has(finalizer)) continue
    const why = 'name is neither a standard finalizer name nor is it fully qualified'
    errors.push(invalidValue(`metadata.finalizers[${at}]`, finalizer, why))
  }
  return errors
}

function naming(
  { name = '', generateName = '' }: ObjectMeta,
  strategy: Pick<Strategy, 'names'>,
): readonly FieldError[] {
  if (name === '') return [required('metadata.name', 'name or generateName is required')]
  const prefix = generateName.endsWith('-') ? `${generateName.slice(0, -1)}a` : generateName
  const errors = generateName === '' ? [] : nameErrors(strategy.names, prefix, 'metadata.generateName')
  const fixed = errors.map(({ field, reason, message }) => ({
    field,
    reason,
    message: message.replace(JSON.stringify(prefix), JSON.stringify(generateName)),
  }))
  return [...fixed, ...nameErrors(strategy.names, name)]
}

/** What is wrong with labels. */
export function labels(field: string, map: Readonly<Record<string, string>> = {}): readonly FieldError[] {
  const errors: FieldError[] = []
  for (const [key, value] of Object.entries(map)) {
    errors.push(...qualifiedName(field, key))
    if (value.length > 63) errors.push(invalidValue(field, value, 'must be no more than 63 characters'))
    if (value !== '' && !qualifiedPart.test(value)) errors.push(invalidValue(field, value, valueMessage))
  }
  return errors
}

function qualifiedName(field: string, key: string): readonly FieldError[] {
  const slash = key.indexOf('/')
  const name = key.slice(slash + 1)
  const errors: FieldError[] = []
  if (slash === 0) errors.push(invalidValue(field, key, 'prefix part must be non-empty'))
  else if (slash > 0) {
    for (const error of nameErrors('subdomain', key.slice(0, slash), field)) {
      errors.push(
        invalidValue(field, key, `prefix part ${error.message.replace(/^Invalid value: "[^"]*": /, '')}`),
      )
    }
  }
  if (name === '') errors.push(invalidValue(field, key, 'name part must be non-empty'))
  else if (name.length > 63) {
    errors.push(invalidValue(field, key, 'name part must be no more than 63 characters'))
  }
  if (!qualifiedPart.test(name)) errors.push(invalidValue(field, key, keyMessage))
  return errors
}

function owners({ ownerReferences = [] }: ObjectMeta): readonly FieldError[] {
  const errors: FieldError[] = []
  const field = 'metadata.ownerReferences'
  for (const owner of ownerReferences) {
    if (owner.apiVersion === '') {
      errors.push(invalidValue(`${field}.apiVersion`, '', 'version must not be empty'))
    }
    if (owner.kind === '') errors.push(invalidValue(`${field}.kind`, '', 'kind must not be empty'))
    if (owner.name === '') errors.push(invalidValue(`${field}.name`, '', 'name must not be empty'))
    if (owner.uid === '') errors.push(invalidValue(`${field}.uid`, '', 'uid must not be empty'))
  }
  const [first, second] = ownerReferences.filter(({ controller }) => controller === true)
  if (first !== undefined && second !== undefined) {
    const pair = `${first.kind}/${first.name} and ${second.kind}/${second.name}`
    const why = `Only one reference can have Controller set to true. Found "true" in references for ${pair}`
    const message = `Invalid value: ${goSyntax('[]v1.OwnerReference', ownerReferences)}: ${why}`
    errors.push({ field, reason: 'FieldValueInvalid', message })
  }
  return errors
}

function changes(metadata: ObjectMeta, before: ObjectMeta): readonly FieldError[] {
  const errors: FieldError[] = []
  if (metadata.uid !== before.uid) {
    errors.push(invalidValue('metadata.uid', metadata.uid ?? '', 'field is immutable'))
  }
  if (metadata.deletionTimestamp !== before.deletionTimestamp) {
    const text = metadata.deletionTimestamp?.replace('T', ' ').replace('Z', ' +0000 UTC') ?? 'null'
    const message = `Invalid value: ${text}: field is immutable`
    errors.push({ field: 'metadata.deletionTimestamp', reason: 'FieldValueInvalid', message })
  }
  if (before.deletionTimestamp !== undefined) {
    const known = new Set(before.finalizers)
    const added = (metadata.finalizers ?? []).filter((finalizer) => !known.has(finalizer))
    if (added.length > 0) {
      const list = `[]string{${added.map((each) => JSON.stringify(each)).join(', ')}}`
      const message = `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers ${list}`
      errors.push({ field: 'metadata.finalizers', reason: 'FieldValueForbidden', message })
    }
  }
  return errors
}
